import type {Status, StatusForecast} from '../../model/status.ts'
import {endLines, endSentence} from '../words/forecast.ts'
import {verdictTerm} from '../words/verdict.ts'
import {ENGLISH} from '../words/words.ts'

/** What a team of another size would change. */
export interface WhatIf {
  /** How many people. */
  readonly team: number
  /** How many there are now. */
  readonly now: number
  readonly forecast: StatusForecast | null
  /** The last day of what is left, ISO date. */
  readonly projected: string | null
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
    ...endLines({end, forecast, totals: {trend}}),
    ...(projected === null ? [] : [`Projected end ${projected}: what is left, from today on, along dependencies, owners and team.`]),
    ...(whatIf === null ? [] : ['', ...whatIfLines(whatIf, end)]),
    '',
  ].join('\n')
}

function whatIfLines({team, now, forecast, projected, varianceDays}: WhatIf, end: Status['end']): readonly string[] {
  return [
    `With a team of ${team} instead of ${now}, if the pace grows with the team:`,
    `  ${endSentence(ENGLISH, {...end, varianceDays}, forecast)}`,
    ...(projected === null ? [] : [`  Projected end ${projected}.`]),
  ]
}
