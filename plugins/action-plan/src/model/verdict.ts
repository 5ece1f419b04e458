import type {Forecast} from './forecast.ts'
import type {Health} from './health.ts'

/** How a whole plan stands. */
export interface Verdict {
  /** The health of its items, or a worse one where the forecast decides. */
  readonly health: Health
  /** The day of the forecast that makes it worse than its items are, and how likely all is done by then, in percent; null where the items decide. */
  readonly forecast: {readonly day: string; readonly percent: number} | null
}

/** A plan stands as its items do, and no better than its forecast against its planned end. Days are ISO dates; null is not known. */
export function verdictOf(health: Health, planned: string | null, forecast: Pick<Forecast, 'p50' | 'p85'> | null): Verdict {
  const items: Verdict = {health, forecast: null}
  if (health === 'done' || health === 'late' || planned === null || forecast === null) return items
  const {p50, p85} = forecast
  if (p50 !== null && p50 > planned) return {health: 'late', forecast: {day: p50, percent: 50}}
  if (health === 'at-risk' || p85 === null || p85 <= planned) return items
  return {health: 'at-risk', forecast: {day: p85, percent: 85}}
}
