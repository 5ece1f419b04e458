import type {Status, StatusForecast} from '../../model/status.ts'
import {endLines, endSentence} from '../words/forecast.ts'
import {verdictTerm} from '../words/verdict.ts'
import {ENGLISH} from '../words/words.ts'

/** What a team of another size, another start, or both would change. */
export interface WhatIf {
  /** How many people; null when that stays. */
  readonly team: number | null
  /** How many there are now; null when the plan does not say. */
  readonly now: number | null
  /** The first day, ISO date; null when that stays. */
  readonly start: string | null
  /** Another start does not change the forecast: it comes from the pace. */
  readonly forecast: StatusForecast | null
  /** The last day of what is left, ISO date; null when nothing is left, or nobody can say. */
  readonly projected: string | null
  /** Working days that this is after what is projected now; fewer than 0 is before. Null without one of the two. */
  readonly projectedLaterDays: number | null
  readonly varianceDays: number | null
}

/** What `forecast` prints. */
export interface ForecastFacts extends Pick<Status, 'title' | 'statusDate' | 'verdict' | 'end' | 'forecast'> {
  readonly trend: Status['totals']['trend']
  readonly whatIf: WhatIf | null
}

/** The part of `status.json` about the end of the plan. */
export const forecastOf = ({title, statusDate, verdict, end, forecast, totals}: Status, whatIf: WhatIf | null): ForecastFacts => ({
  title,
  statusDate,
  verdict,
  end,
  forecast,
  trend: totals.trend,
  whatIf,
})

/** The end of a plan for a terminal: planned, forecast, how it comes about, and what if. */
export function forecastOutput({title, statusDate, verdict, end, forecast, trend, whatIf}: ForecastFacts): string {
  const {projected} = end
  return [
    title,
    `status date ${statusDate}`,
    '',
    `${verdictTerm(ENGLISH, verdict.health)}: ${verdict.because}`,
    ...endLines({end, forecast, totals: {trend}, statusDate, verdict}),
    ...(projected === null ? [] : [`Projected end ${projected}: what is left, from today on, along dependencies, owners and team.`]),
    ...(whatIf === null ? [] : ['', ...whatIfLines(whatIf, end, statusDate)]),
    '',
  ].join('\n')
}

function whatIfLines(
  {team, now, start, forecast, projected, projectedLaterDays, varianceDays}: WhatIf,
  end: Status['end'],
  today: string,
): readonly string[] {
  const changes = [
    ...(team === null ? [] : [`with a team of ${team} instead of ${now}, if the pace grows with the team`]),
    ...(start === null ? [] : [`with a start on ${start}`]),
  ].join(', and ')
  return [
    `${changes.charAt(0).toUpperCase()}${changes.slice(1)}:`,
    ...(team === null ? [] : [`  ${endSentence(ENGLISH, {...end, varianceDays}, forecast, today)}`]),
    projected === null ? '  No end can be projected.' : `  Projected end ${projected}${laterText(projectedLaterDays)}.`,
  ]
}

function laterText(days: number | null): string {
  if (days === null) return ''
  if (days === 0) return ', no change'
  const count = Math.abs(days)
  return `, ${count} working ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`
}
