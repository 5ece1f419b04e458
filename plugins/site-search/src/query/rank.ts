import {KIND_WORDS, type Entry} from '../model/entry.ts'
import {phrase, phraseOf, telling, words} from './words.ts'

/** How exactly an entry is what was asked for. Within a rank the kind decides, then how well the words fit. */
export const RANKS = {
  /** The number of an item of the plan. */
  number: 10,
  /** A question that the entry answers, word for word. */
  asked: 9,
  /** The title, word for word. */
  title: 8,
  /** A line of a log that contains the message of this title. */
  quoted: 7,
  /** The title, or a question that the entry answers, but for small words. */
  question: 6,
  /** Words beside each other in the title, the last one perhaps unfinished. */
  inTitle: 5,
  /** The kind is named, and the other words are there: "JWT tasks". */
  ofKind: 4,
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

/** What of an entry is compared: its words with a blank at both ends. */
export interface Phrases {
  readonly title: string
  readonly text: string
  readonly asked: readonly string[]
  /** The title and the questions, without small words. */
  readonly told: readonly string[]
  /** Whether many places have this title, such as "Steps": it says little then. */
  readonly isCommon: boolean
}

export function phrasesOf({title, text, asked}: Entry, isCommon: boolean): Phrases {
  return {
    title: phrase(title),
    text: phrase(text),
    asked: asked.map(phrase),
    told: [title, ...asked].map((one) => phraseOf(telling(words(one)))),
    isCommon,
  }
}

/** `asked` are the words of the question. */
export function rank(entry: Entry, phrases: Phrases, asked: readonly string[]): number {
  const own = telling(asked)
  const ranks = [ranked(entry, phrases, asked), named(entry, phrases, own)]
  if (own.length < asked.length) ranks.push(Math.min(RANKS.question, ranked(entry, phrases, own)))
  if (phrases.asked.includes(phraseOf(asked))) ranks.push(RANKS.asked)
  if (entry.kind !== 'badge' && phrases.told.includes(phraseOf(own))) ranks.push(RANKS.question)
  return Math.min(phrases.isCommon ? RANKS.inTitle : RANKS.number, Math.max(...ranks))
}

function ranked(entry: Entry, phrases: Phrases, asked: readonly string[]): number {
  const exact = phraseOf(asked)
  const begun = exact.trimEnd()
  const number = entry.kind === 'item' ? /^ (\d+(?:\.\d+)*) /.exec(phrases.title)?.[1] : undefined
  if (number !== undefined && asked[0] === number && (phrases.title.startsWith(begun) || asked.length === 1)) return RANKS.number
  const unnumbered = number === undefined ? phrases.title : phrases.title.slice(number.length + 1)
  // Who wants a badge says so: each has the title of something else.
  if (entry.kind === 'badge') return RANKS.words
  if (phrases.title === exact || unnumbered === exact) return RANKS.title
  if (entry.kind === 'message' && phrases.title.trim().split(' ').length >= SHORTEST_QUOTE && exact.includes(phrases.title))
    return RANKS.quoted
  if (phrases.title.includes(begun)) return RANKS.inTitle
  if (asked.length > 1 && asked.every((word) => phrases.title.includes(` ${word}`))) return RANKS.titleWords
  if (phrases.text.includes(begun)) return entry.kind === 'message' ? RANKS.inMessage : RANKS.inText
  return RANKS.words
}

/** Whether the question names the kind of the entry, and says something that is there. */
function named({kind}: Entry, {title, text}: Phrases, own: readonly string[]): number {
  const called = KIND_WORDS[kind]
  if (called === undefined || !own.some((word) => called.named.includes(word))) return RANKS.words
  const rest = own.filter((word) => !called.named.includes(word) && !called.more.includes(word))
  return rest.length > 0 && rest.every((word) => title.includes(` ${word}`) || text.includes(` ${word}`)) ? RANKS.ofKind : RANKS.words
}
