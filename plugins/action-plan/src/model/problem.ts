import type {Place} from './place.ts'
import {firstPart} from './text.ts'

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Something in the plan that its author should fix or know. `reason` says what is wrong and `fix` what to do; the rule makes both from its facts. */
export interface Problem extends Place {
  /** The id of a row in rules/. */
  readonly rule: string
  readonly severity: Severity
  /** What was found, as plain JSON: each rule has its own. */
  readonly facts: object
  readonly reason: string
  readonly fix: string
}

/** A message quotes what was found. What is longer than a paragraph of it, from its first quotation mark to its last, loses its middle. */
const LONGEST = 600
export function clipped(text: string): string {
  if (text.length <= LONGEST) return text
  const [from, to] = [text.indexOf('"'), text.lastIndexOf('"') + 1]
  return to - from <= LONGEST
    ? text
    : `${firstPart(text, from + LONGEST / 2)}…${text.slice(to - LONGEST / 2).replace(/^[\uDC00-\uDFFF]/, '')}`
}

/** A text of the plan as a sentence quotes it: whole, unless it is longer than a line is read. */
export const excerpt = (text: string): string => (text.length <= LONGEST / 2 ? text : `${firstPart(text, LONGEST / 2)}…`)
export const isExcerpt = (quoted: string): boolean => quoted.length > LONGEST / 2

/** In the order of the file; at the same place by rule. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
