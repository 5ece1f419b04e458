import {addDays} from '../../model/date.ts'
import type {Trend} from '../../model/forecast.ts'
import type {BurnUpPoint} from '../../model/history.ts'

/** Days that a trend looks back. */
const DAYS = 7

/** Tasks finished, and added, from one point to a later one. A finished task that leaves the plan is no change of scope. */
export function changeBetween(before: BurnUpPoint, after: BurnUpPoint): {readonly done: number; readonly added: number} {
  const done = after.finished - before.finished
  return {done, added: openTasks(after) - openTasks(before) + done}
}

const openTasks = ({snapshot}: BurnUpPoint): number => (snapshot === null ? 0 : snapshot.tasks - snapshot.done)

/** What the last days changed; null where the history has no two days that can be compared. */
export function trendOf(points: readonly BurnUpPoint[], asOf: string): Trend | null {
  const known = points.filter(({snapshot}) => snapshot !== null)
  const last = known.at(-1)
  const since = addDays(asOf, -DAYS)
  const before = known.findLast(({day}) => day <= since)
  const base = before ?? known[0]
  if (last === undefined || base === undefined || (before === undefined && base === last)) return null
  return {since: before === undefined ? base.day : since, ...changeBetween(base, last)}
}
