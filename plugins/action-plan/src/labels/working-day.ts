import {workingDayText} from '../view/words/numbers.ts'
import {WORDS} from './words.ts'

/** A day of a plan without dates, counted from 1, in the reader's language. */
export const workingDay = (day: number): string => workingDayText(WORDS, day)
