import * as numbers from '../view/words/numbers.ts'
import {WORDS} from './words.ts'

// Numbers in the reader's language.

export const fraction = (done: number, tasks: number): string => numbers.fraction(WORDS, done, tasks)
export const percentText = (percent: number | null, done: number): string => numbers.percentText(WORDS, percent, done)
export const progressSentence = (done: number, tasks: number, percent: number | null): string =>
  numbers.progressSentence(WORDS, done, tasks, percent)
export const daysText = (days: number): string => numbers.daysText(WORDS, days)
