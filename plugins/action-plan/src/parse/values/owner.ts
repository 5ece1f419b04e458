import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'

const nobody = once(() => new Set(words((language) => [...language.nothing, ...language.nobody, ...language.undecided])))
/** What stands between names. A word between them is written small, and apart from the names. */
const between = once(() => {
  const and = words((language) => language.and)
  const spaced = anyOf(and.filter((word) => !isUnspaced(word)))
  const unspaced = anyOf(and.filter(isUnspaced))
  return new RegExp(`[,;，；、/&+]|(?<!['’-])${spaced}(?![.'’-])|(?<=\\s)${unspaced}(?=\\s)|\\s(?=[@＠])`, 'u')
})

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
    .filter((name) => name !== '' && !/^(?:-|–|—|\?+)$/.test(name) && !nobody().has(fold(name.replace(/^\[(.*)\]$/s, '$1'))))
  return [...new Set(names)]
}
