import type {PeriodWord} from '../../lexicon/language.ts'
import {fold, LANGUAGES, lower, once, periodFrames, periodNames, remembered, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {dateOf, dayNumber} from '../../model/date.ts'
import type {Period} from '../../model/plan.ts'
import {readCalendarWeeks, readWeeksOfSomeYear} from './calendar-week.ts'
import {stateNamed} from './state.ts'
import {isOpenEnd, readDate, readDateRange} from './date.ts'
import {fiscalQuarters} from './fiscal.ts'
import {readWeekOf} from './week-of.ts'

// eslint-disable-next-line max-lines-per-function -- a table of patterns
const patterns = once(() => {
  const and = anyOf(words((language) => language.and))
  const until = anyOf(words((language) => language.until))
  /** A year behind a comma is none of the numbers. */
  const joint = `(?:[-–—~〜&+、]|${until}|${and}|,(?!\\s*(?:19|20|21)\\d\\d(?!\\d)))`
  const more = `(?:,\\s*${and}|[,、&+]|${and})`
  /** "(Day 1 - 6 hours)" is a day and a length of work. */
  const noLength = `(?!\\d+(?:[.,]\\d+)?\\s*${anyOf(
    words(({units}) => [...units.hour, ...units.minute]),
    'end',
  )})`
  const week = anyOf(periodNames('week'), 'start')
  const day = anyOf(periodNames('day'), 'start')
  const month = anyOf(periodNames('month'), 'start')
  const quarter = anyOf(
    periodNames('quarter').filter((name) => name !== 't'),
    'start',
  )
  const phase = anyOf(
    [...periodNames('phase', 'sprint', 'milestone', 'stage', 'iteration'), ...periodNames('quarter').filter((name) => name !== 't')],
    'start',
  )
  /** A number, the one that it goes to, and more of them: "1", "1-2", "1 - Week 2", "1, 2 and 4". */
  const numbers = (unit: string): string => {
    const end = `(?=\\s*(?:$|[()[\\]:,&+（）：，、]|${and}))`
    return `(\\d+)(?:\\s*${joint}\\s*(?:${unit}\\s*)?(?!\\d+-\\d+-\\d)${noLength}(\\d+))?((?:\\s*${more}\\s*(?:${unit}\\s*)?\\d{1,3}(?:\\s*[-–—]\\s*\\d{1,3})?${end})*)`
  }
  const named = (unit: string): RegExp => new RegExp(`${unit}\\s*${numbers(unit)}`, 'u')
  /** The number stands in its name: "第1-2周", "3주차". */
  const framed = (...kinds: readonly PeriodWord[]): RegExp => {
    const sources = periodFrames(...kinds).map(([before, behind]) => {
      const [first, last] = [before === '' ? '' : `${anyOf([before], 'none')}\\s*`, anyOf([behind], 'none')]
      return `${first}(\\d+)(?:\\s*(?:${last})?\\s*${joint}\\s*(?:${first === '' ? '' : `(?:${first})?`})(\\d+))?()\\s*${last}`
    })
    return new RegExp(sources.join('|'), 'u')
  }
  return {
    /** Words that count windows from the plan's start; the last have no length of their own. */
    units: [
      {unit: 'week', pattern: named(week)},
      {unit: 'week', pattern: framed('week')},
      {unit: 'day', pattern: named(day)},
      {unit: 'day', pattern: framed('day')},
      {unit: 'month', pattern: named(month)},
      {unit: 'month', pattern: framed('month')},
      {unit: 'unknown', pattern: new RegExp(`^[^\\p{L}\\p{N}]*${phase}\\s*\\d+`, 'u')},
      {
        unit: 'unknown',
        pattern: new RegExp(`^[^\\p{L}\\p{N}]*(?:${framed('phase', 'sprint', 'milestone', 'stage', 'iteration').source})`, 'u'),
      },
    ] as const,
    /** "Week 0" is before all that is counted. */
    zero: new RegExp(`(?:${week}|${day}|${month})\\s*0(?![\\d.])`, 'u'),
    framedPhase: new RegExp(`^[^\\p{L}\\p{N}]*(?:${framed('phase', 'sprint', 'milestone', 'stage', 'iteration').source})`, 'u'),
    /** "Week 4 - Month 2": an end in another unit. "Week 1/2": two weeks, or one of two. */
    otherEnd: new RegExp(`^\\s*(?:[-–—~&+]|${until}|${and})\\s*(?:${week}|${day}|${month}|${quarter})\\s*\\d|^\\s*/\\s*\\d`, 'u'),
    /** What may stand before a period: "3 weeks of cleaning" is none, it must open the heading or a bracket. */
    opens: new RegExp(
      `^(?:[^\\p{L}\\p{N}_]|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}])*$|[([:–—（［：-]\\s*$|^[^\\p{L}\\p{N}]*${phase}[^()]*[(:–—-]\\s*$`,
      'u',
    ),
    kind: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:week|phase|sprint|month|milestone|stage|iteration|quarter|q[1-4]|\\d{4}|${anyOf(
        periodNames('week', 'calendarWeek', 'month', 'quarter', 'phase', 'sprint', 'milestone', 'stage', 'iteration').filter(
          (name) => name.length > 2 || name === 'kw',
        ),
      )})`,
      'u',
    ),
    /** "From Q1 2027"; a week of the calendar without its year. */
    openStart: new RegExp(`^[^\\p{L}\\p{N}]*(?:${anyOf(words(({from, after}) => [...from, ...after]))}\\s+|[kc]w\\s*(?=\\d))`, 'u'),
    from: new RegExp(`^[^\\p{L}\\p{N}]*${anyOf(words(({from, after}) => [...from, ...after]))}\\s+$`, 'u'),
    month: new RegExp(
      `${anyOf(words(({months, shortMonths}) => [...months, ...shortMonths].flat()).filter((name) => !/\\d/.test(name)))}\\.?\\s*(?:\\d|[-–—])`,
      'u',
    ),
    halfYear: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:\\d[.ºª]?\\s*)?${anyOf(words(({periods}) => periods.halfYear.map((name) => name.replace('#', '').trim())).filter((name) => name.length > 1 && name !== 'half'))}`,
      'u',
    ),
  }
})

/** A period that has no end, or no one reading. */
const UNREADABLE = Symbol('unreadable')
/** A phase by its words, whose dates cannot be read: "Sprint 3 (02/02/2026 – 13/02/2026)", "Q1" of no year. */
const UNDATED = Symbol('undated')
/** A year, a month's name with something beside it, a quarter, a date of numbers. */
const WHEN =
  /\b(?:19|20|21)\d{2}\b|\bq[1-4]\b|\b\d{1,2}\/\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.(?!\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?\.?\s*(?:\d|[-–—])/i
/** Periods that are named in ways that nobody here reads. */
const ELSEWHERE =
  /^\W*(?:weeks?\s+(?:of|ending|commencing|beginning|starting)\b|w\/[ce]\b|h[12](?=\s*(?:$|[:(–—-]|goals?|plan|roadmap|objectives?|targets?))|(?:first|second)\s+half\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s*[-–—]|\d{1,2}\s+[-–—]\s+\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu

/** The period that a heading states; null when it is no period at all, or none that can be read as a whole. "Phase 1 (Weeks 1-2)" is its weeks; "Sprint 3" alone has no dates. */
export function readPeriod(heading: string, assumedYear: number | null = null): Period | null {
  const read = periodOf(heading, assumedYear)
  return read === UNREADABLE ? null : read === UNDATED ? {unit: 'unknown'} : read
}

/** True for a heading that is meant as a period and gives no dates: "Week 9+", "From Q1 2027", "KW 49". */
export function isUnreadablePeriod(heading: string): boolean {
  // "Phase 2 (done 2026-02-19)" says when something was, and "Phase 2.1/2.2" numbers parts.
  if (saysWhatWas(heading) || /\d\.\d+\s*\/\s*\d|\s[✅✔☑]/u.test(heading) || patterns().zero.test(lower(heading))) return false
  const read = periodOf(heading)
  if (read !== null) return read === UNREADABLE || read === UNDATED
  const start = patterns().openStart.exec(lower(heading))?.[0]
  if (start === undefined) return false
  const rest = periodOf(/w\s*$/i.test(start) ? `week ${heading.slice(start.length)}` : heading.slice(start.length))
  return rest !== null && (typeof rest === 'symbol' || rest.unit !== 'unknown')
}

/** A bracket with one day and a word for a state. */
function saysWhatWas(heading: string): boolean {
  const inner = /[(（]([^()（）]{0,60}\d{4}-\d{2}-\d{2}[^()（）]{0,60})[)）]/u.exec(heading)?.[1] ?? ''
  if (inner === '' || (inner.match(/\d{4}-\d{2}-\d{2}/g) ?? []).length > 1) return false
  const words = fold(inner.replace(/\d{4}-\d{2}-\d{2}/, ' '))
    .split(/[\s,;:，、；—–-]+/u)
    .filter((word) => word !== '')
  return words.some((word, at) => stateNamed(word) !== null || stateNamed(`${word} ${words[at + 1] ?? ''}`) !== null)
}

/** "Q1: Why is it slow?" is the first question of a list, no quarter. */
const question = once(
  () =>
    new RegExp(`^[^\\p{L}\\p{N}]*q\\d{1,3}\\s*[.):：–—-]\\s*(?:${anyOf(words(({questions}) => questions))}|[^\\s?？][^?？]*[?？])`, 'u'),
)

/** A longer heading is prose and states no period. */
const LONGEST = 200

/** "Sprint 12 (5-16 Oct)", "Q1 goals", "Dec 1 - Dec 5": a period in days, months or quarters whose year nobody wrote. */
export function lacksYear(heading: string): boolean {
  if (heading.length > LONGEST || /(?<!\d)(?:19|20|21)\d{2}(?!\d)/.test(heading)) return false
  const read = periodOf(heading)
  const isMeant = typeof read === 'symbol' || (read?.unit === 'unknown' && (/\d\D+\d/.test(heading) || MONTHS_IN_BRACKETS.test(heading)))
  return isMeant && readPeriod(heading, SOME_YEAR)?.unit === 'date'
}
const SOME_YEAR = 2026
const MONTHS_IN_BRACKETS = /\(\p{L}{3,12}\.?(?:\s?[-–—]\s?\p{L}{3,12}\.?)?\)/u

const NUMERALS = '一二三四五六七八九'
/** "第二阶段" as "第2阶段": the length stays. */
const withDigits = (text: string): string =>
  text.includes('第')
    ? text.replace(/第([一二三四五六七八九])(?![一二三四五六七八九十])/gu, (_, one: string) => `第${NUMERALS.indexOf(one) + 1}`)
    : text

function periodOf(text: string, assumedYear: number | null = null): Period | typeof UNREADABLE | typeof UNDATED | null {
  return periodWithYear(`${assumedYear ?? ''} ${text}`)
}

/** The period of a text behind the year that it may be in; none stands before the blank where no year may be assumed. */
const periodWithYear = remembered((key) => {
  const blank = key.indexOf(' ')
  return periodIn(key.slice(blank + 1), blank === 0 ? null : Number(key.slice(0, blank)))
})

function periodIn(text: string, assumedYear: number | null): Period | typeof UNREADABLE | typeof UNDATED | null {
  if (text.length > LONGEST || question().test(lower(text))) return null
  const written = withDigits(text)
  const heading = lower(written)
  // What is counted and every date has a digit.
  if (!/\d/.test(heading)) return isElsewhere(heading) ? UNREADABLE : null
  const open = openPeriod(written, heading, assumedYear)
  if (open !== undefined) return open
  const weeks = readCalendarWeeks(heading)
  if (weeks === null) return UNREADABLE
  if (weeks !== undefined)
    return patterns().opens.test(heading.slice(0, weeks.at)) ? {unit: 'date', start: weeks.start, finish: weeks.finish} : null
  if (isFiscal(written)) return UNDATED
  const week = readWeekOf(written, assumedYear)
  if (week === null) return UNREADABLE
  if (week !== undefined && patterns().opens.test(heading.slice(0, week.at))) return {unit: 'date', start: week.start, finish: week.finish}
  const half = halfYearOf(heading, assumedYear) ?? halfYearOf(behindPhase(heading), assumedYear)
  if (half !== null) return half
  const dates = readDateRange(written, assumedYear)
  if (dates != null && opensDates(heading, dates.at)) return {unit: 'date', start: dates.start, finish: dates.finish}
  const some = dates === undefined ? readWeeksOfSomeYear(heading, assumedYear) : undefined
  if (some !== undefined && patterns().opens.test(heading.slice(0, some.at)))
    return some.dates === null ? UNREADABLE : {unit: 'date', ...some.dates}
  for (const {unit, pattern} of patterns().units) {
    const found = pattern.exec(heading)
    if (found === null) continue
    if (unit === 'unknown') return dates === null ? UNREADABLE : hintsAtDates(heading, found[0].length) ? UNDATED : {unit}
    if (!patterns().opens.test(heading.slice(0, found.index))) continue
    const rest = heading.slice(found.index + found[0].length)
    if (isOpenEnd(rest) || patterns().otherEnd.test(rest)) return UNREADABLE
    const stated = found.slice(1).filter((part) => part !== undefined && part !== '')
    const from = Number(stated[0])
    const to = Number(/(?<!\d)\d+$/.exec(stated.at(-1) ?? '')?.[0])
    return from >= 1 && to >= from && to < 10_000 ? {unit, from, to} : UNDATED
  }
  return isElsewhere(heading) ? UNREADABLE : null
}

const openings = once(() => {
  const all = words((language) => language.onwards)
  const [spaced, unspaced] = [all.filter((word) => !isUnspaced(word)), all.filter(isUnspaced)]
  const joined = anyOf(words(({and, or}) => [...and, ...or]))
  const after = anyOf(words((language) => language.after).filter((word) => !isUnspaced(word)))
  const from = anyOf(words((language) => language.from))
  const phase = anyOf(periodNames('phase', 'sprint', 'milestone', 'stage', 'iteration'), 'start')
  const unit = (kind: 'week' | 'month'): string =>
    anyOf([...words(({units}) => units[kind]), ...periodNames(kind)].filter((name) => !isUnspaced(name) && name.length > 1))
  return {
    /** "From ", "Phase 3 (after ", with what stands before it. */
    begins: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:${phase}\\s*\\d+[^()（）]{0,60}[(（:–—-]\\s*)?(?:(?<after>${after})|${from})(?:\\s+|(?=[\\p{Script=Han}\\d]))`,
      'u',
    ),
    /** "+", "onwards", "und später" right behind what they go on from. */
    goesOn: new RegExp(
      `(?<=[\\d\\p{Script=Han}\\p{Script=Hangul}])(?:\\+(?!\\s*[\\p{L}\\p{N}])|\\s*(?:${joined}\\s+)?(?:${anyOf(spaced)})|\\s*(?:${anyOf(
        unspaced.filter((word) => word.length > 1),
        'none',
      )}(?!\\s*[第제\\d])|${anyOf(
        unspaced.filter((word) => word.length === 1),
        'none',
      )}(?![\\p{L}\\p{N}])))`,
      'gu',
    ),
    /** "the 3rd week", "3. Woche". */
    ordinal: new RegExp(
      `^(\\d{1,3})(?:\\.|-?${anyOf(
        words((language) => language.ordinals),
        'none',
      )})?\\s+(?:(${unit('week')})|${unit('month')})`,
      'u',
    ),
  }
})

/** "From week 3 on", "Week 9+", "ab der 3. Woche", "after March 2027": a start and no end. Undefined for what says no such thing. */
function openPeriod(text: string, heading: string, assumedYear: number | null): Period | typeof UNDATED | undefined {
  const begins = openings().begins.exec(heading)
  if (begins !== null) {
    // "From Q1 to Q2 2027" has an end.
    if (readDateRange(text, assumedYear) != null) return undefined
    const rest = text.slice(begins[0].length)
    const ordinal = openings().ordinal.exec(lower(rest))
    const day = ordinal === null ? (readDate(rest, assumedYear)?.date ?? null) : null
    const read =
      ordinal !== null
        ? ({unit: ordinal[2] === undefined ? 'month' : 'week', from: Number(ordinal[1]), to: Number(ordinal[1])} as const)
        : day !== null
          ? ({unit: 'date', start: day, finish: day} as const)
          : periodIn(rest, assumedYear)
    if (read === UNDATED) return read
    if (read === null || read === UNREADABLE) return undefined
    // "From week 3 to week 5" has one, too.
    return read.unit !== 'unknown' && read.unit !== 'date' && read.to !== read.from
      ? read
      : withoutEnd(read, begins.groups?.['after'] !== undefined)
  }
  for (const {index} of heading.matchAll(openings().goesOn)) {
    const read = periodIn(text.slice(0, index), assumedYear)
    if (read === UNDATED) return read
    if (read !== null && read !== UNREADABLE && read.unit !== 'unknown') return withoutEnd(read, false)
  }
  return undefined
}

/** The same from its start on, or from its end. */
function withoutEnd(period: Period, isAfter: boolean): Period | undefined {
  if (period.unit === 'unknown') return undefined
  if (period.unit === 'date') {
    const {start, finish} = period
    return {unit: 'date', start: isAfter && finish !== null ? dateOf(dayNumber(finish) + 1) : start, finish: null}
  }
  const {unit, from, to} = period
  return {unit, from: isAfter && to !== null ? to + 1 : from, to: null}
}

/** Whether a heading is about quarters of a fiscal year, which are not those of the calendar. */
export const isFiscal = (heading: string): boolean => {
  const found = fiscalQuarters(heading)
  return found !== null && patterns().opens.test(lower(heading).slice(0, found.at))
}

/** "H1 2027", "2027 H2", "first half of 2027", "1. Halbjahr 2027". */
function halfYearOf(heading: string, assumedYear: number | null): Period | null {
  const found = halves().named.exec(heading) ?? halves().counted.exec(heading)
  if (found === null) return null
  const {before, name, half, at, count, behind} = found.groups ?? {}
  if (name === undefined && half === undefined && at === undefined && count === undefined) return null
  const year = Number(before ?? behind ?? assumedYear)
  const isSecond = name === undefined ? (half ?? at ?? count) === '2' : halves().second.has(fold(name))
  if (!(year >= 1900 && year < 2200)) return null
  return {unit: 'date', start: `${year}-${isSecond ? '07-01' : '01-01'}`, finish: `${year}-${isSecond ? '12-31' : '06-30'}`}
}

/** What a heading such as "Phase 2: Build (H2 2027)" says in its last bracket; empty for any other. */
const behindPhase = (heading: string): string =>
  patterns().kind.test(heading) ? (/[(（]([^()（）]{2,40})[)）]\s*$/u.exec(heading)?.[1] ?? '') : ''

const halves = once(() => {
  const all = LANGUAGES.flatMap(({periods}) => periods.halfYear.filter((word) => !word.includes('#')))
  const counts = words(({periods}) =>
    periods.halfYear.filter((word) => word.includes('#')).map((word) => word.replace('#', '').trim()),
  ).filter((word) => word !== 'h' && word !== 'half')
  const ordinals = anyOf(
    words((language) => language.ordinals),
    'none',
  )
  const year = '(?:(?<before>(?:19|20|21)\\d{2})[\\s/-]*)?'
  const behind = '(?:[\\s,/-]{0,3}(?:(?:of|de|von|van)\\s+)?(?<behind>(?:19|20|21)\\d{2}))?(?![\\p{L}\\d])'
  return {
    named: new RegExp(`^[^\\p{L}\\p{N}]*${year}(?<name>${anyOf(all)})${behind}`, 'u'),
    counted: new RegExp(
      `^[^\\p{L}\\p{N}]*${year}(?:h(?<half>[12])|(?:(?<at>[12])(?:${ordinals}|[.ºª°])?\\s*)?${anyOf(counts)}\\s*(?<count>[12])?)${behind}`,
      'u',
    ),
    /** The last names of each language. */
    second: new Set(
      LANGUAGES.flatMap(({periods}) =>
        periods.halfYear.filter((word) => !word.includes('#')).filter((word, at) => at > 0 && !/^上/.test(word)),
      ),
    ),
  }
})

function isElsewhere(heading: string): boolean {
  return ELSEWHERE.test(heading) || patterns().halfYear.test(heading)
}

/** Whether dates are what a heading is about: they open it, with or without the name of a period or "from". */
function opensDates(heading: string, at: number): boolean {
  const before = heading.slice(0, at)
  return (
    patterns().kind.test(heading) || patterns().framedPhase.test(heading) || !/[\p{L}\p{N}]/u.test(before) || patterns().from.test(before)
  )
}

/** Whether a heading such as "Sprint 3 (02/02/2026 – 13/02/2026)" says when, in a way that cannot be read. */
function hintsAtDates(heading: string, length: number): boolean {
  return /^\W*q/i.test(heading) || WHEN.test(heading.slice(length)) || patterns().month.test(heading.slice(length))
}
