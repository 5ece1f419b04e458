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
  return {rule, severity: RULES[rule].severity, line: place.line, column: place.column, reason, fix}
}

/** In the order of the file; at the same place by rule. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
