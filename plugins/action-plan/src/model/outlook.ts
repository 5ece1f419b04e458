import type {Forecast} from './forecast.ts'
import type {Health} from './health.ts'

/** How a whole plan stands. */
export interface Outlook {
  readonly health: Health
  /** The day of the forecast that makes it worse than its items are, and how likely all is done by then, in percent; null where the items decide. */
  readonly because: {readonly day: string; readonly percent: 50 | 85} | null
}

/** A plan stands as its items do, and no better than its forecast against its planned end. Days are ISO dates; null is not known. */
export function outlookOf(health: Health, planned: string | null, forecast: Pick<Forecast, 'p50' | 'p85'> | null): Outlook {
  const items: Outlook = {health, because: null}
  if (health === 'done' || health === 'late' || planned === null || forecast === null) return items
  const {p50, p85} = forecast
  if (p50 !== null && p50 > planned) return {health: 'late', because: {day: p50, percent: 50}}
  if (health === 'at-risk' || p85 === null || p85 <= planned) return items
  return {health: 'at-risk', because: {day: p85, percent: 85}}
}
