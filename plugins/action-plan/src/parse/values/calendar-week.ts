import {lower, once, periodFrames, periodNames, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {dateOf, dayOf, weekdayOf} from '../../model/date.ts'

/** A year behind a week makes it one of the calendar: "Week 49" counts from the plan's start, "Week 49, 2026" does not. */
const YEAR = '(?:19|20|21)\\d{2}'
const END = '(?=\\s*(?:$|[()[\\]:;–—）］：；]|-\\s))'
const START = '(?<![\\p{L}\\p{N}_])'

/** Weeks with their years, as they are written: "Week 49, 2026", "KW 49-51/2026", "KW 52 2026 - KW 2 2027", "2026-W49", "2026-W49 to W51", "2026年第49周". */
const forms = once((): readonly RegExp[] => {
  const word = `${anyOf(periodNames('calendarWeek', 'week'), 'start')}\\.?`
  const joint = `\\s*(?:[-–—~〜&+]|${anyOf(words(({until, and}) => [...until, ...and]))})\\s*`
  const behind = '(?:\\s*[,/]\\s*|\\s+(?:(?:of|de|del|van|von|r\\.)\\s+)?)'
  const frame = `(?:${anyOf(
    periodFrames('week', 'calendarWeek').map(([, name]) => name),
    'none',
  )})`
  return [
    new RegExp(
      `${START}${word}\\s*(?<from>\\d{1,2})(?:${behind}(?<year>${YEAR}))?(?:${joint}(?:${word}\\s*)?(?<to>\\d{1,2}))?${behind}(?<last>${YEAR})${END}`,
      'u',
    ),
    new RegExp(
      `${START}(?<year>${YEAR})[\\s-]*${word}\\s*(?<from>\\d{1,2})(?:${joint}(?:(?<last>${YEAR})[\\s-]*)?(?:${word}\\s*)?(?<to>\\d{1,2}))?${END}`,
      'u',
    ),
    new RegExp(
      `${START}(?<year>${YEAR})\\s*[年년]\\s*[第제]?\\s*(?<from>\\d{1,2})(?:\\s*${frame})?(?:${joint}[第제]?\\s*(?<to>\\d{1,2}))?\\s*${frame}${END}`,
      'u',
    ),
  ]
})

/** The days of the calendar weeks (ISO 8601, Monday to Sunday) that a text names, and where it names them; null when there are no such weeks, undefined when it names none. */
export function readCalendarWeeks(text: string): {readonly start: string; readonly finish: string; readonly at: number} | null | undefined {
  for (const form of forms()) {
    const found = form.exec(lower(text))
    const {from, to = from, year, last = year} = found?.groups ?? {}
    if (found === null || from === undefined) continue
    const start = monday(Number(year ?? last), Number(from))
    const end = monday(Number(last), Number(to))
    if (start === null || end === null || start > end) return null
    return {start: dateOf(start), finish: dateOf(end + 6), at: found.index}
  }
  return undefined
}

/** Words for weeks of the calendar alone: "KW 49", "CW 49-51" are no weeks of the plan, whatever their year is. */
const withoutYear = once(() => {
  const ofPlan = new Set(periodNames('week'))
  const word = `${anyOf(
    periodNames('calendarWeek').filter((name) => !ofPlan.has(name)),
    'start',
  )}\\.?`
  const joint = `\\s*(?:[-–—~〜&+/]|${anyOf(words(({until, and}) => [...until, ...and]))})\\s*`
  return new RegExp(`${START}${word}\\s*(?<from>\\d{1,2})(?:${joint}(?:${word}\\s*)?(?<to>\\d{1,2}))?${END}`, 'u')
})

/** Weeks of the calendar of which only the plan can say in which year they are; undefined for a text that names none. Without a year the dates are null. */
export function readWeeksOfSomeYear(
  text: string,
  year: number | null,
): {readonly dates: {readonly start: string; readonly finish: string} | null; readonly at: number} | undefined {
  const found = withoutYear().exec(lower(text))
  const {from, to = from} = found?.groups ?? {}
  if (found === null || from === undefined) return undefined
  const [first, last] = [Number(from), Number(to)]
  const start = year === null ? null : monday(year, first)
  // "KW 52-2" goes on into the next year.
  const end = year === null ? null : monday(last < first ? year + 1 : year, last)
  return {dates: start === null || end === null ? null : {start: dateOf(start), finish: dateOf(end + 6)}, at: found.index}
}

/** The first day of a week of the calendar, as the number of a day; null when its year has no such week. A week belongs to the year of its Thursday, so that the fourth of January is always in the first. */
function monday(year: number, week: number): number | null {
  const fourth = dayOf(year, 1, 4)
  const found = fourth + (week - 1) * 7 - weekdayOf(fourth)
  return week >= 1 && dateOf(found + 3).startsWith(String(year)) ? found : null
}
