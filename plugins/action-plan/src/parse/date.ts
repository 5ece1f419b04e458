const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** What a date is, in words. Years beyond these are slips of the pen, and have no room for the days around them. */
export const A_DATE = 'a date that exists, from 1900 to 9998, such as 2026-11-23'

/** True for an ISO calendar date that exists, in a year that a plan can mean. */
export function isDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text)?.map(Number) ?? []
  return (
    year !== undefined &&
    year >= 1900 &&
    year <= 9998 &&
    day !== undefined &&
    month !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(text) ? text : null
}

const monthOf = (word: string): number =>
  MONTHS.findIndex((month) => month === word.toLowerCase() || month.slice(0, 3) === word.toLowerCase().replace('.', '').slice(0, 3)) + 1
const MONTH =
  '(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'

/** Written forms of a date, each as it stands at the start of a text. Day/month/year with slashes is not one: it has two meanings. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})[-/.](?<m>\d{1,2})[-/.](?<day>\d{1,2})(?![\d/])/,
  /^(?<year>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/,
  /^(?<year>\d{4})\. (?<m>\d{1,2})\. (?<day>\d{1,2})\./,
  new RegExp(`^${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`, 'i'),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+${MONTH}(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`, 'i'),
]

/** A date at the start of `text`: ISO when it exists (`null` when it does not), and how many characters it takes. A year may come from `assumedYear`. */
export function readDate(text: string, assumedYear: number | null = null): {readonly date: string | null; readonly length: number} | null {
  for (const form of FORMS) {
    const found = form.exec(text)
    if (found?.groups === undefined) continue
    const {year, m, month, day} = found.groups
    const stated = year === undefined ? assumedYear : Number(year)
    if (stated === null) continue
    return {date: iso(stated, m === undefined ? monthOf(month ?? '') : Number(m), Number(day)), length: found[0].length}
  }
  return null
}

const RANGE = /\s*(?:-|–|—|to|until|bis|~|→)\s*/i

/** A range of dates ("Nov 13 - Nov 20, 2026", "2026-01-05 to 2026-01-09"), a quarter ("Q1 2027") or a month with its year ("March 2027"). */
export function readDateRange(text: string): {readonly start: string; readonly finish: string} | null {
  const quarter = /\bQ([1-4])[\s/-]*(?:of\s+)?(\d{4})\b/i.exec(text) ?? /\b(\d{4})[\s/-]*Q([1-4])\b/i.exec(text)
  if (quarter !== null) {
    const [a, b] = [Number(quarter[1]), Number(quarter[2])]
    const [n, year] = a > 4 ? [b, a] : [a, b]
    return span(year, 3 * n - 2, year, 3 * n)
  }
  const year = /\b(\d{4})\b/.exec(text)?.[1]
  for (let at = 0; at < text.length; at = next(text, at)) {
    const first = readDate(text.slice(at), year === undefined ? null : Number(year))
    if (first === null) continue
    const rest = text.slice(at + first.length)
    const separator = RANGE.exec(rest)
    const tail = separator?.index === 0 ? rest.slice(separator[0].length) : ''
    const second =
      readDate(tail, year === undefined ? null : Number(year)) ?? sameMonth(text.slice(at, at + first.length), tail, first.date)
    if (first.date !== null && second?.date != null && first.date <= second.date) return {start: first.date, finish: second.date}
    return null
  }
  const month = new RegExp(`\\b${MONTH}\\s+(?<year>\\d{4})\\b`, 'i').exec(text)
  if (month?.groups === undefined) return null
  const m = monthOf(month.groups.month ?? '')
  return span(Number(month.groups.year), m, Number(month.groups.year), m)
}

/** "Nov 13-20, 2026": the second half is a day alone. */
function sameMonth(_first: string, tail: string, date: string | null): {readonly date: string | null} | null {
  const day = /^(\d{1,2})(?!\d)/.exec(tail)?.[1]
  return day === undefined || date === null ? null : {date: iso(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(day))}
}

function span(fromYear: number, fromMonth: number, toYear: number, toMonth: number): {start: string; finish: string} | null {
  const start = iso(fromYear, fromMonth, 1)
  const finish = iso(toYear, toMonth, daysInMonth(toYear, toMonth))
  return start === null || finish === null ? null : {start, finish}
}

/** The next place where a date can start: a digit or a letter after something else. */
function next(text: string, at: number): number {
  const rest = /[^\p{L}\p{N}](?=[\p{L}\p{N}])/u.exec(text.slice(at))
  return rest === null ? text.length : at + rest.index + 1
}
