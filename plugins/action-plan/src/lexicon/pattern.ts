/** Scripts that are written without spaces: their words have no edges. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u
const LETTER = /\p{L}/u

/** On which sides a word must not go on with another letter. */
export type Edges = 'both' | 'start' | 'end' | 'none'

/** The source of a regular expression (flags `iu`) for any of some words, the longest first. What stands around a word is looked at one character far, so that matching takes a time linear in the text. */
export function anyOf(words: readonly string[], edges: Edges = 'both'): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const starts = (word: string): boolean => edges !== 'end' && edges !== 'none' && hasEdge(word[0])
  const ends = (word: string): boolean => edges !== 'start' && edges !== 'none' && hasEdge(word.at(-1))
  const groups = new Map<string, string[]>()
  for (const word of sorted) {
    const key = `${starts(word) ? '(?<![\\p{L}\\p{M}])' : ''}|${ends(word) ? '(?![\\p{L}\\p{M}])' : ''}`
    groups.set(key, [...(groups.get(key) ?? []), escaped(word)])
  }
  return `(?:${[...groups]
    .map(([key, group]) => {
      const [before = '', after = ''] = key.split('|')
      return `${before}(?:${group.join('|')})${after}`
    })
    .join('|')})`
}

function hasEdge(letter: string | undefined): boolean {
  return letter !== undefined && LETTER.test(letter) && !UNSPACED.test(letter)
}

/** True for a text whose words are written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text)
}

function escaped(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['’]")
}
