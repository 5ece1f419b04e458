import type {FetchCause} from '../model/cause.ts'
import type {Live} from '../model/live.ts'
import type {Status} from '../model/status.ts'
import {age, type Age} from './age.ts'

/** How far the numbers on a page can be trusted to be those of now. */
export const FRESHNESS = ['as-built', 'fresh', 'failed', 'stale', 'unknown'] as const
export type FreshnessState = (typeof FRESHNESS)[number]

export interface Freshness {
  readonly state: FreshnessState
  /** How old the numbers are; null without a commit, and before the page knows the reader's clock. */
  readonly from: Passed | null
  /** About the last look at the server; null when there is nothing to say. */
  readonly check: CheckFacts | null
}

/** How long ago something was. */
export interface Passed {
  readonly age: Age | null
}

/** The last look at the server: that it succeeded, and how long ago; or why it failed. */
export interface CheckFacts {
  /** The numbers are of an earlier commit than those before. */
  readonly rolledBack: boolean
  readonly ago: Passed
  /** Null when it succeeded. */
  readonly failure: {
    readonly cause: FetchCause
    /** The last good answer; null when there was none. */
    readonly lastGood: Passed | null
  } | null
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
  const since = (at: number): Passed => ({age: age(at, now ?? at)})
  const from = committedAt === null || now === null ? null : since(Date.parse(committedAt))
  if (now === null || check.state === 'none') return {state: commit === null ? 'unknown' : 'as-built', from, check: null}
  const stale = (at: number): boolean => now - at > Math.max(STALE, 10_000 * pollSeconds)
  const facts = {rolledBack, ago: since(check.at)}
  if (check.state === 'fresh') return {state: stale(check.at) ? 'stale' : 'fresh', from, check: {...facts, failure: null}}
  const {cause, freshAt} = check
  return {
    state: freshAt !== null && stale(freshAt) ? 'stale' : 'failed',
    from,
    check: {...facts, failure: {cause, lastGood: freshAt === null ? null : since(freshAt)}},
  }
}

/** "2026-11-24 18:03 UTC" of an ISO time. */
export function moment(iso: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
