import {largest} from '../../model/list.ts'
import {counted, fold, lookup, lower, once, rows, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {readNumber} from './number.ts'

/** Hours in a day of work. */
export const HOURS_OF_WORK = 8

/** Working days in one of each unit: 8 hours a day, 5 days a week, 21 days a month. */
const WORKING_DAYS = {minute: 1 / 480, hour: 1 / 8, day: 1, week: 5, month: 21, quarter: 63, year: 252} as const

const daysIn = once(() => {
  const found = new Map(
    [...lookup((language) => rows(language.units))].flatMap(([word, unit]) =>
      unit in WORKING_DAYS ? [[word, WORKING_DAYS[unit as keyof typeof WORKING_DAYS]] as const] : [],
    ),
  )
  // "3 Arbeitstage", "3个工作日"; hours in Arabic, seen without any other word of that language.
  const days = [...found].flatMap(([word, length]) => (length === 1 && (word.length > 1 || isUnspaced(word)) ? [word] : []))
  for (const word of [...words((language) => language.working), ...words((language) => language.calendar)])
    if (!found.has(word) && days.some((day) => word.endsWith(day))) found.set(word, 1)
  return found.set('ساعة', 1 / 8)
})
const calendarWords = once(() => new Set(words((language) => language.calendar)))
const numbers = once(() => new Map([...lookup<number>((language) => [...counted(language.numbers), [0.5, language.half]]), ['½', 0.5]]))
/** Units that are short for days of work only in capitals: "2 PT" are days, "2 pt" are points. */
const IN_CAPITALS = /^[\d.,\s–-]{1,16}(?:PT|MD)(?![\p{L}\d])/u

export const NUMBER = '\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*'
/** Words that mean "of", or say what it is for, as well as "from" and "until". */
const OF = new Set(['to', 'through', 'de', 'du', 'del', 'da', 'van', 'von', 'para', 'voor', 'a', 'à'])

const patterns = once(() => {
  const until = `\\s*(?:[-–—~〜]|${anyOf(words((language) => language.until))})\\s*`
  // "полдня", "반나절": half and what it is the half of, as one word.
  const halves = `${anyOf(
    words(({half}) => half),
    'start',
  )}(?=${anyOf(
    words(({units: {hour, day, week, month, year}}) => [...hour, ...day, ...week, ...month, ...year]),
    'end',
  )})`
  const number = `${NUMBER}|${anyOf([...numbers().keys()])}|${halves}`
  const kind = anyOf(words(({working, calendar}) => [...working, ...calendar]))
  return {
    approx: new RegExp(`^(?:[~≈<≤]|${anyOf(words(({about, upTo, from, after}) => [...about, ...upTo, ...from, ...after]))}\\.?)\\s*`, 'u'),
    amount: new RegExp(
      `^(${number})(?:${until}(${number}))?\\+?\\s*(?:(${kind})[\\s-]\\s*)?(?:-\\s*)?(\\p{L}[\\p{L}\\p{M}]*)(?:\\s+(${kind}))?`,
      'u',
    ),
    span: new RegExp(`^${until}`, 'u'),
    halfMore: new RegExp(
      `^\\s+${anyOf(words((language) => language.and))}\\s+(?:${anyOf(words((language) => language.half))}|a\\s+half)(?!\\s*[\\p{L}\\d])`,
      'u',
    ),
    join: new RegExp(`^\\s*(?:[+,、]|${anyOf(words((language) => language.and))})?\\s*`, 'u'),
    elsewhere: new RegExp(
      `^\\s+(?:ago|an?|every|later|times|${anyOf(words(({before, from, after, until: to, or}) => [...before, ...from, ...after, ...to, ...or]).filter((word) => !OF.has(word)))})(?![\\p{L}])`,
      'u',
    ),
  }
})

/** What a word counts in days, and how much of it is the unit: where words have no spaces between them, others follow it. */
function unitAt(word: string): {readonly days: number; readonly length: number} | null {
  if (word.toLowerCase() === 'm') return {days: 1 / 480, length: 1}
  const shortest = isUnspaced(word.charAt(0)) ? 1 : word.length
  for (let length = Math.min(word.length, 16); length >= shortest; length--) {
    const days = daysIn().get(fold(word.slice(0, length)))
    if (days !== undefined) return {days, length}
  }
  return null
}

const number = (text: string): number | null => numbers().get(fold(text)) ?? readNumber(text, null)

/** A length of time in working days, how many characters of its text say it, and the last unit. */
export interface Length {
  readonly days: number
  readonly length: number
  readonly unit: string
}

/** "14h-18h", "9 h à 12 h" are hours of a day, and four and three of them. */
const CLOCK = /^([6-9]|1\d|2[0-3])\s?h(?:00)?\s?(?:[-–—]|à|bis|a)\s?(1\d|2[0-4]|[7-9])\s?h(?:00)?(?![\p{L}\d])/u

/** A duration at the start of `text`, in working days (its upper end), and how many characters it takes; null when there is none, or a number with two meanings. */
export function durationAt(text: string, hoursInDay = HOURS_OF_WORK): Length | null {
  const written = lower(text)
  const clock = CLOCK.exec(written)
  if (clock !== null && Number(clock[1]) < Number(clock[2]))
    return {days: (Number(clock[2]) - Number(clock[1])) / hoursInDay, length: clock[0].length, unit: 'h'}
  const {approx, amount, span, join, halfMore} = patterns()
  let at = approx.exec(written)?.[0].length ?? 0
  let sum = 0
  let last = 0
  let unit = ''
  let end = 0
  let spans = false
  for (;;) {
    const found = amount.exec(written.slice(at))
    if (found === null) break
    const [whole, least, most = least, before, word, behind] = found as unknown as [string, string, string?, string?, string?, string?]
    const counts = IN_CAPITALS.test(text.slice(at, at + 20)) ? {days: 1, length: 2} : unitAt(word ?? '')
    if (counts === null) break
    const amounts = [least, most].map(number)
    if (amounts.includes(null)) return null
    const name = (word ?? '').slice(0, counts.length).toLowerCase()
    // Seven calendar days are a week of five working days.
    const isCalendar = counts.days === 1 && [before, behind, name].some((one) => one !== undefined && calendarWords().has(fold(one)))
    const days = isCalendar ? 5 / 7 : counts.days
    const term = largest(amounts.map(Number)) * (days < 1 && !isCalendar ? (days * HOURS_OF_WORK) / hoursInDay : days)
    if (!spans) sum += last
    last = spans ? Math.max(last, term) : term
    unit = name
    // What follows the unit in a word without spaces is looked at for itself.
    end = at + (counts.length === word?.length ? whole.length : whole.lastIndexOf(word ?? '') + counts.length)
    // "3 días y medio", "two days and a half".
    const more = counts.length === word?.length ? halfMore.exec(written.slice(end)) : null
    if (more !== null) {
      last += term / (largest(amounts.map(Number)) * 2)
      end += more[0].length
    }
    const rest = written.slice(end)
    const spanned = span.exec(rest)
    spans = spanned !== null
    at = end + ((spanned ?? join.exec(rest))?.[0].length ?? 0)
  }
  return end === 0 ? null : {days: sum + last, length: end, unit}
}

/** Whether what follows a duration leaves it one: words for what it is spent on do, "2 weeks after the launch" and "2 hours a day" do not. */
export function goesOnAsDuration(tail: string): boolean {
  return SIGNS.test(tail) || (/^\s+\p{L}/u.test(tail) && !patterns().elsewhere.test(lower(tail)))
}
const SIGNS =
  /^\s*(?:$|[.;,?]?$|左右$|前後$|程度$|以[内內]$|[内內]$|정도$|이내$|まで$|까지$|\(|\)|\/|per\b|each\b|of\b|for\b|total\b|max\b|,|;|-|–|—|:|\.)/iu
