import {LANGUAGES, lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {daysInMonth, isDate} from '../../model/date.ts'
import {isEnglishMonth, monthAlone, monthNamed} from './month.ts'

function iso(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(text) ? text : null
}

/** A word and the point of a short one. */
const MONTH = '(?<month>\\p{L}[\\p{L}\\p{M}]*)\\.?'
const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>\\d{4})'

/** No date is longer. */
const LONGEST = 60

/** A date starts with a number or a month: most texts are told by that. */
function startsDate(text: string): boolean {
  return /^\d+/.test(text) || monthNamed(/^\p{L}{1,15}/u.exec(text)?.[0] ?? '') > 0
}

/** How dates are written, each as it stands at the start of a text. Between points the day comes first; with slashes or hyphens that is only told by a day behind the twelfth, or one with the number of its month. */
const forms = once((): readonly RegExp[] => {
  const templates = [...new Set(LANGUAGES.flatMap(({dates}) => dates))].sort((a, b) => b.length - a.length)
  const withoutYear = templates
    .filter((template) => /^Y[年년]| Y$/u.test(template))
    .map((template) => template.replace(/,? (?:[a-z]+ )?Y$|^Y[年년] ?/u, ''))
  return [
    /^(?<year>\d{4})[-/.](?<m>\d{1,2})[-/.](?<day>\d{1,2})(?![\d/])/,
    /^(?<day>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/,
    /^(?<day>1[3-9]|2\d|3[01])([/-])(?<m>\d{1,2})\2(?<year>\d{4})(?!\d)/,
    /^(?<m>\d{1,2})([/-])(?<day>1[3-9]|2\d|3[01])\2(?<year>\d{4})(?!\d)/,
    /^(?<m>0?(?<day>[1-9]|1[0-2]))([/-])0?\k<day>\3(?<year>\d{4})(?!\d)/,
    // "30.11.–4.12.2026": the first half of a range.
    /^(?<day>\d{1,2})\.(?<m>\d{1,2})\.?(?=\s?[-–—]\s?\d{1,2}\.\d{1,2}\.\d{4})/,
    ...[...templates, ...new Set(withoutYear)].map((template) => new RegExp(`^${source(template)}(?!\\d)`, 'u')),
  ]
})

/** The regular expression of a written form: D, M and Y are numbers, MONTH is a word. */
function source(template: string): string {
  // "4.", "1er", "4th": only where the month is a word.
  const ordinal = template.includes('MONTH')
    ? `(?:${anyOf(
        words((language) => language.ordinals),
        'none',
      )})?\\.?`
    : ''
  const parts: Readonly<Record<string, string>> = {MONTH, D: DAY + ordinal, M: '(?<m>\\d{1,2})', Y: YEAR}
  return template
    .replace(/[.]/g, '\\.')
    .replace(/\bMONTH\b|[DMY](?=\P{L}|$|[年月日号號년월일])/gu, (token) => `<${token}>`)
    .replace(/,? +/g, (gap) => (template.includes('MONTH') ? (gap.startsWith(',') || gap === ' ' ? ',?\\s+' : '\\s+') : '\\s*'))
    .replace(/([年月년월])/g, '\\s*$1\\s*')
    .replace(/([日号號일])/g, '\\s*$1')
    .replace(/<(MONTH|[DMY])>/g, (_, token: string) => parts[token] as string)
}

/** A date at the start of `text`: ISO when it exists (`null` when it does not), and how many characters it takes. A year may come from `assumedYear`. */
export function readDate(text: string, assumedYear: number | null = null): {readonly date: string | null; readonly length: number} | null {
  const written = lower(text.slice(0, LONGEST))
  if (!startsDate(written)) return null
  for (const form of forms()) {
    const found = form.exec(written)
    if (found?.groups === undefined) continue
    const {year, m, month, day} = found.groups
    const stated = year === undefined ? assumedYear : Number(year)
    const named = m === undefined ? (year === undefined ? monthAlone : monthNamed)(month ?? '') : Number(m)
    if (stated === null || (m === undefined && named === 0)) continue
    return {date: iso(stated, named, Number(day)), length: found[0].length}
  }
  return null
}

/** Quarters and months; one without a year has that of its neighbour. */
const parts = once((): readonly RegExp[] => {
  const quarter = anyOf(
    words(({periods}) => periods.quarter.filter((name) => /^\p{L}+ #$/u.test(name)).map((name) => name.slice(0, -2))),
    'start',
  )
  const longQuarter = anyOf(
    words(({periods}) => periods.quarter.filter((name) => /^\p{L}{4,} #$/u.test(name)).map((name) => name.slice(0, -2))),
    'start',
  )
  const named = anyOf(words(({units}) => units.quarter))
  return [
    // "I квартал 2027", "1. Quartal 2027", "1er trimestre 2027".
    new RegExp(
      `^(?:(?<quarter>[1-4])|(?<roman>iv|i{1,3}))(?:${anyOf(
        words((language) => language.ordinals),
        'none',
      )}|[.ºª°-])?\\s*${named}\\s+(?:(?:of|de|del)\\s+)?(?<year>\\d{4})(?![\\p{L}\\d])`,
      'u',
    ),
    /^Q(?<quarter>[1-4])(?:[\s/-]*(?:of\s+)?(?<year>\d{4}))?(?![\p{L}\d])/iu,
    /^(?<year>\d{4})[\s/-]?Q(?<quarter>[1-4])(?![\p{L}\d])/iu,
    new RegExp(`^${quarter}\\s*(?<quarter>[1-4])[\\s/-]+(?:(?:of|de|del)\\s+)?(?<year>\\d{4})(?![\\p{L}\\d])`, 'u'),
    new RegExp(`^${longQuarter}\\s*(?<quarter>[1-4])(?![\\p{L}\\d.])`, 'u'),
    /^(?<year>\d{4})\s*[年년]\s*第?(?<quarter>[1-4])\s*(?:季度|四半期|분기)/u,
    ...[...new Set(LANGUAGES.flatMap(({monthsOfYear}) => monthsOfYear))]
      .sort((a, b) => b.length - a.length)
      .map((template) => new RegExp(`^${source(template)}${template.includes('MONTH') ? '(?![\\p{L}\\d])' : '(?!\\d)'}`, 'u')),
    new RegExp(`^${MONTH}(?![\\p{L}\\d])`, 'u'),
  ]
})
const patterns = once(() => {
  const until = anyOf(words((language) => language.until))
  const and = anyOf(words((language) => language.and))
  const onwards = words((language) => language.onwards)
  // "von März 2027" is open, "Ende von März 2027" is not.
  const open = words(({from, after, before}) => [...from, ...after, ...before]).filter((word) => !OF.has(word))
  return {
    /** "6-17 January 2026", "4 a 8 de diciembre de 2026". */
    days: new RegExp(
      `^(?<from>\\d{1,2})(?:\\.?\\s?[-–—]\\s?|\\.?\\s+${until}\\s+)(?<to>\\d{1,2})(?:${anyOf(
        words((language) => language.ordinals),
        'none',
      )})?\\.?\\s+(?:(?:de|of)\\s+)?${MONTH}(?:,?\\s+(?:(?:de|del|of)\\s+)?(?<year>\\d{4}))?(?!\\d)`,
      'u',
    ),
    joint: new RegExp(`^\\s*(?:[-–—~〜→/&+、]|(?:,\\s*)?${and}|,|${until})\\s*`, 'u'),
    more: new RegExp(`^\\s*(?:[,/&+、]|${and})`, 'u'),
    openStart: new RegExp(`${anyOf(open)}\\s+$`, 'u'),
    /** Before the first of two days: "del 14 al 23 de diciembre". */
    opening: new RegExp(`${anyOf(words(({from, after}) => [...from, ...after]))}\\s+$`, 'u'),
    openEnd: new RegExp(
      `^\\s*(?:\\+|(?:${and}\\s+|${anyOf(words((language) => language.or))}\\s+)?(?:${anyOf(
        onwards.filter((word) => word.length > 1 || !isUnspaced(word)),
      )}|${anyOf(onwards.filter((word) => word.length === 1 && isUnspaced(word)))}(?![\\p{L}\\p{N}]))|and\\s+after\\b|(?:to|until|till|[-–—])\\s+(?:the\\s+)?end\\b)`,
      'u',
    ),
  }
})
const OF = new Set(['de', 'du', 'del', 'von', 'van', 'da'])

/** Whether what follows a period says that it goes on without an end: "Week 9+". */
export function isOpenEnd(text: string): boolean {
  return patterns().openEnd.test(lower(text.slice(0, LONGEST)))
}

interface Span {
  readonly start: string
  readonly finish: string
}
interface Named {
  readonly length: number
  readonly day: boolean
  /** It has both ends: "from 14 to 18 December 2026". */
  readonly hasEnd?: true
  readonly year: number | null
  readonly within: (year: number) => Span | null
}
/** Names with nothing but joints between them: "Q4 2026 - Q1 2027". */
interface DatePatternRow {
  readonly at: number
  readonly end: number
  readonly names: readonly [Named, ...Named[]]
}

/** `assumed` is the year of a text that names none. What a text says in days ("Nov 13 - Nov 20, 2026"), quarters ("Q1-Q2 2027") and months ("March 2027"), from the first to the last, and where it says so. Undefined when it names no more than days alone, null when what it names is no one range. */
export function readDateRange(text: string, assumed: number | null = null): (Span & {readonly at: number}) | null | undefined {
  const stated = /(?<![\p{L}\d])(\d{4})(?!\d|[A-Za-z_])/u.exec(text)?.[1]
  const year = stated === undefined ? assumed : Number(stated)
  const rows = rowsOf(text, year).map((row) => ({...row, span: spanOf(row, text, year)}))
  const ranges = rows.filter(
    ({names}) =>
      ((stated === undefined && assumed !== null) || names.some((name) => name.year !== null)) && (names.length > 1 || !names[0].day),
  )
  if (ranges.length === 0) return undefined
  const spans = rows.flatMap(({span}) => span ?? [])
  const start = spans.map((span) => span.start).sort()[0]
  const finish = spans.map((span) => span.finish).sort()[spans.length - 1]
  const whole = ranges.find(({span}) => span?.start === start && span?.finish === finish)
  return spans.length < rows.length || whole?.span == null ? null : {...whole.span, at: whole.at}
}

function rowsOf(text: string, year: number | null): readonly DatePatternRow[] {
  const rows: {at: number; end: number; names: [Named, ...Named[]]}[] = []
  let joint = ''
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const row = joint === '' ? undefined : rows.at(-1)
    const before = lower(text.slice(Math.max(0, at - 8), at))
    const name =
      nameAt(rest, year, /\p{L}\s*$/u.test(before) && !patterns().opening.test(before)) ?? dayAlone(rest, row?.names.at(-1), joint)
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
    joint = patterns().joint.exec(lower(text.slice(end, end + LONGEST)))?.[0] ?? ''
    at = end + joint.length
  }
  return rows
}

const ROMAN: Readonly<Record<string, string>> = {i: '1', ii: '2', iii: '3', iv: '4'}

/** `counts` says that a number here is one of a row, as in "Sprint 1-2 March 2026". */
function nameAt(text: string, assumedYear: number | null, counts: boolean): Named | null {
  const found = readDate(text, assumedYear)
  if (found !== null) return day(found.date, found.length)
  const days = counts ? null : patterns().days.exec(lower(text.slice(0, LONGEST)))
  if (days?.groups !== undefined) {
    const {from, to, month, year} = days.groups
    const named = (year === undefined ? monthAlone : monthNamed)(month ?? '')
    const of = (within: number): Span | null => {
      const [start, finish] = [iso(within, named, Number(from)), iso(within, named, Number(to))]
      return start === null || finish === null || start > finish ? null : {start, finish}
    }
    if (named > 0) return {length: days[0].length, day: false, hasEnd: true, year: year === undefined ? null : Number(year), within: of}
  }
  const written = lower(text.slice(0, LONGEST))
  if (!startsDate(written) && !/^(?:\p{L}{1,12}\s*\d|i[iv]{0,2}\s)/u.test(written)) return null
  for (const form of parts()) {
    const part = form.exec(written)
    const {roman, quarter = roman === undefined ? undefined : ROMAN[roman], m, month, year} = part?.groups ?? {}
    // "may" without a year is a word.
    if (part === null || (month !== undefined && year === undefined && isEnglishMonth(month) && !/^\p{Lu}/u.test(text))) continue
    const last =
      quarter !== undefined
        ? 3 * Number(quarter)
        : m !== undefined
          ? Number(m)
          : (year === undefined ? monthAlone : monthNamed)(month ?? '')
    if (last < 1 || last > 12) continue
    return {
      length: part[0].length,
      day: false,
      year: year === undefined ? null : Number(year),
      within: (of) => span(of, quarter === undefined ? last : last - 2, last),
    }
  }
  return null
}

/** "Nov 13-20, 2026": the second half is a day alone. */
function dayAlone(text: string, before: Named | undefined, joint: string): Named | null {
  const found = /^\d{1,2}(?!\d)/.exec(text)?.[0]
  if (found === undefined || before?.day !== true || before.year === null || patterns().more.test(joint)) return null
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
function spanOf({at, end, names}: DatePatternRow, text: string, assumedYear: number | null): Span | null {
  if (
    isOpenEnd(text.slice(end)) ||
    (names.length === 1 &&
      !names[0].day &&
      names[0].hasEnd !== true &&
      patterns().openStart.test(lower(text.slice(Math.max(0, at - 20), at))))
  )
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
