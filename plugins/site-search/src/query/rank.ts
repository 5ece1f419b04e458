import type {Entry} from '../model/entry.ts'

/** How exactly an entry is what was asked for. Within a rank the kind decides, then how well the words fit. */
export const RANKS = {
  /** The number of an item of the plan. */
  number: 7,
  /** The title, word for word. */
  title: 6,
  /** A line of a log that contains the message of this title. */
  quoted: 5,
  /** Words beside each other in the title, the last one perhaps unfinished. */
  inTitle: 4,
  /** The same words in the title, with others between them. */
  titleWords: 3,
  /** The same in what is said of a message. */
  inMessage: 2,
  /** The same in the text. */
  inText: 1,
  words: 0,
} as const

/** A message of one word says too little to be meant by a line that contains it. */
const SHORTEST_QUOTE = 2

/** `phrases` are the entry's words with a blank at both ends; `asked` are those of the question. */
export function rank(entry: Entry, phrases: {readonly title: string; readonly text: string}, asked: readonly string[]): number {
  const exact = ` ${asked.join(' ')} `
  const begun = exact.trimEnd()
  const number = entry.kind === 'item' ? /^ (\d+(?:\.\d+)*) /.exec(phrases.title)?.[1] : undefined
  if (number !== undefined && asked[0] === number && (phrases.title.startsWith(begun) || asked.length === 1)) return RANKS.number
  const unnumbered = number === undefined ? phrases.title : phrases.title.slice(number.length + 1)
  if (phrases.title === exact || unnumbered === exact) return RANKS.title
  if (entry.kind === 'message' && phrases.title.trim().split(' ').length >= SHORTEST_QUOTE && exact.includes(phrases.title))
    return RANKS.quoted
  if (phrases.title.includes(begun)) return RANKS.inTitle
  if (asked.length > 1 && asked.every((word) => phrases.title.includes(` ${word}`))) return RANKS.titleWords
  if (phrases.text.includes(begun)) return entry.kind === 'message' ? RANKS.inMessage : RANKS.inText
  return RANKS.words
}
