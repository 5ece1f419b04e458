import {dateOf, dayNumber, daysBetween, weekdayOf} from '../../model/date.ts'
import {readDateRange} from './date.ts'
import {durationAt, type Length} from './length.ts'

/** A longer value is prose. */
const LONGEST = 120
/** Any year that is none with a leap day: only the days between two dates are counted. */
const SOME_YEAR = 2026

/** A duration that dates make: "21 days (Jan 12 - Feb 2)" are days of the calendar, "Nov 2 - Nov 13, 2026" are the working days between. Null for anything else. */
export function readWindow(text: string): Length | null {
  if (text.length > LONGEST) return null
  const bracket = /\(([^()]*)\)\s*$/.exec(text)
  if (bracket === null) return workingDays(text)
  const stated = durationAt(text)
  const range = rangeOf(bracket[1] as string)
  if (stated === null || range === null || text.slice(stated.length, bracket.index).trim() !== '') return null
  // A week or less may be days of work as well.
  const apart = daysBetween(range.start, range.finish)
  const isCalendar = stated.days > 5 && stated.days % 1 === 0 && (stated.days === apart || stated.days === apart + 1)
  return isCalendar ? {...stated, days: (stated.days * 5) / 7} : null
}

function rangeOf(text: string): {readonly start: string; readonly finish: string} | null {
  return readDateRange(text) ?? readDateRange(`${text}, ${SOME_YEAR}`) ?? null
}

/** The days from Monday to Friday between two dates; a month or a quarter says when, not how long. */
function workingDays(text: string): Length | null {
  const range = readDateRange(text)
  if (range == null || range.at > 0 || (range.start.endsWith('-01') && dateOf(dayNumber(range.finish) + 1).endsWith('-01'))) return null
  let days = 0
  for (let day = dayNumber(range.start); day <= dayNumber(range.finish) && days < 1000; day++) if (weekdayOf(day) < 5) days++
  return days === 0 ? null : {days, length: text.length, unit: 'day'}
}
