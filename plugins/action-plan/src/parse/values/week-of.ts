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

const patterns = once(() => {
  const all = words((language) => language.weekOf)
  const before = all.filter((name) => name.endsWith('#')).map((name) => name.slice(0, -1).trim())
  const behind = all.filter((name) => name.startsWith('#')).map((name) => name.slice(1).trim())
  const weekday = anyOf(words((language) => language.weekdays.flat()).filter((word) => word.length > 1))
  return {
    words: [...before, ...behind],
    before: new RegExp(`${anyOf(before)}\\s*(?::\\s*)?(?:${weekday}[.,]*\\s+)?(?=[\\p{L}\\p{N}])`, 'u'),
    behind: new RegExp(`^\\s?${anyOf(behind, 'none')}`, 'u'),
  }
})

/** "Week of Oct 5, 2026", "Week commencing 5 October", "10月5日の週". Undefined when a text says no such thing, null when its day cannot be read. `assumed` is the year of a day that has none. */
export function readWeekOf(text: string, assumed: number | null): Week | null | undefined {
  const small = lower(text)
  // Most texts are told by that.
  if (!patterns().words.some((name) => small.includes(name))) return undefined
  const found = patterns().before.exec(small)
  if (found === null) return weekBehind(text, assumed)
  const rest = text.slice(found.index + found[0].length)
  const range = readDateRange(rest, assumed)
  if (range?.at === 0) return {at: found.index, start: range.start, finish: range.finish}
  const day = readDate(rest, assumed)?.date ?? null
  if (day !== null) return {at: found.index, ...weekAround(day)}
  return LIKE_DAY.test(rest) ? null : undefined
}

const LIKE_DAY = /^\d{1,2}(?!\d)|^\p{L}+\.?\s+\d{1,2}(?!\d)/u

/** The same where the words stand behind the day. */
function weekBehind(text: string, assumed: number | null): Week | undefined {
  const day = readDate(text.trimStart(), assumed)
  if (day?.date == null) return undefined
  const at = text.length - text.trimStart().length
  return patterns().behind.test(lower(text.slice(at + day.length))) ? {at, ...weekAround(day.date)} : undefined
}

/** From Monday to Sunday; a week that is called by a Sunday begins with it. */
function weekAround(date: string): Pick<Week, 'start' | 'finish'> {
  const day = dayNumber(date)
  const weekday = weekdayOf(day)
  const first = weekday === SUNDAY ? day : day - weekday
  return {start: dateOf(first), finish: dateOf(first + 6)}
}
const SUNDAY = 6
