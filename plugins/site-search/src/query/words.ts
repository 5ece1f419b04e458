/** A number with dots stays whole ("2.1"); scripts without blanks are cut into signs. */
const WORD =
  /\d+(?:\.\d+)+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+/gu
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

export interface Word {
  /** Folded: see `fold`. */
  readonly word: string
  /** Place in the text as it is. */
  readonly start: number
  readonly end: number
}

/** As it is compared: no case, no accents, however they are encoded. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
}

/** The words of a text with their places. Punctuation only parts them, so a message is found however it is quoted. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({word: fold(match[0]), start: match.index, end: match.index + match[0].length}))
}

/** The words of a text, for comparing. */
export function words(text: string): readonly string[] {
  return wordsOf(text).map(({word}) => word)
}

/** The words under which a text is found: its own, and the parts of names in camel case. */
export function indexWords(text: string): readonly string[] {
  return [...text.matchAll(WORD)].flatMap(([word]) => {
    const parts = word.split(HUMP)
    return parts.length === 1 ? [fold(word)] : [fold(word), ...parts.map(fold)]
  })
}

/** A text as one line of words with a blank at both ends, so that a phrase is found by its words. */
export function phrase(text: string): string {
  return ` ${words(text).join(' ')} `
}
