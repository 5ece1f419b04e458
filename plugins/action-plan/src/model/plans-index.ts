import type {FetchCause} from './cause.ts'
import type {PlanLine} from './plan-line.ts'

// `plans.json`: many plans in one file, which the page of all plans reads and polls in place of one file for each plan.

/** Rises when a key changes its meaning: a page reads only its own version. */
export const INDEX_VERSION = 1

/** A plan of the index. */
export interface IndexedPlan {
  /** Its folder beside the index, the same in every run. */
  readonly id: string
  /** The address of its repository, without a name or a password in it. */
  readonly repository: string
  /** The path that the list of repositories gives; null where the plan was found. */
  readonly listed: string | null
  /** The plan's file in its repository; null where none was found. */
  readonly plan: string | null
  /** A page about it; null for none. */
  readonly link: string | null
  /** Its status.json, relative to the index; null when it was never read. */
  readonly status: string | null
  /** The newest numbers that were read; null when there are none. */
  readonly line: PlanLine | null
  /** Why the newest numbers could not be read, and since when; null when they were. */
  readonly failure: {readonly cause: FetchCause; readonly since: string} | null
}

/** `plans.json` */
export interface PlansIndex {
  readonly schemaVersion: typeof INDEX_VERSION
  /** The version of the command that wrote it. */
  readonly madeBy: string
  /** In the order of the list. */
  readonly plans: readonly IndexedPlan[]
}

/** `plans.summary.json`: what is asked for first. The index is read only when `digest` is another. */
export interface PlansIndexSummary {
  readonly schemaVersion: typeof INDEX_VERSION
  readonly digest: string
  /** When the repositories were asked last, ISO time. */
  readonly checkedAt: string
}
