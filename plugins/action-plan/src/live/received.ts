import type {PlanNumbers} from '../model/global.ts'
import type {Live} from '../model/live.ts'
import {siteBuild} from '../model/site.ts'
import type {Status} from '../model/status.ts'
import {changedIn, planChange} from './changed.ts'
import {summaryOf} from './summary.ts'

/** What a status tells a page that knew other numbers before. A page loads this with the first answer: until then it has nothing to compare. */
export interface Received {
  readonly numbers: PlanNumbers
  readonly changed: boolean
  readonly live: Partial<Live>
}

/** Whether a page with these scripts is of another site than the one that is served. */
export function isOfAnotherSite(served: string | null, scripts: readonly string[]): boolean {
  const own = siteBuild(scripts)
  return own !== null && served !== null && served !== own
}

/** `scripts` are the addresses of the page's scripts, which name the site that it is of. */
export function received(status: Status, before: PlanNumbers, live: Live, scripts: readonly string[]): Received {
  const numbers = summaryOf(status)
  const changed = changedIn(before, numbers)
  const earlier = status.source.committedAt ?? ''
  const rolledBack = earlier !== '' && before.source.committedAt !== null && Date.parse(earlier) < Date.parse(before.source.committedAt)
  const same = status.source.commit === before.source.commit
  return {
    numbers,
    changed: changed.size > 0,
    live: {
      status,
      newerSite: isOfAnotherSite(status.site.build, scripts),
      rolledBack: rolledBack || (same && live.rolledBack),
      ...(changed.size > 0 ? {changed, said: planChange(before, numbers, rolledBack)} : {}),
    },
  }
}
