import {once, periodFrames, periodNames, words} from '../lexicon/lexicon.ts'
import {anyOf} from '../lexicon/pattern.ts'

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
      'iu',
    ),
    new RegExp(
      `${START}(?<year>${YEAR})[\\s-]*${word}\\s*(?<from>\\d{1,2})(?:${joint}(?:(?<last>${YEAR})[\\s-]*)?(?:${word}\\s*)?(?<to>\\d{1,2}))?${END}`,
      'iu',
    ),
    new RegExp(
      `${START}(?<year>${YEAR})\\s*[年년]\\s*[第제]?\\s*(?<from>\\d{1,2})(?:\\s*${frame})?(?:${joint}[第제]?\\s*(?<to>\\d{1,2}))?\\s*${frame}${END}`,
      'iu',
    ),
  ]
})

/** The days of the calendar weeks (ISO 8601, Monday to Sunday) that a text names, and where it names them; null when there are no such weeks, undefined when it names none. */
export function readCalendarWeeks(text: string): {readonly start: string; readonly finish: string; readonly at: number} | null | undefined {
  for (const form of forms()) {
    const found = form.exec(text)
    const {from, to = from, year, last = year} = found?.groups ?? {}
    if (found === null || from === undefined) continue
    const start = monday(Number(year ?? last), Number(from))
    const end = monday(Number(last), Number(to))
    if (start === null || end === null || start > end) return null
    return {start: iso(start), finish: iso(end + 6 * DAY), at: found.index}
  }
  return undefined
}

const DAY = 24 * 60 * 60 * 1000
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The first day of a week of the calendar, in milliseconds since 1970; null when its year has no such week. A week belongs to the year of its Thursday, so that the fourth of January is always in the first. */
function monday(year: number, week: number): number | null {
  const fourth = Date.UTC(year, 0, 4)
  const found = fourth + ((week - 1) * 7 - ((new Date(fourth).getUTCDay() + 6) % 7)) * DAY
  return week >= 1 && new Date(found + 3 * DAY).getUTCFullYear() === year ? found : null
}
