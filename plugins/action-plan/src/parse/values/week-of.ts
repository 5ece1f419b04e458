import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {dateOf, dayNumber, weekdayOf} from '../../model/date.ts'
import {readDate, readDateRange} from './date.ts'

/** A week of the calendar, and where the text says so. */
interface Week {
  readonly at: number
  readonly start: string
  readonly finish: string
}

type Days = Pick<Week, 'start' | 'finish'>
interface Form {
  readonly words: readonly string[]
  readonly before: RegExp
  readonly behind: RegExp
  /** The week that a day stands for. */
  readonly days: (date: string) => Days
}

function formOf(all: readonly string[], days: Form['days']): Form {
  const before = all.filter((name) => name.endsWith('#')).map((name) => name.slice(0, -1).trim())
  const behind = all.filter((name) => name.startsWith('#')).map((name) => name.slice(1).trim())
  const weekday = anyOf(words((language) => language.weekdays.flat()).filter((word) => word.length > 1))
  return {
    words: [...before, ...behind],
    before: new RegExp(`${anyOf(before)}\\s*(?::\\s*)?(?:${weekday}[.,]*\\s+)?(?=[\\p{L}\\p{N}])`, 'u'),
    behind: new RegExp(`^\\s?${anyOf(behind, 'none')}`, 'u'),
    days,
  }
}
const forms = once((): readonly Form[] => [
  formOf(
    words((language) => language.weekEnding),
    weekUpTo,
  ),
  formOf(
    words((language) => language.weekOf),
    weekAround,
  ),
])

/** "Week of Oct 5, 2026", "Week commencing 5 October", "Week ending 9 October", "10月5日の週". Undefined when a text says no such thing, null when its day cannot be read. `assumed` is the year of a day that has none. */
export function readWeekOf(text: string, assumed: number | null): Week | null | undefined {
  const small = lower(text)
  for (const form of forms()) {
    // Most texts are told by that.
    if (!form.words.some((name) => small.includes(name))) continue
    const week = readForm(form, text, small, assumed)
    if (week !== undefined) return week
  }
  return undefined
}

function readForm(form: Form, text: string, small: string, assumed: number | null): Week | null | undefined {
  const found = form.before.exec(small)
  if (found === null) return weekBehind(form, text, assumed)
  const rest = text.slice(found.index + found[0].length)
  const range = readDateRange(rest, assumed)
  if (range?.at === 0) return {at: found.index, start: range.start, finish: range.finish}
  const day = readDate(rest, assumed)?.date ?? null
  if (day !== null) return {at: found.index, ...form.days(day)}
  return LIKE_DAY.test(rest) ? null : undefined
}

const LIKE_DAY = /^\d{1,2}(?!\d)|^\p{L}+\.?\s+\d{1,2}(?!\d)/u

/** The same where the words stand behind the day. */
function weekBehind({behind, days}: Form, text: string, assumed: number | null): Week | undefined {
  const day = readDate(text.trimStart(), assumed)
  if (day?.date == null) return undefined
  const at = text.length - text.trimStart().length
  return behind.test(lower(text.slice(at + day.length))) ? {at, ...days(day.date)} : undefined
}

/** From Monday to Sunday; a week that is called by a Sunday begins with it. */
function weekAround(date: string): Days {
  const day = dayNumber(date)
  const weekday = weekdayOf(day)
  const first = weekday === SUNDAY ? day : day - weekday
  return {start: dateOf(first), finish: dateOf(first + 6)}
}
const SUNDAY = 6

/** From Monday to the day that ends it. */
function weekUpTo(date: string): Days {
  const day = dayNumber(date)
  return {start: dateOf(day - weekdayOf(day)), finish: date}
}
