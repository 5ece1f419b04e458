import type {
  BaselineNote,
  Doubt,
  EvidenceCause,
  Goal,
  GroupCause,
  ItemCause,
  NoForecast,
  Pace,
  PlacementCause,
  UnavailableCause,
  VerificationCause,
} from './cause.ts'
import type {Forecast, PlanEnd, Trend} from './forecast.ts'
import type {Health} from './health.ts'
import type {Mark} from './mark.ts'
import type {Cadence, FieldValue, IgnoredReason} from './plan.ts'
import type {Severity} from './problem.ts'
import type {BaselineState, MetricState, Measurement, ProjectedDates} from './report.ts'
import type {Verdict} from './verdict.ts'

// The public face of a report: `status.json`. Its JSON Schema is generated from these types; absent is null, never a missing key.

/** Effort in working days, from the durations that the plan states. */
export interface StatusEffort {
  /** Working days, one decimal. */
  readonly days: number
  /** Days times the share of done tasks, summed over items, floored to one decimal. */
  readonly doneDays: number
  /** Floored; null when no effort is stated. */
  readonly percent: number | null
}

/** A check box of the plan. */
export interface StatusTask {
  /** Plain text, markup removed. */
  readonly text: string
  /** What its box says. */
  readonly mark: Mark
  /** ISO date by which it must be done, as the task itself says; null where it says none. */
  readonly due: string | null
  /** Its own priority; null where it takes that of its item. */
  readonly priority: string | null
  /** Who does it, as the task itself says, without `@`. */
  readonly owners: readonly string[]
  /** How long it takes, as the task itself says, in working days; null where it does not. */
  readonly duration: {readonly text: string; readonly days: number} | null
  /** ISO date on which it was done, as the task says; null where it does not. */
  readonly doneOn: string | null
  /** 1-based, of the file. */
  readonly line: number
  /** 1-based, of the task's `[`. */
  readonly column: number
}

/** When something was planned at the baseline. */
export interface StatusPlanned {
  /** The id that it had then. */
  readonly id: string
  /** First working day, ISO date; null without dates. */
  readonly start: string | null
  /** Last working day, ISO date. */
  readonly finish: string | null
  /** Whole working days from the plan's start, half-open; null without a place in time. */
  readonly earlyStart: number | null
  /** The same for its end: the day after its last working day. */
  readonly earlyFinish: number | null
  /** Working days that it ends later now; fewer than 0 is earlier, null when one of the two has no place in time. */
  readonly variance: number | null
  /** Why the two may not be the same thing; null when that is certain. */
  readonly doubt: string | null
  /** The same as a code with its facts. */
  readonly cause: Doubt | null
}

/** The plan at the revision that `plan.baseline` names; what that revision does not give is null. */
export interface StatusBaseline {
  /** Whether it can be compared with. */
  readonly state: BaselineState
  /** As the settings name it. */
  readonly revision: string
  /** Why it cannot be compared with; null when it can. */
  readonly reason: string | null
  /** How to fix that. */
  readonly fix: string | null
  /** The commit that this is. */
  readonly commit: string | null
  /** ISO time of that commit. */
  readonly committedAt: string | null
  /** What to know about the comparison; null when there is nothing. */
  readonly note: string | null
  /** The reason, or else the note, as a code with its facts; null without either. */
  readonly cause: UnavailableCause | BaselineNote | null
  /** The last working day of all items then, ISO date; null without dates. */
  readonly finish: string | null
  /** Whole working days that the plan took then. */
  readonly earlyFinish: number | null
  /** Working days that the whole plan ends later now; fewer than 0 is earlier. */
  readonly variance: number | null
  /** Tasks in scope then. */
  readonly tasks: number | null
  /** Working days of all items then. */
  readonly effortDays: number | null
  /** Items that the plan does not have any more. */
  readonly removed: readonly {readonly id: string; readonly number: string | null; readonly title: string; readonly tasks: number}[]
}

/** Whether what an item claims is shown. */
export interface StatusVerification {
  /** Met when all of its evidence is, unmet when some of it fails. */
  readonly state: MetricState
  /** Why, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts. */
  readonly cause: VerificationCause
}

/** Where evidence is from, as far as it is known, and what it says. */
export interface StatusEvidence extends Omit<Measurement, 'shown' | 'goal'> {
  /** What it says, in words; null when it says nothing. */
  readonly words: string | null
  /** What it must reach, in words; null when nobody says. */
  readonly target: string | null
  /** The same as a code with its facts. */
  readonly goal: Goal | null
}

/** A work package: a heading of the plan with its tasks and fields. */
export interface StatusItem {
  /** The plan's own number, else a slug of the title; unique. */
  readonly id: string
  /** The plan's own number, as its author wrote it; null where it has none. */
  readonly number: string | null
  /** Plain text, without number and priority. */
  readonly title: string
  /** Number and title, as people read it: "2.1 Credential Management"; the title alone without a number. */
  readonly label: string
  /** Its own, else its section's; null when neither has one. */
  readonly priority: string | null
  /** What its Issue field says; null without one. */
  readonly issue: string | null
  /** What its Timeline field says, and the same in working days; null when unstated or unreadable. */
  readonly duration: {readonly text: string; readonly days: number} | null
  /** Without `@`. */
  readonly owners: readonly string[]
  /** Ids of the items it waits for. */
  readonly dependsOn: readonly string[]
  /** Fields that it states beside these, by their names; one that it does not state has no key. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Its tasks, in the order of the plan. */
  readonly tasks: readonly StatusTask[]
  /** Tasks in scope (without the dropped ones). */
  readonly tasksTotal: number
  /** Ticked tasks in scope. */
  readonly done: number
  /** floor(100·done/tasksTotal); null when there are no tasks. */
  readonly percent: number | null
  /** Tasks in scope that evidence shows. */
  readonly evidenced: number
  /** What its own evidence shows; null when it names none. */
  readonly evidence: StatusVerification | null
  /** How it stands on the status date. */
  readonly health: Health
  /** Why its health is what it is, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts, for programs and for pages in other languages. */
  readonly cause: ItemCause
  /** Of a late one, calendar days after the day that decides: its due date, else its last day (or the day on which it came into the plan, when that is later); null when it is not late. */
  readonly lateDays: number | null
  /** The phase it is in, and why; null when it is in none. */
  readonly phase: {
    /** Of the phase. */
    readonly id: string
    /** Why, as an English sentence. */
    readonly because: string
    /** The same as a code with its facts. */
    readonly cause: PlacementCause
  } | null
  /** First working day, ISO date; null without dates. */
  readonly start: string | null
  /** Last working day, ISO date. */
  readonly finish: string | null
  /** Whole working days from the plan's start, half-open; null without a place in time. */
  readonly earlyStart: number | null
  /** The first working day on which it is over, counted as earlyStart is. */
  readonly earlyFinish: number | null
  /** ISO date of its Due field; null without one. */
  readonly due: string | null
  /** ISO date of the day on which it came into the plan, where that decides when it is late: it is later than its dates, and there is no Due field. Null otherwise, and where the history is not at hand. */
  readonly addedOn: string | null
  /** From this day on the item is at risk if nothing more is done; null when never or without dates. */
  readonly riskFrom: string | null
  /** When what is left of it will be worked on, projected from the status date along dependencies, owners and team; null when nothing is left, or nobody can say. */
  readonly projected: ProjectedDates | null
  /** Working days that it can slip before the plan's end slips; null without a place in time. */
  readonly totalFloat: number | null
  /** On a chain of dependencies without float. */
  readonly critical: boolean
  /** 1-based line of its heading in the plan's file. */
  readonly line: number
  /** The id of its heading on the page of the plan; null for the tasks of a section under no item. */
  readonly anchor: string | null
  /** Null without a baseline, and for an item that it does not have. */
  readonly baseline: StatusPlanned | null
}

/** A section of the plan: the sums of its items. */
export interface StatusSection {
  /** The plan's own number, else a slug of the title; unique. */
  readonly id: string
  /** The plan's own number, as its author wrote it; null where it has none. */
  readonly number: string | null
  /** Plain text, without number and priority. */
  readonly title: string
  /** Number and title, as people read it: "2.1 Credential Management"; the title alone without a number. */
  readonly label: string
  /** Null when its heading names none. */
  readonly priority: string | null
  /** Tasks in scope, of all its items. */
  readonly tasks: number
  /** Ticked ones of them. */
  readonly done: number
  /** floor(100·done/tasks); null when there are no tasks. */
  readonly percent: number | null
  /** Tasks in scope that evidence shows. */
  readonly evidenced: number
  /** How it stands on the status date. */
  readonly health: Health
  /** Why its health is what it is, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts, for programs and for pages in other languages. */
  readonly cause: GroupCause
  /** 1-based line of its heading in the plan's file. */
  readonly line: number
  /** The id of its heading on the page of the plan; null without a heading. */
  readonly anchor: string | null
  /** Its items, in the order of the plan. */
  readonly items: readonly StatusItem[]
}

/** A priority: the sums of the tasks that have it. */
export interface StatusPriority {
  /** Null: what has no priority; listed last. */
  readonly id: string | null
  /** What the legend calls it. */
  readonly title: string
  /** What the legend says of it. */
  readonly description: string
  /** What the legend says of its deadline, word for word; null when it says nothing. */
  readonly deadline: string | null
  /** The last day that the deadline allows (of "immediate", the first day), ISO date; null without dates. */
  readonly deadlineDate: string | null
  /** The same in working days from the start: 5 is the end of the fifth; null when the legend names none. */
  readonly deadlineDays: number | null
  /** Items of this priority. */
  readonly items: number
  /** Those of them whose tasks are all done. */
  readonly itemsDone: number
  /** Tasks in scope of this priority; a task may have another than its item. */
  readonly tasks: number
  /** Ticked ones of them. */
  readonly done: number
  /** floor(100·done/tasks); null when there are no tasks. */
  readonly percent: number | null
  /** How it stands on the status date. */
  readonly health: Health
  /** Why its health is what it is, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts, for programs and for pages in other languages. */
  readonly cause: GroupCause
}

/** A phase of the schedule: a window of working days, and the items in it. */
export interface StatusPhase {
  /** The slug of its heading before the bracket. */
  readonly id: string
  /** Its heading. */
  readonly title: string
  /** First working day, ISO date; null without dates. */
  readonly start: string | null
  /** Last working day, ISO date; null without dates, and for a period that has no end, such as "Week 9+". */
  readonly finish: string | null
  /** How many working days its window has; null when its heading names no period, or one without an end. */
  readonly workingDays: number | null
  /** Whole working days from the plan's start, half-open; `to` is null for a period that has no end. */
  readonly window: {readonly from: number; readonly to: number | null} | null
  /** Ids of its items. */
  readonly items: readonly string[]
  /** Working days of work in it. */
  readonly effortDays: number
  /** Effort over working days, rounded up to one decimal. */
  readonly peopleNeeded: number | null
  /** How it stands on the status date. */
  readonly health: Health
  /** Why its health is what it is, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts, for programs and for pages in other languages. */
  readonly cause: GroupCause
  /** Null without a baseline, and for a phase that it does not have. */
  readonly baseline: StatusPlanned | null
}

/** A Success Metric and what shows it. */
export interface StatusMetric {
  /** As the plan has it. */
  readonly text: string
  /** Whether the evidence reaches the target. */
  readonly state: MetricState
  /** Why, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts, for programs and for pages in other languages. */
  readonly cause: EvidenceCause
  /** What shows it and where that is from; null when the metric is not connected to evidence. */
  readonly evidence: StatusEvidence | null
}

/** Something in the plan that a reader should fix or know. */
export interface StatusProblem {
  /** Id of the rule, such as `schedule/overrun`; it keeps its meaning. */
  readonly rule: string
  /** An error means that the plan does not parse. */
  readonly severity: Severity
  /** 1-based, of the plan's file. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** What was found, and what was expected. */
  readonly reason: string
  /** How to fix it. */
  readonly fix: string
}

/** When all tasks will be done, or why nobody can say. */
export interface StatusForecast {
  /** Whether there is one. */
  readonly state: Forecast['state']
  /** With 50 % everything is done by this day, ISO date; null when nobody can say. */
  readonly p50: string | null
  /** With 85 %, ISO date; null when nobody can say. */
  readonly p85: string | null
  /** What it is made of, or why there is none, in words a reader can check. */
  readonly because: string
  /** The same as a code with its facts. */
  readonly cause: Pace | NoForecast
}

/** How the whole plan stands, as its headline says. */
export interface StatusVerdict extends Verdict {
  /** Why, in words a reader can check. */
  readonly because: string
}

/** `status.json`. */
export interface Status {
  /** Rises only when a promised key changes its meaning. */
  readonly schemaVersion: 2
  /** Where the plan was read. */
  readonly source: {
    /** The plan's file, relative to the site's folder. */
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
  /** The site it is served by. */
  readonly site: {
    /** Hash of the site's outputs: another value means that a newer site is available. */
    readonly build: string | null
  }
  /** The day that "today" means here, ISO date. */
  readonly statusDate: string
  /** IANA name: whose "today". */
  readonly timeZone: string
  /** The plan's first heading. */
  readonly title: string
  /** The whole plan. */
  readonly totals: {
    /** Items of the plan. */
    readonly items: number
    /** Those of them whose tasks are all done. */
    readonly itemsDone: number
    /** Tasks in scope. */
    readonly tasks: number
    /** Ticked ones of them. */
    readonly done: number
    /** Tasks out of scope. */
    readonly dropped: number
    /** floor(100·done/tasks); null when there are no tasks. */
    readonly percent: number | null
    /** How it stands on the status date. */
    readonly health: Health
    /** Why its health is what it is, in words a reader can check. */
    readonly because: string
    /** The same as a code with its facts, for programs and for pages in other languages. */
    readonly cause: GroupCause
    /** The same by stated effort. */
    readonly effort: StatusEffort
    /** What the last seven days changed; null when the history cannot say. */
    readonly trend: Trend | null
  }
  /** When the plan ends: as planned, and as forecast. */
  readonly end: PlanEnd
  /** When all tasks will be done if work goes on as in the last weeks; null when the history was not read. */
  readonly forecast: StatusForecast | null
  /** What somebody wrote about the week, as the settings have it; null without one. */
  readonly weeklyNote: string | null
  /** How the whole plan stands: as its items do, and no better than its forecast against its planned end. */
  readonly verdict: StatusVerdict
  /** Which lines were counted, and which were not. */
  readonly ledger: {
    /** Exactly what remark-gfm with remark-frontmatter counts in the same text. */
    readonly gfm: {readonly tasks: number; readonly done: number}
    /** Every task, by its place; `kind` is that of a row of a table, and left out for a box. */
    readonly counted: readonly {
      /** From 1. */
      readonly line: number
      /** From 1. */
      readonly column: number
      /** What its box or its status says. */
      readonly mark: Mark
      /** The id of its item. */
      readonly item: string
      /** A row of a table; left out for a box. */
      readonly kind?: 'row'
    }[]
    /** Box-like text that is not a task, and why. */
    readonly ignored: readonly {readonly line: number; readonly column: number; readonly reason: IgnoredReason}[]
  }
  /** In the order of the legend; what has none comes last. */
  readonly priorities: readonly StatusPriority[]
  /** In the order of the plan. */
  readonly sections: readonly StatusSection[]
  /** In the order of the schedule. */
  readonly phases: readonly StatusPhase[]
  /** The success metrics of the plan: each with its state and why. */
  readonly metrics: readonly StatusMetric[]
  /** The reviews that the plan announces, with the date of the next; null without a start or a cadence. */
  readonly reviews: readonly {readonly text: string; readonly cadence: Cadence | null; readonly next: string | null}[]
  /** The steps that the plan names as next. */
  readonly nextSteps: readonly {readonly text: string}[]
  /** Null when the settings name none. */
  readonly baseline: StatusBaseline | null
  /** In the order of the file. */
  readonly problems: readonly StatusProblem[]
}

/** The small file beside `status.json` that open pages ask for: they read the whole only when its digest is another. */
export interface StatusSummary extends Pick<Status, 'schemaVersion' | 'site' | 'statusDate' | 'title' | 'verdict'> {
  /** Names the numbers: two reports that say the same have the same, in whatever site they stand. 32 hexadecimal digits. */
  readonly digest: string
  /** Where the plan was read. */
  readonly source: Pick<Status['source'], 'commit' | 'committedAt'>
  /** The whole plan. */
  readonly totals: Pick<Status['totals'], 'tasks' | 'done' | 'percent'>
}
