import type {Mark} from '../model/mark.ts'
import * as states from '../view/words/states.ts'
import {WORDS} from './words.ts'

/** The word for a mark, in the reader's language. */
export const markWord = (mark: Mark): string => states.markTerm(WORDS, mark)
