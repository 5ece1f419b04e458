import type {Health} from '../model/health.ts'
import * as states from '../view/words/states.ts'
import {WORDS} from './words.ts'

/** The word for a health in the reader's language. */
export const healthWord = (health: Health): string => states.healthTerm(WORDS, health)
