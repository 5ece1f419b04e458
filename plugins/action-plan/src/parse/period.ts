import type {Period} from '../model/plan.ts'
import {readCalendarWeeks} from './calendar-week.ts'
import {OPEN_END, readDateRange} from './date.ts'

/** A year behind a comma is none of the numbers. */
const JOINT = '(?:-|–|—|~|to|bis|und|and|&|,(?!\\s*(?:19|20|21)\\d\\d\\b)|\\+|至|到)'
const MORE = '(?:,\\s*and|,|&|\\+|and|und)'
const WEEK = 'weeks?|wochen?|semaines?|semanas?|wk'
const DAY = 'days?|tage?|jours?|d[ií]as?'
const MONTH = 'months?|monate?|mois|mes(?:es)?'
const QUARTER = 'quarters?|quartale?|q'

/** A number, the one that it goes to, and more of them: "1", "1-2", "1 - Week 2", "1, 2 and 4". */
const numbers = (unit: string): string => {
  const end = `(?=\\s*(?:$|[()[\\]:,&+]|and\\b|und\\b))`
  return `(\\d+)(?:\\s*${JOINT}\\s*(?:(?:${unit})\\s*)?(?!\\d+-\\d+-\\d)(\\d+))?((?:\\s*${MORE}\\s*(?:(?:${unit})\\s*)?\\d{1,3}(?:\\s*[-–—]\\s*\\d{1,3})?${end})*)`
}
const counted = (unit: string): RegExp => new RegExp(`\\b(?:${unit})\\s*${numbers(unit)}`, 'i')

/** Words that count windows from the plan's start; the last have no length of their own. */
const UNITS: readonly {readonly unit: 'week' | 'day' | 'month' | 'unknown'; readonly pattern: RegExp}[] = [
  {unit: 'week', pattern: counted(WEEK)},
  // eslint-disable-next-line regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- a heading of more than LONGEST characters is not read
  {unit: 'week', pattern: new RegExp(`第?\\s*(\\d+)(?:\\s*(?:周|週|주차)?\\s*${JOINT}\\s*第?\\s*(\\d+))?()\\s*(?:周|週|주차)`)},
  {unit: 'day', pattern: counted(DAY)},
  {unit: 'month', pattern: counted(MONTH)},
  {unit: 'unknown', pattern: /^\W*(?:phase|sprint|milestone|stage|iteration|quarter|q|m)\s*\d+/i},
]
/** "Week 4 - Month 2": an end in another unit. "Week 1/2": two weeks, or one of two. */
const OTHER_END = new RegExp(`^\\s*(?:[-–—~&+]|(?:to|bis|and|und)\\b)\\s*(?:${WEEK}|${DAY}|${MONTH}|${QUARTER})\\s*\\d|^\\s*/\\s*\\d`, 'i')
/** What may stand before a period: "3 weeks of cleaning" is none, it must open the heading or a bracket. */
const OPENS = /^\W*$|[([:–—-]\s*$|^\W*(?:phase|sprint|milestone|stage|iteration)\b[^()]*[(:–—-]\s*$/i
const KIND = /^\W*(?:week|phase|sprint|month|milestone|stage|iteration|quarter|q[1-4]|\d{4})/i

/** A period that has no end, or no one reading. */
const UNREADABLE = Symbol('unreadable')
/** A phase by its words, whose dates cannot be read: "Sprint 3 (02/02/2026 – 13/02/2026)", "Q1" of no year. */
const UNDATED = Symbol('undated')
/** "From Q1 2027"; a week of the calendar without its year. */
const OPEN_START = /^\W*(?:(?:from|since|after|ab|seit|nach)\s+|[kc]w\s*(?=\d))/i

/** A year, a month's name with something beside it, a quarter, a date of numbers. */
const WHEN =
  /\b(?:19|20|21)\d{2}\b|\bq[1-4]\b|\b\d{1,2}[/.]\d{1,2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?\.?\s*(?:\d|[-–—])/i
/** Periods that are named in ways that nobody here reads. */
const ELSEWHERE =
  /^\W*(?:weeks?\s+(?:of|ending|commencing|beginning|starting)\b|w\/[ce]\b|h[12](?![\p{L}\d])|(?:first|second)\s+half\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s*[-–—]|\d{1,2}\s+[-–—]\s+\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu

/** The period that a heading states; null when it is no period at all, or none that can be read as a whole. "Phase 1 (Weeks 1-2)" is its weeks; "Sprint 3" alone has no dates. */
export function readPeriod(heading: string): Period | null {
  const read = periodOf(heading)
  return read === UNREADABLE ? null : read === UNDATED ? {unit: 'unknown'} : read
}

/** True for a heading that is meant as a period and gives no dates: "Week 9+", "From Q1 2027", "KW 49". */
export function isUnreadablePeriod(heading: string): boolean {
  const read = periodOf(heading)
  if (read !== null) return read === UNREADABLE || read === UNDATED
  const start = OPEN_START.exec(heading)?.[0]
  if (start === undefined) return false
  const rest = periodOf(/w\s*$/i.test(start) ? `week ${heading.slice(start.length)}` : heading.slice(start.length))
  return rest !== null && (typeof rest === 'symbol' || rest.unit !== 'unknown')
}

/** A longer heading is prose and states no period. */
const LONGEST = 200

function periodOf(heading: string): Period | typeof UNREADABLE | typeof UNDATED | null {
  if (heading.length > LONGEST) return null
  // What is counted and every date has a digit.
  if (!/\d/.test(heading)) return ELSEWHERE.test(heading) ? UNREADABLE : null
  const weeks = readCalendarWeeks(heading)
  if (weeks === null) return UNREADABLE
  if (weeks !== undefined) return OPENS.test(heading.slice(0, weeks.at)) ? {unit: 'date', start: weeks.start, finish: weeks.finish} : null
  const dates = readDateRange(heading)
  if (dates != null && (KIND.test(heading) || !/[\p{L}\p{N}]/u.test(heading.slice(0, dates.at))))
    return {unit: 'date', start: dates.start, finish: dates.finish}
  for (const {unit, pattern} of UNITS) {
    const found = pattern.exec(heading)
    if (found === null) continue
    if (unit === 'unknown') return dates === null ? UNREADABLE : hintsAtDates(heading, found[0].length) ? UNDATED : {unit}
    if (!OPENS.test(heading.slice(0, found.index))) continue
    const rest = heading.slice(found.index + found[0].length)
    if (OPEN_END.test(rest) || OTHER_END.test(rest)) return UNREADABLE
    const from = Number(found[1])
    const to = Number(/(?<!\d)\d+$/.exec(found[3] ?? '')?.[0] ?? found[2] ?? found[1])
    return from >= 1 && to >= from && to < 10_000 ? {unit, from, to} : UNDATED
  }
  return ELSEWHERE.test(heading) ? UNREADABLE : null
}

/** Whether a heading such as "Sprint 3 (02/02/2026 – 13/02/2026)" says when, in a way that cannot be read. */
function hintsAtDates(heading: string, length: number): boolean {
  return /^\W*q/i.test(heading) || WHEN.test(heading.slice(length))
}
