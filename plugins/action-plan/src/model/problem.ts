import type {Place} from './place.ts'
import {RULES, type RuleId} from './rules.ts'

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Something in the plan that a reader should mend or know: what was found, what was expected (`reason`) and the mend (`fix`). */
export interface Problem extends Place {
  readonly rule: RuleId
  readonly severity: Severity
  readonly reason: string
  readonly fix: string
}

/** A problem of the severity that its rule has. */
export function problem(rule: RuleId, place: Place, reason: string, fix: string): Problem {
  return {rule, severity: RULES[rule].severity, line: place.line, column: place.column, reason: cut(reason), fix: cut(fix)}
}

/** A message quotes what was found; what is longer than a paragraph of it is left out of its middle. */
const LONGEST = 600
const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)}…${text.slice(-LONGEST / 2)}`)

/** A text of the plan as a sentence quotes it: whole, unless it is longer than a line is read. */
export const excerpt = (text: string): string => (text.length <= LONGEST / 2 ? text : `${text.slice(0, LONGEST / 2)}…`)

/** In the order of the file; at the same place by rule. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
