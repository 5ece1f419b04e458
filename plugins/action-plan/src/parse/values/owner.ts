import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {readDate} from './date.ts'
import {durationAt} from './length.ts'

const nobody = once(() => new Set(words((language) => [...language.nothing, ...language.nobody, ...language.undecided])))
/** What stands between names. A word between them is written small, and apart from the names. */
const between = once(() => {
  const and = words((language) => language.and)
  const spaced = anyOf(and.filter((word) => !isUnspaced(word)))
  const unspaced = anyOf(and.filter(isUnspaced))
  return new RegExp(`[,;，；、/&+]|(?<!['’-])${spaced}(?![.'’-])|(?<=\\s)${unspaced}(?=\\s)|\\s(?=[@＠])`, 'u')
})

/** A length of time, or a date: "24 hours" is nobody. */
export function isTime(text: string): boolean {
  if (!/^[~≈<≤]?\s*\p{N}/u.test(text)) return false
  // "12/4まで", "4.12.": a day without its year.
  if (/^\d{1,2}(?:[/.]|\s?[月월]\s?)\d{1,2}(?!\d)/u.test(text)) return true
  const length = durationAt(text)?.length ?? readDate(text)?.length ?? 0
  return length > 0 && length >= text.trimEnd().length
}

/** "Team A (2 days)" is Team A, and "Ann (lead)" is Ann. */
function withoutBracket(name: string): string {
  const open = name.search(/[(（]/)
  return open > 0 && /[)）]$/.test(name) ? name.slice(0, open).trimEnd() : name
}

/** Names in an `Owner` field, without `@`: "@ana, @bo and Carla Diaz" → three. Nobody yet is an empty list. */
export function parseOwners(text: string): readonly string[] {
  const names = text
    .split(between())
    .map((name) =>
      name
        .trim()
        .replace(/^[@＠]/, '')
        .replace(/[.]$/, ''),
    )
    .map(withoutBracket)
    .filter(
      (name) => name !== '' && !isTime(name) && !/^(?:-|–|—|\?+)$/.test(name) && !nobody().has(fold(name.replace(/^\[(.*)\]$/s, '$1'))),
    )
  return [...new Set(names)]
}
