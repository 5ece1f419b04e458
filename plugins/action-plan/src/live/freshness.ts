import type {Live} from '../model/live.ts'
import type {Status} from '../model/status.ts'
import {age} from './age.ts'

/** How far the numbers on a page can be trusted to be those of now. */
export const FRESHNESS = ['as-built', 'fresh', 'failed', 'stale', 'unknown'] as const
export type FreshnessState = (typeof FRESHNESS)[number]

export interface Freshness {
  readonly state: FreshnessState
  /** When the numbers are from: "2 hours ago"; the time itself before the page knows the reader's clock. */
  readonly from: string | null
  /** About the last look at the server; null when there is nothing to say. */
  readonly check: string | null
}

/** Without a look that succeeded for so long, numbers are stale. */
const STALE = 10 * 60_000

/** `now` is null while the page is as it was built. */
export function freshness(
  {committedAt, commit}: Status['source'],
  {check, rolledBack}: Live,
  now: number | null,
  pollSeconds: number,
): Freshness {
  const from = committedAt === null ? null : now === null ? moment(committedAt) : age(Date.parse(committedAt), now)
  if (now === null || check.state === 'none') return {state: commit === null ? 'unknown' : 'as-built', from, check: null}
  const back = rolledBack ? 'an earlier commit than before; ' : ''
  const patience = Math.max(STALE, 10_000 * pollSeconds)
  if (check.state === 'fresh') {
    const stale = now - check.at > patience
    return {state: stale ? 'stale' : 'fresh', from, check: `${back}${stale ? 'not checked since' : 'checked'} ${age(check.at, now)}`}
  }
  const stale = check.freshAt !== null && now - check.freshAt > patience
  const last = check.freshAt === null ? 'these are the numbers that the page was built with' : `last good answer ${age(check.freshAt, now)}`
  return {state: stale ? 'stale' : 'failed', from, check: `${back}the check ${age(check.at, now)} failed: ${check.reason}; ${last}`}
}

/** "2026-11-24 18:03 UTC" of an ISO time. */
export function moment(iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
