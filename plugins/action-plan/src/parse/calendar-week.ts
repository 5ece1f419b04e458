import {dateOf, dayOf, weekdayOf} from '../model/date.ts'

/** A year behind a week makes it one of the calendar: "Week 49" counts from the plan's start, "Week 49, 2026" does not. */
const YEAR = '(?:19|20|21)\\d{2}'
const WORD = '(?:calendar\\s+weeks?|weeks?|wochen?|semaines?|semanas?|wk|kw|cw|w)\\.?'
const JOINT = '\\s*(?:-|–|—|~|to|bis|und|and|&|\\+)\\s*'
const BEHIND = `(?:\\s*[,/]\\s*|\\s+(?:of\\s+)?)`
const END = '(?=\\s*(?:$|[()[\\]:;–—]|-\\s))'

/** Weeks with their years, as they are written: "Week 49, 2026", "KW 49-51/2026", "KW 52 2026 - KW 2 2027", "2026-W49", "2026-W49 to W51". */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `\\b${WORD}\\s*(?<from>\\d{1,2})(?:${BEHIND}(?<year>${YEAR}))?(?:${JOINT}(?:${WORD}\\s*)?(?<to>\\d{1,2}))?${BEHIND}(?<last>${YEAR})${END}`,
    'i',
  ),
  new RegExp(
    `\\b(?<year>${YEAR})[\\s-]*${WORD}\\s*(?<from>\\d{1,2})(?:${JOINT}(?:(?<last>${YEAR})[\\s-]*)?(?:${WORD}\\s*)?(?<to>\\d{1,2}))?${END}`,
    'i',
  ),
]

/** The days of the calendar weeks (ISO 8601, Monday to Sunday) that a text names, and where it names them; null when there are no such weeks, undefined when it names none. */
export function readCalendarWeeks(text: string): {readonly start: string; readonly finish: string; readonly at: number} | null | undefined {
  for (const form of FORMS) {
    const found = form.exec(text)
    const {from, to = from, year, last = year} = found?.groups ?? {}
    if (found === null || from === undefined) continue
    const start = monday(Number(year ?? last), Number(from))
    const end = monday(Number(last), Number(to))
    if (start === null || end === null || start > end) return null
    return {start: dateOf(start), finish: dateOf(end + 6), at: found.index}
  }
  return undefined
}

/** The first day of a week of the calendar, as the number of a day; null when its year has no such week. A week belongs to the year of its Thursday, so that the fourth of January is always in the first. */
function monday(year: number, week: number): number | null {
  const fourth = dayOf(year, 1, 4)
  const found = fourth + (week - 1) * 7 - weekdayOf(fourth)
  return week >= 1 && dateOf(found + 3).startsWith(String(year)) ? found : null
}
