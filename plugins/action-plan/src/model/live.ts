import type {FetchCause} from './cause.ts'
import type {Status} from './status.ts'

/** The last look at `status.json`. Times are milliseconds of the reader's clock. */
export type Check =
  | {readonly state: 'none'}
  | {readonly state: 'fresh'; readonly at: number}
  | {
      readonly state: 'failed'
      readonly at: number
      readonly cause: FetchCause
      /** The last look that succeeded; null when none has. */
      readonly freshAt: number | null
    }

/** An error of the plan while it is written, as the development server pushes it. */
export interface LiveError {
  /** `docs/plan.md:4:7` */
  readonly place: string
  readonly reason: string
  readonly fix: string
}

/** What the development server pushes to open pages: the last good numbers, and what is wrong with the plan as it is. */
export interface Push {
  readonly status: Status
  /** False while the plan has had errors ever since the server started. */
  readonly good: boolean
  readonly errors: readonly LiveError[]
}

/** How the numbers of a plan changed while a page was open. */
export interface PlanChange {
  readonly done: number
  readonly tasks: number
  readonly percent: number | null
  /** How many more tasks are done; null when the scope changed, too. */
  readonly moved: number | null
  /** The numbers are of an earlier commit than those before. */
  readonly rolledBack: boolean
}

/** What an open page knows beyond what it was built with. */
export interface Live {
  /** The newest numbers; null: those that the page was built with. */
  readonly status: Status | null
  readonly check: Check
  /** Another site is served than the one that this page is of. */
  readonly newerSite: boolean
  /** The numbers are of an earlier commit than those shown before. */
  readonly rolledBack: boolean
  /** What has just changed: `item 2.1`, `section 2`, `totals`; emptied after a moment. */
  readonly changed: ReadonlySet<string>
  /** What has just changed, for screen readers; null when there is nothing to say. */
  readonly said: PlanChange | null
  /** Errors of the plan as it is now; the numbers shown are then the last good ones, unless `good` is false. */
  readonly errors: readonly LiveError[]
  /** Whether the numbers are of a plan without errors. */
  readonly good: boolean
}

export const AS_BUILT: Live = {
  status: null,
  check: {state: 'none'},
  newerSite: false,
  rolledBack: false,
  changed: new Set(),
  said: null,
  errors: [],
  good: true,
}
