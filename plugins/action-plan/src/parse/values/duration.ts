import {counted, fold, halfWidth, lookup, lower, once, rows, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import type {Duration} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import type {DurationProposal} from '../../rules/timeline.ts'
import {ok, withProblem, type Plain, type Read} from '../context.ts'
import {readDate} from './date.ts'
import {readNumber} from './target.ts'

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
  for (const word of [...words((language) => language.working), ...words((language) => language.calendar)])
    if (!found.has(word)) found.set(word, 1)
  return found.set('ساعة', 1 / 8)
})
const calendarWords = once(() => new Set(words((language) => language.calendar)))
const numbers = once(() => lookup<number>((language) => [...counted(language.numbers), [0.5, language.half]]))
/** Words that say there is no duration, which is not a mistake. */
const noDuration = once(
  () => new Set(words(({undecided, ongoing, nothing, immediate, sizes}) => [...undecided, ...ongoing, ...nothing, ...immediate, ...sizes])),
)

const NUMBER = '\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*'
const STORY_POINTS = /^(?:-|–|—|\?+|\d+\s*(?:sp|pts?|points?|story points?))$/i

const patterns = once(() => {
  const until = `\\s*(?:[-–—~〜]|${anyOf(words((language) => language.until))})\\s*`
  const number = `${NUMBER}|${anyOf([...numbers().keys()])}`
  const kind = anyOf(words(({working, calendar}) => [...working, ...calendar]))
  const when = anyOf(
    words(({units, periods, before, from, until: to, endOf}) => [
      ...units.week,
      ...units.day,
      ...units.month,
      ...units.quarter,
      ...[periods.phase, periods.sprint, periods.milestone].flatMap((names) => names.map((name) => name.replace('#', '').trim())),
      ...before,
      ...from,
      ...to,
      ...endOf,
    ]).filter((word) => word.length > 2 || word === 'by'),
  )
  return {
    approx: new RegExp(`^(?:[~≈<≤]|${anyOf(words(({about, upTo, from}) => [...about, ...upTo, ...from]))})\\s*`, 'u'),
    amount: new RegExp(
      `^(${number})(?:${until}(${number}))?\\s*(?:(${kind})[\\s-]\\s*)?(?:-\\s*)?(\\p{L}[\\p{L}\\p{M}]*)(?:\\s+(${kind}))?`,
      'u',
    ),
    span: new RegExp(`^${until}`, 'u'),
    join: new RegExp(`^\\s*(?:[+,、]|${anyOf(words((language) => language.and))})?\\s*`, 'u'),
    position: new RegExp(`^(?:${when}|q[1-4]\\b)`, 'u'),
  }
})

/** What a word counts in days, and how much of it is the unit: where words have no spaces between them, others follow it. */
function unitAt(word: string): {readonly days: number; readonly length: number} | null {
  if (word.toLowerCase() === 'm') return {days: 1 / 480, length: 1}
  const shortest = isUnspaced(word.charAt(0)) ? 1 : word.length
  for (let length = Math.min(word.length, 12); length >= shortest; length--) {
    const days = daysIn().get(fold(word.slice(0, length)))
    if (days !== undefined) return {days, length}
  }
  return null
}

const number = (text: string): number | null => numbers().get(fold(text)) ?? readNumber(text, null)

/** A duration at the start of `text`, in working days (its upper end), and how many characters it takes; null when there is none, or a number with two meanings. */
export function durationAt(
  text: string,
  hoursInDay = HOURS_OF_WORK,
): {readonly days: number; readonly length: number; readonly unit: string} | null {
  const written = lower(text)
  const {approx, amount, span, join} = patterns()
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
    const counts = unitAt(word ?? '')
    if (counts === null) break
    const amounts = [least, most].map(number)
    if (amounts.includes(null)) return null
    const name = (word ?? '').slice(0, counts.length).toLowerCase()
    // Seven calendar days are a week of five working days.
    const isCalendar = counts.days === 1 && [before, behind, name].some((one) => one !== undefined && calendarWords().has(fold(one)))
    const days = isCalendar ? 5 / 7 : counts.days
    const term = Math.max(...amounts.map(Number)) * (days < 1 && !isCalendar ? (days * HOURS_OF_WORK) / hoursInDay : days)
    if (!spans) sum += last
    last = spans ? Math.max(last, term) : term
    unit = name
    // What follows the unit in a word without spaces is looked at for itself.
    end = at + (counts.length === word?.length ? whole.length : whole.lastIndexOf(word ?? '') + counts.length)
    const rest = written.slice(end)
    const spanned = span.exec(rest)
    spans = spanned !== null
    at = end + ((spanned ?? join.exec(rest))?.[0].length ?? 0)
  }
  return end === 0 ? null : {days: sum + last, length: end, unit}
}

/** Reads a `Timeline`: a duration, or null with a problem that says what was found instead. */
export function parseDuration(raw: string, place: Place, plain: Plain): Read<Duration | null> {
  const text = plain(raw)
  const {position} = patterns()
  // "3 days (design) + 2 weeks (build)": what stands in brackets explains, and separates nothing.
  const bare = halfWidth(text).replace(/(?<=\S)\s*\([^()]*\)/g, '')
  const found = durationAt(bare)
  if (found !== null) {
    const tail = bare.slice(found.length)
    if (
      !/^\s*(?:$|[.;,]?$|左右$|前後$|程度$|以[内內]$|정도$|이내$|まで$|까지$|\(|\/|per\b|each\b|of\b|for\b|total\b|max\b|,|;|-|–|—|:|\.)/iu.test(
        tail,
      )
    )
      return unreadable(text, place)
    const doubts = found.unit === 'm' ? [problem('timeline/ambiguous-unit', place, {value: text})] : []
    if (found.days > 0 && Number.isFinite(found.days))
      return withProblem({text, days: found.days, line: place.line, column: place.column}, ...doubts)
    return withProblem(null, ...doubts, ...unreadable(text, place).problems)
  }
  if (noDuration().has(fold(text)) || STORY_POINTS.test(text)) return ok(null)
  if (position.test(lower(text)) || readDate(text) !== null) return withProblem(null, problem('timeline/is-position', place, {value: text}))
  return unreadable(text, place)
}

function unreadable(value: string, place: Place): Read<null> {
  const isProse = value.split(/\s+/).length > 4
  return withProblem(
    null,
    isProse ? problem('timeline/prose', place, {value}) : problem('timeline/unreadable', place, {value, proposal: proposalFor(value)}),
  )
}

const STATED = new RegExp(`^\\D*(${NUMBER})(?!['’\\d])\\s*(\\p{L}*)`, 'u')

/** The nearest to what was meant: "3 dayz" → 3 days. */
function proposalFor(text: string): DurationProposal {
  const [, amount, word] = STATED.exec(text) ?? []
  if (amount === undefined || word === undefined) return null
  const known = ['minute', 'hour', 'day', 'week', 'month', 'year'].find(
    (name) => word !== '' && name[0] === word[0]?.toLowerCase() && (name[0] !== 'm' || name[1] === word[1]?.toLowerCase()),
  )
  const unit = known ?? 'day'
  const value = readNumber(amount, null)
  if (value === 0) return 'above-zero'
  if (value !== null) return {amounts: [value], unit}
  return /^\d+\.\d+$/.test(amount) ? {amounts: [Number(amount.replace('.', '')), Number(amount)], unit} : null
}
