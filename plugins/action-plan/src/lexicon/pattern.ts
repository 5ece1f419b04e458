/** Scripts that are written without spaces: their words have no edges. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u
/** Letters of the scripts with spaces, and their accents, as ranges: patterns hold this class many times, and \p{L} takes long to build. */
const LETTERS = 'A-Za-zªµº\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u052F'
const LETTER = new RegExp(`[${LETTERS}]`)

/** On which sides a word must not go on with another letter. */
export type Edges = 'both' | 'start' | 'end' | 'none'

/** The source of a regular expression (flag `u`, for a text in small letters: with the flag `i` the classes of letters take long to build) for any of some words, the longest first. What stands around a word is looked at one character far, so that matching takes a time linear in the text. */
export function anyOf(words: readonly string[], edges: Edges = 'both'): string {
  const [start, end] = [edges === 'both' || edges === 'start', edges === 'both' || edges === 'end']
  // By which of their edges are letters: neither, the last, the first, both.
  const groups: readonly [string[], string[], string[], string[]] = [[], [], [], []]
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const kind = (start && LETTER.test(word.charAt(0)) ? 2 : 0) + (end && LETTER.test(word.charAt(word.length - 1)) ? 1 : 0)
    groups[kind as 0 | 1 | 2 | 3].push(escaped(word))
  }
  const sources = groups.map((group, kind) =>
    group.length === 0 ? '' : `${kind >= 2 ? `(?<![${LETTERS}])` : ''}(?:${group.join('|')})${kind % 2 === 1 ? `(?![${LETTERS}])` : ''}`,
  )
  // A word with edges is longer than what is left of it without them.
  return `(?:${sources
    .reverse()
    .filter((source) => source !== '')
    .join('|')})`
}

/** True for a text whose words are written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text)
}

const SPECIAL = /[\\^$.*+?()[\]{}|/ ']/
function escaped(word: string): string {
  if (!SPECIAL.test(word)) return word
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['’]")
}
