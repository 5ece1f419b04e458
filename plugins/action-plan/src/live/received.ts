import type {FetchCause} from '../model/cause.ts'
import type {PlanNumbers} from '../model/global.ts'
import type {Live} from '../model/live.ts'
import {siteBuild} from '../model/site.ts'
import type {Status} from '../model/status.ts'
import {changedIn, planChange} from './changed.ts'
import {replaceEqualDeep} from './structural-sharing.ts'
import {summaryOf} from './summary.ts'

/** What a report calls a plan that it read from standard input. */
const STDIN = 'stdin'

/** A status that is not for this page, and why. */
export interface RefusedStatus {
  readonly refused: FetchCause
  readonly newerSite: boolean
}

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

/** Whether two paths can be those of one file, as it is called from one folder and from another. */
function isSameFile(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return `/${long}`.endsWith(`/${short}`) || one === STDIN || other === STDIN
}

/** `path` is that of the plan that the page was built with; `scripts` are the addresses of its scripts, which name the site that it is of. */
export function received(
  status: Status,
  before: PlanNumbers,
  live: Live,
  {path, scripts}: {readonly path: string; readonly scripts: readonly string[]},
): Received | RefusedStatus {
  const newerSite = isOfAnotherSite(status.site.build, scripts)
  if (!isSameFile(status.source.path, path)) {
    const reason = `source.path: unexpected "${status.source.path}", expected "${path}", the plan of this page`
    return {newerSite, refused: {code: 'invalid', facts: {reason}}}
  }
  const numbers = summaryOf(status)
  const changed = changedIn(before, numbers)
  const earlier = status.source.committedAt ?? ''
  const rolledBack = earlier !== '' && before.source.committedAt !== null && Date.parse(earlier) < Date.parse(before.source.committedAt)
  const same = status.source.commit === before.source.commit
  return {
    numbers,
    changed: changed.size > 0,
    live: {
      // The same as long as nothing changed: it is not drawn again.
      status: replaceEqualDeep(live.status, status),
      newerSite,
      rolledBack: rolledBack || (same && live.rolledBack),
      ...(changed.size > 0 ? {changed, said: planChange(before, numbers, rolledBack)} : {}),
    },
  }
}
