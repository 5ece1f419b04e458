import {HEALTHS, type Health} from '../../model/health.ts'
import {label, type Titled} from '../../model/label.ts'
import {MARKS, type Mark} from '../../model/mark.ts'
import * as numbers from './numbers.ts'
import {healthTerm, markTerm} from './states.ts'
import {ENGLISH} from './words.ts'

// The English of the command line and of the files that programs read.

export const percentText = (percent: number | null, done: number): string => numbers.percentIn(ENGLISH, percent, done)
export const fraction = (done: number, tasks: number): string => numbers.fractionIn(ENGLISH, done, tasks)
export const lateText = (days: number): string => numbers.lateIn(ENGLISH, days)

/** An item with its priority: "2.1 Credential Management (P0)". */
export function prioritised(item: Titled & {readonly priority: string | null}): string {
  return `${label(item)}${item.priority === null ? '' : ` (${item.priority})`}`
}

const terms = <State extends string>(states: readonly State[], word: (state: State) => string): Readonly<Record<State, string>> =>
  Object.fromEntries(states.map((state) => [state, word(state)])) as Record<State, string>

export const HEALTH_WORDS = terms<Health>(HEALTHS, (health) => healthTerm(ENGLISH, health))
export const MARK_WORDS = terms<Mark>(MARKS, (mark) => markTerm(ENGLISH, mark))
