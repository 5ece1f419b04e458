import type {
  BaselineNote,
  Doubt,
  EvidenceCause,
  Goal,
  NoMeasurement,
  PlacementCause,
  ShownEvidence,
  UnavailableCause,
  VerificationCause,
} from './cause.ts'
import type {ItemHealthStatus, HealthStatus} from './health.ts'
import type {Evidence} from './evidence-file.ts'
import type {Forecast, PlanEnd, Trend} from './forecast.ts'
import type {Item, Ledger, Metric, NextStep, Phase, PhaseLine, PriorityLevel, EvidenceReference, Review, Section} from './plan.ts'
import type {Problem} from './problem.ts'
import type {Measure, Settings} from './settings.ts'
import type {Verdict} from './verdict.ts'

/** Counted by task and by effort. Percent is floored, null when there is nothing to count; days are working days with one decimal. */
export interface Progress {
  /** Work packages. */
  readonly items: number
  /** Those of them whose tasks are all done. */
  readonly itemsDone: number
  /** In scope: without the dropped ones. */
  readonly tasks: number
  /** Ticked ones of them. */
  readonly done: number
  /** Tasks out of scope. */
  readonly dropped: number
  /** floor(100·done/tasks). */
  readonly percent: number | null
  /** The same by stated effort. */
  readonly effort: {readonly days: number; readonly doneDays: number; readonly percent: number | null}
}

/** Where the plan was read. Times are ISO with offset; null when unknown. */
export interface Source {
  readonly path: string
  readonly commit: string | null
  readonly committedAt: string | null
  readonly changedAt: string | null
  readonly dirty: boolean
}

/** Which phase something is in, and why. */
export interface Placement {
  readonly id: string
  readonly cause: PlacementCause
}

/** What one line of the schedule names, by the ids of items. */
export interface Naming {
  readonly phase: Phase
  readonly line: PhaseLine
  readonly items: readonly string[]
  /** It names items, or a section by its title: words that it has in common with the title of a section describe. */
  readonly isReference: boolean
}

/** Critical path method, in whole working days from the start: half-open, so a 3-day item from 0 finishes at 3. */
export interface ScheduledDates {
  readonly earlyStart: number
  readonly earlyFinish: number
  readonly lateStart: number
  readonly lateFinish: number
  readonly totalFloat: number
  readonly freeFloat: number
  readonly critical: boolean
}

/** Everything that health depends on but the day: so that a page can judge again with its own clock. Dates are ISO. */
export interface HealthInputs {
  /** Tasks in scope. */
  readonly tasks: number
  /** Ticked ones of them. */
  readonly done: number
  /** First working day; null without dates. */
  readonly start: string | null
  /** Last working day. */
  readonly finish: string | null
  /** Of its Due field, else the end of its phase where it states no effort; null without one. */
  readonly due: string | null
  /** The day on which it came into the plan, where that is later than its dates and it has no Due field: it was not late before. */
  readonly addedOn: string | null
  /** The first day on which the work is too far behind; null when never, or without dates. */
  readonly riskFrom: string | null
}

/** When something was planned at the baseline. Dates are ISO; days count from the plan's start, half-open. */
export interface BaselineDates {
  /** The id that it had then. */
  readonly id: string
  readonly start: string | null
  /** Last working day. */
  readonly finish: string | null
  readonly earlyStart: number | null
  readonly earlyFinish: number | null
  /** Working days that it ends later now; fewer than 0 is earlier, null when one of the two has no place in time. */
  readonly variance: number | null
  /** Why the two may not be the same thing; null when that is certain. */
  readonly doubt: Doubt | null
}

export const BASELINE_STATES = ['available', 'unavailable'] as const
export type BaselineState = (typeof BASELINE_STATES)[number]

/** The plan at the revision that `plan.baseline` names; or why it cannot be read. */
export type Baseline =
  | {
      readonly state: 'available'
      readonly revision: string
      readonly commit: string
      /** ISO time of that commit. */
      readonly committedAt: string | null
      /** What to know about the comparison; null when there is nothing. */
      readonly note: BaselineNote | null
      /** The last working day of all items then, and the same in days from the start. */
      readonly finish: string | null
      readonly earlyFinish: number | null
      /** Working days that the whole plan ends later now. */
      readonly variance: number | null
      /** Tasks in scope then. */
      readonly tasks: number
      readonly effortDays: number
      /** Items that the plan does not have any more. */
      readonly removed: readonly {readonly id: string; readonly number: string | null; readonly title: string; readonly tasks: number}[]
      /** Tasks that would be done by the end of a day, each item's on its last one; empty without dates. */
      readonly planned: readonly {readonly day: string; readonly tasks: number}[]
    }
  | {readonly state: 'unavailable'; readonly revision: string; readonly cause: UnavailableCause}

/** When what is left of an item will be worked on, as it looks on the status date. ISO dates. */
export interface ProjectedDates {
  /** The first working day of it. */
  readonly start: string
  /** The last one. */
  readonly end: string
}

export interface ItemReport extends ItemHealthStatus {
  readonly item: Item
  readonly section: string
  readonly progress: Progress
  readonly phase: Placement | null
  readonly scheduled: ScheduledDates | null
  readonly start: string | null
  readonly finish: string | null
  readonly healthInputs: HealthInputs
  /** Null without a baseline, and for what it does not have. */
  readonly planned: BaselineDates | null
  /** What its own evidence shows; null when it names none. */
  readonly evidence: Verification | null
  /** All that it and its tasks name, judged. */
  readonly evidenceChecks: readonly EvidenceCheck[]
  /** Tasks in scope that are shown: by their own evidence, else by the item's. */
  readonly evidenced: number
  /** When what is left of it will be worked on, projected from the status date; null when nothing is left, or nobody can say. */
  readonly projected: ProjectedDates | null
}

export interface SectionReport extends HealthStatus {
  readonly section: Section
  readonly progress: Progress
  readonly evidenced: number
  readonly items: readonly ItemReport[]
}

export interface PriorityReport extends HealthStatus {
  readonly id: string | null
  readonly level: PriorityLevel | null
  /** The last day that its deadline allows (of "immediate", the first day), ISO date; null without dates. */
  readonly deadlineDate: string | null
  readonly progress: Progress
  readonly items: readonly string[]
}

export interface PhaseReport extends HealthStatus {
  readonly phase: Phase
  /** Working-day window from the start, half-open, `to` null without an end; null when its heading gives none. */
  readonly window: {readonly from: number; readonly to: number | null} | null
  readonly start: string | null
  readonly finish: string | null
  readonly workingDays: number | null
  readonly items: readonly string[]
  readonly effortDays: number
  /** Effort over working days, rounded up to one decimal; null without a window. */
  readonly peopleNeeded: number | null
  readonly progress: Progress
  /** Null without a baseline, and for what it does not have. */
  readonly planned: BaselineDates | null
}

export const METRIC_STATES = ['met', 'unmet', 'unknown'] as const
export type MetricState = (typeof METRIC_STATES)[number]

/** Where evidence is from, as far as it is known, and what it says. */
export interface Measurement {
  /** What was measured; null when that cannot be told. */
  readonly measure: Measure | null
  /** Of a share, rounded down to two decimals, or to as many as tell it from nothing and from its target; null for what is no number, and for what could not be measured. */
  readonly value: number | null
  /** Of the value, such as `%`; null without one. */
  readonly unit: string | null
  /** What it says; null when it says nothing. */
  readonly shown: ShownEvidence | null
  /** What it must reach; null when nobody says. */
  readonly goal: Goal | null
  /** A file of the project, an address, or items of the plan. */
  readonly source: string
  /** What kind of source that is. */
  readonly kind: 'file' | 'url' | 'items'
  /** The line in that file where it shows; null for what is no file. */
  readonly line: number | null
  /** What wrote it. */
  readonly tool: string | null
  /** The commit that it was made of, as far as it says; null when it does not. */
  readonly commit: string | null
  /** When it was made, ISO time: the earlier one of what it says itself and of its last commit; null when neither is known. */
  readonly at: string | null
  /** The last day on which it counts, ISO date; null when it does not age. */
  readonly goodUntil: string | null
}

/** What a report said at one of its commits; `value` is null for what is no number. */
export interface TrendPoint {
  readonly day: string
  readonly commit: string
  readonly value: number | null
  /** What it is, or why there is nothing. */
  readonly says: ShownEvidence | NoMeasurement
}

export interface MetricReport {
  readonly metric: Metric
  readonly state: MetricState
  readonly cause: EvidenceCause
  /** Null when the metric is not connected to evidence. */
  readonly evidence: Measurement | null
}

/** One piece of evidence that an item or a task names, judged. */
export interface EvidenceCheck {
  readonly reference: EvidenceReference
  readonly state: MetricState
  readonly cause: EvidenceCause
  readonly evidence: Measurement | null
}

/** Whether what an item claims is shown: met when all of its evidence is, unmet when some of it fails. */
export interface Verification {
  readonly state: MetricState
  readonly cause: VerificationCause
}

export interface ReviewReport {
  readonly review: Review
  /** ISO date; null without a start or a cadence. */
  readonly next: string | null
  /** The first one of all, ISO date. */
  readonly first: string | null
}

/** The whole: plain JSON, made by one pure function from plain values. */
export interface Report {
  readonly source: Source
  readonly statusDate: string
  readonly title: string
  readonly overview: string
  readonly settings: Settings
  readonly totals: Progress & HealthStatus & {readonly evidenced: number}
  readonly ledger: Ledger
  readonly legend: readonly PriorityLevel[]
  readonly priorities: readonly PriorityReport[]
  readonly sections: readonly SectionReport[]
  readonly phases: readonly PhaseReport[]
  readonly metrics: readonly MetricReport[]
  readonly reviews: readonly ReviewReport[]
  readonly nextSteps: readonly NextStep[]
  /** Null when the settings name none, or it was not looked for. */
  readonly baseline: Baseline | null
  readonly problems: readonly Problem[]
  /** When all is done as planned, and as forecast. */
  readonly end: PlanEnd
  /** How the whole stands, with its forecast. */
  readonly verdict: Verdict
  /** Null when the history was not read. */
  readonly forecast: Forecast | null
  /** What the last days changed; null when the history cannot say, or was not read. */
  readonly trend: Trend | null
  /** What was read; null when evidence was not read. */
  readonly evidence: Evidence | null
}
