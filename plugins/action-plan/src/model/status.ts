import type {Health} from './health.ts'
import type {Mark} from './mark.ts'
import type {Cadence, IgnoredReason} from './plan.ts'
import type {Severity} from './problem.ts'
import type {MetricState} from './report.ts'

// The public face of a report: `status.json`. Its JSON Schema is generated from these types; absent is null, never a missing key.

export interface StatusEffort {
  /** Working days, one decimal. */
  readonly days: number
  /** Days times the share of done tasks, summed over items, floored to one decimal. */
  readonly doneDays: number
  /** Floored; null when no effort is stated. */
  readonly percent: number | null
}

export interface StatusTask {
  readonly text: string
  readonly mark: Mark
  /** 1-based, of the file. */
  readonly line: number
  /** 1-based, of the task's `[`. */
  readonly column: number
}

export interface StatusItem {
  /** The plan's own number, else a slug of the title; unique. */
  readonly id: string
  readonly title: string
  readonly priority: string | null
  readonly issue: string | null
  readonly duration: {readonly text: string; readonly days: number} | null
  /** Without `@`. */
  readonly owners: readonly string[]
  readonly dependsOn: readonly string[]
  readonly tasks: readonly StatusTask[]
  /** Tasks in scope (without the dropped ones). */
  readonly tasksTotal: number
  readonly done: number
  /** floor(100·done/tasksTotal); null when there are no tasks. */
  readonly percent: number | null
  readonly health: Health
  readonly because: string
  readonly phase: {readonly id: string; readonly because: string} | null
  /** First working day, ISO date; null without dates. */
  readonly start: string | null
  /** Last working day, ISO date. */
  readonly finish: string | null
  /** Whole working days from the plan's start, half-open; null without a place in time. */
  readonly earlyStart: number | null
  readonly earlyFinish: number | null
  readonly due: string | null
  /** From this day on the item is at risk if nothing more is done; null when never or without dates. */
  readonly riskFrom: string | null
  /** Working days that it can slip before the plan's end slips; null without a place in time. */
  readonly totalFloat: number | null
  /** On a chain of dependencies without float. */
  readonly critical: boolean
  readonly line: number
  /** The id of its heading on the page of the plan; null for the tasks of a section under no item. */
  readonly anchor: string | null
}

export interface StatusSection {
  readonly id: string
  readonly title: string
  readonly priority: string | null
  readonly tasks: number
  readonly done: number
  readonly percent: number | null
  readonly health: Health
  readonly because: string
  readonly line: number
  readonly anchor: string | null
  readonly items: readonly StatusItem[]
}

export interface StatusPriority {
  /** Null: what has no priority; listed last. */
  readonly id: string | null
  readonly title: string
  /** What the legend says of it. */
  readonly description: string
  readonly deadline: string | null
  /** The last day that the deadline allows (of "immediate", the first day), ISO date; null without dates. */
  readonly deadlineDate: string | null
  /** The same in working days from the start: 5 is the end of the fifth; null when the legend names none. */
  readonly deadlineDays: number | null
  readonly items: number
  readonly itemsDone: number
  readonly tasks: number
  readonly done: number
  readonly percent: number | null
  readonly health: Health
  readonly because: string
}

export interface StatusPhase {
  readonly id: string
  readonly title: string
  readonly start: string | null
  readonly finish: string | null
  readonly workingDays: number | null
  /** Whole working days from the plan's start, half-open. */
  readonly window: {readonly from: number; readonly to: number} | null
  readonly items: readonly string[]
  readonly effortDays: number
  /** Effort over working days, rounded up to one decimal. */
  readonly peopleNeeded: number | null
  readonly health: Health
  readonly because: string
}

export interface StatusProblem {
  readonly rule: string
  readonly severity: Severity
  readonly line: number
  readonly column: number
  readonly reason: string
  readonly fix: string
}

/** `status.json`. */
export interface Status {
  readonly schemaVersion: 1
  readonly source: {
    readonly path: string
    /** HEAD when the plan was read. */
    readonly commit: string | null
    /** ISO time of that commit. */
    readonly committedAt: string | null
    /** ISO time of the plan's last commit; null when the history is shallow. */
    readonly changedAt: string | null
    /** The plan has changes that are not committed. */
    readonly dirty: boolean
  }
  readonly site: {
    /** Hash of the site's outputs: another value means that a newer site is available. */
    readonly build: string | null
  }
  /** The day that "today" means here, ISO date. */
  readonly statusDate: string
  /** IANA name: whose "today". */
  readonly timeZone: string
  readonly title: string
  readonly totals: {
    readonly items: number
    readonly itemsDone: number
    readonly tasks: number
    readonly done: number
    readonly dropped: number
    readonly percent: number | null
    readonly health: Health
    readonly because: string
    readonly effort: StatusEffort
  }
  readonly ledger: {
    /** Exactly what remark-gfm with remark-frontmatter counts in the same text. */
    readonly gfm: {readonly tasks: number; readonly done: number}
    readonly counted: readonly {readonly line: number; readonly column: number; readonly mark: Mark; readonly item: string}[]
    /** Box-like text that is not a task, and why. */
    readonly ignored: readonly {readonly line: number; readonly column: number; readonly reason: IgnoredReason}[]
  }
  readonly priorities: readonly StatusPriority[]
  readonly sections: readonly StatusSection[]
  readonly phases: readonly StatusPhase[]
  readonly metrics: readonly {readonly text: string; readonly state: MetricState; readonly because: string; readonly evidence: null}[]
  readonly reviews: readonly {readonly text: string; readonly cadence: Cadence | null; readonly next: string | null}[]
  readonly nextSteps: readonly {readonly text: string}[]
  readonly problems: readonly StatusProblem[]
}
