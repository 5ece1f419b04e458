import type {State} from '../../lexicon/language.ts'
import {fold, lookup, once, rows} from '../../lexicon/lexicon.ts'

const states = once(() => lookup((language) => rows(language.states)))

/** The state that a word stands for, in any language; null for any other text. */
export const stateNamed = (word: string): State | null => states().get(word) ?? null

/** Signs that people write for a state. */
const SIGNS: Readonly<Record<string, State>> = {
  '✅': 'done',
  '✓': 'done',
  '✔': 'done',
  '☑': 'done',
  '🚧': 'inProgress',
  '🔄': 'inProgress',
  '⏳': 'inProgress',
  '❌': 'open',
  '⬜': 'open',
  '🔲': 'open',
  '🚫': 'blocked',
}
const SIGN = new RegExp(`^(?:${Object.keys(SIGNS).join('|')})`, 'u')

const SIGN_WITH_SPACE = new RegExp(`${SIGN.source}\\uFE0F?\\s*`, 'u')

/** The state whose sign a text begins with; null without one. */
export const signedState = (text: string): State | null => SIGNS[SIGN.exec(text)?.[0] ?? ''] ?? null

/** The sign that a text begins with, and the space behind it. */
export const signAt = (text: string): string => SIGN_WITH_SPACE.exec(text)?.[0] ?? ''

/** Some of the pictures that a text begins with: an expression for a million of them has no room on the stack. */
const PICTURES = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]{1,200}/u
/** A text without the pictures that it begins with. */
export function withoutPictures(text: string): string {
  let rest = text
  for (let found = PICTURES.exec(rest); found !== null; found = PICTURES.exec(rest)) rest = rest.slice(found[0].length)
  return rest
}

/** The state that the whole of a heading says, as the columns of a board are called: "In progress 🚧"; null for any other. */
export const stateOfHeading = (title: string): State | null =>
  title.length > 40 ? null : stateNamed(fold(title.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')))

/** Ends the words that a value begins with: "High: touches every login", "In progress (60 %)". */
const END = / ?[,;:.!(（|/，；：。]| [-–—]+ | \d/u
export const firstWords = (text: string): string => text.slice(0, END.exec(text)?.index ?? text.length)
/** The same of a value as it is written, as words are looked up. */
export const valueWords = (text: string): string => fold(firstWords(withoutPictures(text).replace(/\s+/g, ' ')))
