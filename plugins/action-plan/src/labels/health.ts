import type {GroupCause} from '../model/cause.ts'
import {healthText} from '../view/words/health.ts'
import {WORDS} from './words.ts'

/** Why something has its health, in the reader's language. */
export const healthCause = (cause: GroupCause): string => healthText(WORDS, cause)
