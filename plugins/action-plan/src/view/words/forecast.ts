import type {Forecast} from '../../model/history.ts'
import type {Series} from '../pages/burnup-chart.ts'

/** What a burn-up chart says, in a sentence. */
export function burnUpSentence(series: readonly Series[], unit: string): string {
  const known = series.filter(({scope}) => scope !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return 'No revision can be counted.'
  if (known.length === 1) return `One day with a revision: ${last.done ?? 0} of ${last.scope ?? 0} ${unit} done on ${last.day}.`
  return `From ${first.day} to ${last.day}: done ${way(first.done, last.done)}, scope ${way(first.scope, last.scope)} ${unit}.`
}

function way(from: number | null, to: number | null): string {
  return from === to ? `stayed at ${to ?? 0}` : `went from ${from ?? 0} to ${to ?? 0}`
}

/** The forecast with its basis, or why there is none. */
export function forecastText(forecast: Forecast): string {
  if (forecast.state === 'none') return `No forecast: ${forecast.because}.`
  const {left, weeks, slowest, fastest, done, likely, safe} = forecast
  const pace = slowest === fastest ? `${slowest} a week` : `${slowest} to ${fastest} a week`
  const range =
    likely === null
      ? 'not within ten years at this pace'
      : `half of the runs finish by ${likely} (50 %), ${safe === null ? 'and 85 % not within ten years' : `most by ${safe} (85 %)`}`
  return `${left} task${left === 1 ? '' : 's'} left; ${done} done in the last ${weeks} whole weeks (${pace}): ${range}. The scope is taken to stay as it is.`
}

/** The forecast held against the plan's own end; null when one of the two is missing. */
export function againstPlan({planEnd, ...forecast}: Forecast): string | null {
  if (planEnd === null || forecast.state === 'none' || forecast.safe === null || forecast.likely === null)
    return planEnd === null ? null : `The plan itself ends on ${planEnd}.`
  if (forecast.safe <= planEnd) return `The plan itself ends on ${planEnd}: both dates are within it.`
  return forecast.likely <= planEnd
    ? `The plan itself ends on ${planEnd}: between the two dates.`
    : `The plan itself ends on ${planEnd}: before both dates.`
}
