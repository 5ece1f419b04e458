import {fold, halfWidth, lower, once, remembered, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import type {Duration} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import type {DurationProposal} from '../../rules/timeline.ts'
import {ok, withProblem, type Plain, type Read} from '../context.ts'
import {readDate} from './date.ts'
import {readEffort} from './effort.ts'
import {readWindow} from './window.ts'
import {durationAt, goesOnAsDuration, NUMBER} from './length.ts'
import {readNumber} from './number.ts'

/** Words that say there is no duration, which is not a mistake. */
const noDuration = once(
  () => new Set(words(({undecided, ongoing, nothing, immediate, sizes}) => [...undecided, ...ongoing, ...nothing, ...immediate, ...sizes])),
)
const STORY_POINTS = /^(?:-|–|—|\?+|\d+\s*(?:sp|pts?|points?|story points?))$/i

const position = once(() => {
  const when = anyOf(
    words(({units, periods, months, shortMonths, weekdays, before, from, after, until: to, endOf}) => [
      ...units.week,
      ...units.day,
      ...units.month,
      ...units.quarter,
      ...months.flat(),
      ...shortMonths.flat().filter((word) => word.length > 2),
      ...weekdays.flat().filter((word) => word.length > 3),
      ...[periods.phase, periods.sprint, periods.milestone].flatMap((names) => names.map((name) => name.replace('#', '').trim())),
      ...before,
      ...from,
      ...after,
      ...to,
      ...endOf,
    ]).filter((word) => word.length > 2 || word === 'by'),
  )
  return new RegExp(`^(?:${when}|q[1-4]\\b)`, 'u')
})

/** A length of time by the words alone: a composed one, or one at the beginning. */
const lengthIn = remembered((text) => {
  // "3 days (design) + 2 weeks (build)": what stands in brackets explains, and separates nothing.
  const bare = withoutState(halfWidth(text).replace(/(?<=\S)\s*\([^()]*\)/g, ''))
  const composed = readEffort(halfWidth(text)) ?? readWindow(halfWidth(text))
  return {bare, composed, found: composed ?? durationAt(bare)}
})

/** "3 days" in quotes is 3 days. */
const withoutQuotes = (text: string): string => (/^["“„«'].*["”“»']$/su.test(text) ? text.slice(1, -1).trim() : text)

/** Reads a `Timeline`: a duration, or null with a problem that says what was found instead. */
export function parseDuration(raw: string, place: Place, plain: Plain): Read<Duration | null> {
  const text = withoutQuotes(plain(raw))
  const {bare, composed, found} = lengthIn(text)
  if (found !== null) {
    if (composed === null && !goesOnAsDuration(bare.slice(found.length))) return unreadable(text, place)
    const doubts = found.unit === 'm' ? [problem('timeline/ambiguous-unit', place, {value: text})] : []
    if (found.days > 0 && Number.isFinite(found.days))
      return withProblem({text, days: found.days, line: place.line, column: place.column}, ...doubts)
    return withProblem(null, ...doubts, ...unreadable(text, place).problems)
  }
  if (noDuration().has(fold(text)) || STORY_POINTS.test(text)) return ok(null)
  if (position().test(lower(text)) || TIME.test(text) || readDate(text) !== null)
    return withProblem(null, problem('timeline/is-position', place, {value: text}))
  // "~575 ms" is no work, and nothing is wrong with it.
  if (SHORT().test(lower(bare))) return ok(null)
  return unreadable(text, place)
}

function unreadable(value: string, place: Place): Read<null> {
  const proposal = proposalFor(value)
  // A number and what is nearly a unit is a slip of the pen; other words are words.
  const isProse = value.split(/\s+/).length > 4 || (proposal !== 'above-zero' && !NEARLY.test(value))
  return withProblem(null, isProse ? problem('timeline/prose', place, {value}) : problem('timeline/unreadable', place, {value, proposal}))
}

/** "10:00 AM", "Friday 3:00 PM", "2026+", "2027". */
const TIME = /^\p{L}*\s*\d{1,2}:\d{2}(?!\d)|^(?:19|20|21)\d{2}\+?$/u
const STATE_SIGN = /[✅✓✔☑❌🚧⏳🔄]/u
/** "2-3 hours ✅ DONE": what is said behind a sign, after the last number, is its state. */
function withoutState(text: string): string {
  let numbered = text.length
  while (numbered > 0 && !/\d/.test(text.charAt(numbered - 1))) numbered--
  const sign = text.slice(numbered).search(STATE_SIGN)
  return sign === -1 ? text : text.slice(0, numbered + sign).trimEnd()
}
const SHORT = once(
  () =>
    new RegExp(
      `^[~≈<≤]?\\s*\\d[\\d.,]*(?:\\s*[-–]\\s*\\d[\\d.,]*)?\\s*(?:ms|s|${anyOf(words(({units}) => [...units.millisecond, ...units.second]))})$`,
      'u',
    ),
)
const NEARLY = /^[^\p{L}\d]*\d[\d.,’'\-–\s\u00A0\u202F]*[mhdwy]/iu

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
