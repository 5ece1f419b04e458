import * as numbers from '../view/words/numbers.ts'
import {WORDS} from './words.ts'

// Numbers in the reader's language.

export const fractionWords = (done: number, tasks: number): string => numbers.fractionIn(WORDS, done, tasks)
export const percentWords = (percent: number | null, done: number): string => numbers.percentIn(WORDS, percent, done)
export const progressWords = (done: number, tasks: number, percent: number | null): string =>
  numbers.progressIn(WORDS, done, tasks, percent)
export const daysWords = (days: number): string => numbers.daysIn(WORDS, days)
