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

/** Quarters and months; one without a year has that of its neighbour. */
const PARTS: readonly RegExp[] = [
  /^Q(?<quarter>[1-4])(?:[\s/-]*(?:of\s+)?(?<year>\d{4}))?(?![\p{L}\d])/iu,
  /^(?<year>\d{4})[\s/-]?Q(?<quarter>[1-4])(?![\p{L}\d])/iu,
  new RegExp(`^${MONTH}(?:,?\\s+(?<year>\\d{4}))?(?![\\p{L}\\d])`, 'iu'),
]
/** "6-17 January 2026". */
const DAYS = new RegExp(`^(?<from>\\d{1,2})[-–—](?<to>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+${MONTH}(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`, 'i')
const JOINT = /^\s*(?:-|–|—|~|→|\/|&|\+|(?:,\s*)?\band\b|,|to\b|through\b|until\b|bis\b|und\b|至)\s*/i
const OPEN_START = /\b(?:from|since|after|before|by|until|ab|seit|nach|vor|bis)\s+$/i
/** What says that a period goes on without an end: "Week 9+". */
export const OPEN_END =
  /^\s*(?:\+|(?:(?:and|or)\s+)?(?:onwards?|later|beyond)\b|and\s+after\b|ff\b|(?:to|until|till|-|–|—)\s+(?:the\s+)?end\b)/i

interface Span {
  readonly start: string
  readonly finish: string
}
interface Named {
  readonly length: number
  readonly day: boolean
  readonly year: number | null
  readonly within: (year: number) => Span | null
}
/** Names with nothing but joints between them: "Q4 2026 - Q1 2027". */
interface Row {
  readonly at: number
  readonly end: number
  readonly names: readonly [Named, ...Named[]]
}

/** What a text says in days ("Nov 13 - Nov 20, 2026"), quarters ("Q1-Q2 2027") and months ("March 2027"), from the first to the last, and where it says so. Undefined when it names no more than days alone, null when what it names is no one range. */
export function readDateRange(text: string): (Span & {readonly at: number}) | null | undefined {
  const stated = /\b(\d{4})\b/.exec(text)?.[1]
  const year = stated === undefined ? null : Number(stated)
  const rows = rowsOf(text, year).map((row) => ({...row, span: spanOf(row, text, year)}))
  const ranges = rows.filter(({names}) => names.some((name) => name.year !== null) && (names.length > 1 || !names[0].day))
  if (ranges.length === 0) return undefined
  const spans = rows.flatMap(({span}) => span ?? [])
  const start = spans.map((span) => span.start).sort()[0]
  const finish = spans.map((span) => span.finish).sort()[spans.length - 1]
  const whole = ranges.find(({span}) => span?.start === start && span?.finish === finish)
  return spans.length < rows.length || whole?.span == null ? null : {...whole.span, at: whole.at}
}

function rowsOf(text: string, year: number | null): readonly Row[] {
  const rows: {at: number; end: number; names: [Named, ...Named[]]}[] = []
  let joint = ''
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const row = joint === '' ? undefined : rows.at(-1)
    const name = nameAt(rest, year, /\p{L}\s*$/u.test(text.slice(Math.max(0, at - 3), at))) ?? dayAlone(rest, row?.names.at(-1), joint)
    if (name === null) {
      joint = ''
      at = next(text, at)
      continue
    }
    const end = at + name.length
    if (row === undefined) rows.push({at, end, names: [name]})
    else {
      row.names.push(name)
      row.end = end
    }
    joint = JOINT.exec(text.slice(end))?.[0] ?? ''
    at = end + joint.length
  }
  return rows
}

/** `counts` says that a number here is one of a row, as in "Sprint 1-2 March 2026". */
function nameAt(text: string, assumedYear: number | null, counts: boolean): Named | null {
  const found = readDate(text, assumedYear)
  if (found !== null) return day(found.date, found.length)
  const days = counts ? null : DAYS.exec(text)
  if (days?.groups !== undefined) {
    const {from, to, month, year} = days.groups
    const of = (within: number): Span | null => {
      const [start, finish] = [iso(within, monthOf(month ?? ''), Number(from)), iso(within, monthOf(month ?? ''), Number(to))]
      return start === null || finish === null || start > finish ? null : {start, finish}
    }
    return {length: days[0].length, day: false, year: year === undefined ? null : Number(year), within: of}
  }
  for (const form of PARTS) {
    const part = form.exec(text)
    const {quarter, month, year} = part?.groups ?? {}
    // "may" without a year is a word.
    if (part === null || (month !== undefined && year === undefined && !/^\p{Lu}/u.test(text))) continue
    const last = month === undefined ? 3 * Number(quarter) : monthOf(month)
    return {
      length: part[0].length,
      day: false,
      year: year === undefined ? null : Number(year),
      within: (of) => span(of, month === undefined ? last - 2 : last, last),
    }
  }
  return null
}

/** "Nov 13-20, 2026": the second half is a day alone. */
function dayAlone(text: string, before: Named | undefined, joint: string): Named | null {
  const found = /^\d{1,2}(?!\d)/.exec(text)?.[0]
  if (found === undefined || before?.day !== true || before.year === null || /^\s*(?:[,/&+]|and|und)/i.test(joint)) return null
  const month = Number(before.within(before.year)?.start.slice(5, 7))
  return day(iso(before.year, month, Number(found)), found.length)
}

const day = (date: string | null, length: number): Named => ({
  length,
  day: true,
  year: date === null ? null : Number(date.slice(0, 4)),
  within: () => (date === null ? null : {start: date, finish: date}),
})

/** From the first name of a row to its last; null when they do not follow each other, or have no end. */
function spanOf({at, end, names}: Row, text: string, assumedYear: number | null): Span | null {
  if (OPEN_END.test(text.slice(end)) || (names.length === 1 && !names[0].day && OPEN_START.test(text.slice(Math.max(0, at - 10), at))))
    return null
  const years = names.map(({year}) => year)
  for (let index = years.length - 1; index >= 0; index--) years[index] ??= years[index + 1] ?? null
  for (let index = 0; index < years.length; index++) years[index] ??= years[index - 1] ?? assumedYear
  const spans = names.flatMap(({within}, index) => within(years[index] ?? 0) ?? [])
  const [first, last] = [spans[0], spans.at(-1)]
  const ordered = spans.length === names.length && spans.every(({start}, index) => index === 0 || start >= (spans[index - 1]?.start ?? ''))
  return ordered && first !== undefined && last !== undefined ? {start: first.start, finish: last.finish} : null
}

function span(year: number, fromMonth: number, toMonth: number): Span | null {
  const start = iso(year, fromMonth, 1)
  const finish = iso(year, toMonth, daysInMonth(year, toMonth))
  return start === null || finish === null ? null : {start, finish}
}

/** The next place where a date can start: a digit or a letter after something else. */
function next(text: string, at: number): number {
  const rest = /[^\p{L}\p{N}](?=[\p{L}\p{N}])/u.exec(text.slice(at))
  return rest === null ? text.length : at + rest.index + 1
}
