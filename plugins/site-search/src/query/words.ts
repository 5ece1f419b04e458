/** A number with dots stays whole ("2.1"); scripts without blanks are cut into signs. */
const WORD =
  /(?<!\d)\d+(?:\.\d+)+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+/gu
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/** Written in one word as a noun and in two as a verb: either finds the other. */
const PAIRS: ReadonlyMap<string, readonly [string, string]> = new Map(
  (
    [
      'roll back',
      'set up',
      'back up',
      'fail over',
      'log in',
      'log out',
      'shut down',
      'clean up',
      'time out',
      'start up',
      'work flow',
      'burn up',
      'switch over',
      'check list',
    ] as const
  ).map((pair) => [pair.replace(' ', ''), pair.split(' ') as [string, string]]),
)

/** Words that say nothing of what is looked for. */
const SMALL = new Set(
  'a an and are as at be by can could do does for from get has have how i in is it me my of on or our please s should show tell that the their there these this to was we were what whats when where which who why will with you'.split(
    ' ',
  ),
)

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
  return wordsOf(text).flatMap(({word}) => PAIRS.get(word) ?? word)
}

/** Those that tell what is looked for; all of them when none does. */
export function telling(asked: readonly string[]): readonly string[] {
  const own = asked.filter((word) => !SMALL.has(word))
  return own.length === 0 ? asked : own
}

/** The words under which a text is found: its own, the parts of names in camel case, and those of a noun that is a verb in two words. */
export function indexWords(text: string): readonly string[] {
  return [...text.matchAll(WORD)].flatMap(([word]) => {
    const parts = word.split(HUMP)
    const whole = fold(word)
    return [whole, ...(PAIRS.get(whole) ?? []), ...(parts.length === 1 ? [] : parts.map(fold))]
  })
}

/** A text as one line of words with a blank at both ends, so that a phrase is found by its words. */
export function phrase(text: string): string {
  return phraseOf(words(text))
}

export function phraseOf(all: readonly string[]): string {
  return ` ${all.join(' ')} `
}
