import {lateIn} from '../view/words/numbers.ts'
import {WORDS} from './words.ts'

/** How late something is, in the reader's language: "2 days late", "3 weeks late". */
export const lateWords = (days: number): string => lateIn(WORDS, days)
