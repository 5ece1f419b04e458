import type {Period} from '../model/plan.ts'
import {readDateRange} from './date.ts'

const RANGE = '(\\d+)(?:\\s*(?:-|–|—|~|to|bis|und|and|&|,)\\s*(\\d+))?'
/** Words that count windows from the plan's start; the last three have no length of their own. */
const UNITS: readonly {readonly unit: 'week' | 'day' | 'month' | 'unknown'; readonly pattern: RegExp}[] = [
  {unit: 'week', pattern: new RegExp(`\\b(?:weeks?|wochen?|semaines?|semanas?|wk)\\s*${RANGE}`, 'i')},
  {unit: 'week', pattern: new RegExp(`第?\\s*${RANGE}\\s*(?:周|週|주차)`)},
  {unit: 'day', pattern: new RegExp(`\\b(?:days?|tage?|jours?|d[ií]as?)\\s*${RANGE}`, 'i')},
  {unit: 'month', pattern: new RegExp(`\\b(?:months?|monate?|mois|mes(?:es)?)\\s*${RANGE}`, 'i')},
  {unit: 'unknown', pattern: new RegExp(`^\\W*(?:phase|sprint|milestone|stage|iteration|quarter|q|m)\\s*${RANGE}`, 'i')},
]

/** The period that a heading states; null when it is no period at all. "Phase 1 (Weeks 1-2)" is its weeks; "Sprint 3" alone has no dates. */
export function readPeriod(heading: string): Period | null {
  const dates = readDateRange(heading)
  if (
    dates !== null &&
    /^\W*(?:week|phase|sprint|month|milestone|stage|iteration|quarter|q[1-4]|\d{4}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}\.?\s+\p{L}{3})/iu.test(
      heading,
    )
  )
    return {unit: 'date', ...dates}
  for (const {unit, pattern} of UNITS) {
    const found = pattern.exec(heading)
    if (found === null) continue
    if (unit === 'unknown') return {unit}
    // "3 weeks of cleaning" is no period: the unit must open the heading or a bracket.
    if (!/^\W*$|[([:–—-]\s*$|^\W*(?:phase|sprint|milestone|stage|iteration)\b[^()]*[(:–—-]\s*$/i.test(heading.slice(0, found.index)))
      continue
    const from = Number(found[1])
    const to = Number(found[2] ?? found[1])
    return from >= 1 && to >= from && to < 10_000 ? {unit, from, to} : {unit: 'unknown'}
  }
  return null
}
