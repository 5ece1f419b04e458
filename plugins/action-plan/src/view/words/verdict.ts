import type {GroupCause, NoForecast, Pace} from '../../model/cause.ts'
import {daysBetween} from '../../model/date.ts'
import type {Health} from '../../model/health.ts'
import {lateness} from '../../model/lateness.ts'
import type {Verdict} from '../../model/verdict.ts'
import {healthText} from './health.ts'
import type {Wording} from './words.ts'

const TERMS: Readonly<Record<Health, (words: Wording) => string>> = {
  done: ({say}) => say('plan.verdict.done', 'Done'),
  'on-track': ({say}) => say('plan.verdict.onTrack', 'On track'),
  'at-risk': ({say}) => say('plan.verdict.atRisk', 'At risk'),
  late: ({say}) => say('plan.verdict.offTrack', 'Off track'),
  'not-started': ({say}) => say('plan.verdict.notStarted', 'Not started'),
  unknown: ({say}) => say('plan.verdict.unknown', 'No dates'),
}

/** What a whole plan is called: "Off track". */
export const verdictTerm = (words: Wording, health: Health): string => TERMS[health](words)

/** How far a day is from the planned end: "9 weeks after the planned end", "on the planned end". */
export function againstEnd({say, plural}: Wording, planned: string, day: string): string {
  const days = daysBetween(planned, day)
  if (days === 0) return say('plan.outlook.onEnd', 'on the planned end')
  const {count, unit} = lateness(Math.abs(days))
  if (days > 0)
    return unit === 'week'
      ? plural('plan.outlook.weeksAfter', '{count} week after the planned end|{count} weeks after the planned end', count)
      : plural('plan.outlook.daysAfter', '{count} day after the planned end|{count} days after the planned end', count)
  return unit === 'week'
    ? plural('plan.outlook.weeksBefore', '{count} week before the planned end|{count} weeks before the planned end', count)
    : plural('plan.outlook.daysBefore', '{count} day before the planned end|{count} days before the planned end', count)
}

/** What a verdict is told from. */
export interface VerdictFacts {
  readonly totals: {readonly cause: GroupCause}
  readonly end: {readonly planned: string | null}
  readonly verdict: Verdict
}

/** Why a plan stands as it does: what its items say, or "forecast 9 weeks after the planned end". */
export function verdictText(words: Wording, {totals, end: {planned}, verdict: {forecast}}: VerdictFacts): string {
  if (forecast === null || planned === null) return healthText(words, totals.cause)
  const when = againstEnd(words, planned, forecast.day)
  return forecast.percent === 50
    ? words.say('plan.outlook.likely', 'forecast {when}', {when})
    : words.say('plan.outlook.safe', 'forecast {when}, {percent} % likely', {when, percent: forecast.percent})
}

/** Why there is no forecast, in a few words. */
export function noForecastShort({say}: Wording, cause: NoForecast | Pace | null): string {
  if (cause?.code === 'too-young')
    return say('plan.forecast.needs', 'No forecast yet: it needs {weeks} weeks of history', {weeks: cause.facts.leastWeeks})
  if (cause?.code === 'standstill' || cause?.code === 'no-net-progress')
    return say('plan.forecast.stands', 'No forecast: no progress in {weeks} weeks', {weeks: cause.facts.weeks})
  if (cause?.code === 'no-end') return say('plan.forecast.endless', 'No forecast: work is added as fast as it gets done')
  if (cause?.code === 'finished') return say('plan.forecast.over', 'All tasks are done')
  return say('plan.forecast.cannot', 'No forecast without history')
}
