import {fold, halfWidth, LANGUAGES, lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import type {DueDate} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import {ok, withProblem, type Plain, type Read} from '../context.ts'
import {isDate} from '../../model/date.ts'
import {readDate} from './date.ts'
import {isInFiscalYear} from './fiscal.ts'
import {namesDay} from './month.ts'
import {readPeriod} from './period.ts'

const patterns = once(() => {
  const all = words(({before, until}) => [...before, ...until])
  const by = anyOf(all.filter((word) => word !== 'before'))
  return {
    /** "bis zum", "antes del", "vóór", "no later than": before a day. */
    by: new RegExp(`^${anyOf(all)}\\s+(?:(?:the|am|zum|den|dem|le|el|il|o|ao|op|dia|dnia|день)\\s+)?`, 'u'),
    endOf: new RegExp(`^(?:${by}\\s+)?${anyOf(words((language) => language.endOf))}\\s+`, 'u'),
    weekday: new RegExp(`^${anyOf(words((language) => language.weekdays.flat()).filter((word) => word.length > 1))}[.,]*\\s+`, 'u'),
    former: new RegExp(`\\((?:${anyOf(words((language) => language.was))})[^)]*\\)`, 'gu'),
  }
})
const nothing = once(() => new Set(words((language) => [...language.nothing, ...language.undecided])))

/** Reads a `Due` field: a date that exists, or the last day of a week, month, quarter or range; null with a problem for anything else. */
export function parseDue(raw: string, place: Place, plain: Plain, label = ''): Read<DueDate | null> {
  const text = plain(raw)
  const half = halfWidth(text).replace(TIMESTAMP, '$1')
  if (isInFiscalYear(half)) return withProblem(null, problem('due/fiscal-year', place, {value: text}))
  const {written, found} = dayAt(half)
  const period = readPeriod(
    written.slice(patterns().endOf.exec(lower(written))?.[0].length ?? 0).replace(/(?<=[月월度期기])\s?[末底말]$/u, ''),
  )
  const through = period?.unit === 'date' ? period : null
  // "2026-12-04 (Q4 2026)" is a day; "2026-11-30 - 2026-12-04" ends on its last.
  const date = found === null || through?.start === found.date ? (through?.finish ?? found?.date) : found.date
  const another = found !== null && found.date === date && date !== null ? anotherDate(written.slice(found.length)) : null
  if (another !== null) {
    const readings = [...new Set([found?.date ?? another, another])]
    return withProblem(null, problem('due/ambiguous', place, {value: text, why: 'two-dates', readings}))
  }
  if (date != null) return ok({date, line: place.line, column: place.column})
  if (/^(?:-|–|—|\?+)$/.test(text) || nothing().has(fold(text))) return ok(null)
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$/.exec(text)
  const inDayOrder = numbers === null || !dayFirst().has(label) ? null : (readingsOf(numbers).at(-1) ?? null)
  if (inDayOrder !== null) return ok({date: inDayOrder, line: place.line, column: place.column})
  if (numbers !== null)
    return withProblem(null, problem('due/ambiguous', place, {value: text, why: 'order', readings: readingsOf(numbers)}))
  // "Day 4, 2 hours" says how long, too.
  const counted = found === null ? readPeriod(half.split(/[,;(（]/u, 1)[0] ?? '') : null
  if (counted !== null && counted.unit !== 'date' && counted.unit !== 'unknown')
    return withProblem(null, problem('due/is-position', place, {value: text}))
  if (found === null && (!/\d/.test(half) || namesDay(half) || BEGINS_WITH_LENGTH().test(lower(half))))
    return withProblem(null, problem('due/not-a-date', place, {value: text}))
  return withProblem(null, problem('due/unreadable', place, {value: text, why: found === null ? 'no-date' : 'no-such-day'}))
}

/** Labels of languages alone in which the day of a date comes first: "Scadenza: 4/12/2026". */
const dayFirst = once(() => {
  const labels = (isOf: (tag: string) => boolean): readonly string[] =>
    LANGUAGES.filter(({tag}) => isOf(tag)).flatMap(({labels: {due, term}}) => [...due, ...term].map(fold))
  const others = new Set(labels((tag) => MONTH_MAY_BE_FIRST.has(tag)))
  return new Set(labels((tag) => !MONTH_MAY_BE_FIRST.has(tag)).filter((label) => !others.has(label)))
})
const MONTH_MAY_BE_FIRST: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko'])

/** A date as Org and Logseq write it: "<2026-12-04 Fri>". */
const TIMESTAMP = /^[<[](\d{4}-\d{2}-\d{2})[^<>[\]\n]{0,30}[>\]]$/

/** The day that a text begins with, behind "by" and the name of the day; else the text behind that name. */
export function dayAt(text: string): {
  readonly written: string
  readonly found: ReturnType<typeof readDate>
  /** Whether it says "by". */
  readonly isLimit: boolean
} {
  const {by, weekday} = patterns()
  const behind = (whole: string, pattern: RegExp): string => whole.slice(pattern.exec(lower(whole))?.[0].length ?? 0)
  const written = behind(text, weekday)
  const limit = behind(written, by)
  const day = behind(limit, weekday)
  const found = readDate(day)
  return found === null ? {written, found: null, isLimit: false} : {written: day, found, isLimit: limit.length < written.length}
}

/** "Within 48 hours", "dans les 48h", "2 weeks after the launch": a length of time. */
const BEGINS_WITH_LENGTH = once(
  () =>
    new RegExp(
      `^(?:\\p{L}+[\\s’']+){0,3}~?\\d{1,3}(?:\\s?[-–]\\s?\\d{1,3})?\\s?${anyOf(words(({units}) => [...units.hour, ...units.day, ...units.week, ...units.month]))}(?![\\p{L}\\d])`,
      'u',
    ),
)

/** The dates that "12/06/2026" may mean: month first, and day first. */
function readingsOf([, first = '', second = '', year = '']: RegExpExecArray): readonly string[] {
  const century = year.length === 2 ? `20${year}` : year
  const iso = (month: string, day: string): string => `${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return [...new Set([iso(first, second), iso(second, first)])].filter(isDate)
}

/** Another date that a text holds, but for one that was: "(was 2026-11-20)"; null when there is none. */
function anotherDate(text: string): string | null {
  // Brackets that name what was: each to the bracket that closes it, if any does.
  const last = text.lastIndexOf(')')
  const rest = `${lower(text.slice(0, last + 1)).replace(patterns().former, ' ')}${text.slice(last + 1)}`
  for (const {index} of rest.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)) {
    const found = readDate(rest.slice(index))?.date ?? null
    if (found !== null) return found
  }
  return null
}
