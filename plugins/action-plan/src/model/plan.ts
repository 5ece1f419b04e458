import type {Mark} from './mark.ts'
import type {Place} from './place.ts'
import type {Settings} from './settings.ts'
import type {FindingLevel} from './tool-report.ts'
import type {Target} from './target.ts'

/** What would show that something is done: a file, a part of it, and what that must reach. */
export interface EvidenceReference extends Place {
  /** As it is written. */
  readonly text: string
  /** Null when it names no file. A link is relative to the plan's file, a field to the folder of the nearest package.json. */
  readonly path: string | null
  readonly relativeTo: 'plan' | 'project'
  /** After the number sign: a test, a rule, a folder, a path in JSON, by the kind of the file. */
  readonly part: string | null
  readonly target: Target | null
  readonly level: FindingLevel | null
}

/** The cell of a table that says how far its row is. */
export interface StatusCell extends Place {
  /** As it is written, without the space around it. */
  readonly text: string
}

/** One check box, whose place is that of the `[`, or one row of a table, whose place is that of its words. */
export interface Task extends Place {
  readonly text: string
  /** The number that its text begins with, such as "T001"; null where it has none. */
  readonly number: string | null
  readonly mark: Mark
  /** Its own priority, when its text states one. */
  readonly priority: string | null
  /** When it must be done, and when it was, ISO dates; null where it does not say so. */
  readonly due: string | null
  readonly doneOn: string | null
  readonly owners: readonly string[]
  readonly duration: Duration | null
  /** What it waits for, as it is written; null for nothing. */
  readonly waitsFor: string | null
  /** Whether GitHub Flavored Markdown takes it for a task too. */
  readonly gfm: boolean
  /** Reports that it links to. */
  readonly evidence: readonly EvidenceReference[]
  /** Only of a row: the cell of its status; null where the table has no column for it. */
  readonly cell?: StatusCell | null
}

/** A stated effort. `days` are working days: the upper end of a range, 8 hours a day, 5 days a week, 21 days a month; not rounded. */
export interface Duration extends Place {
  readonly text: string
  readonly days: number
}

/** A stated reference to another item, by its number or its title. */
export interface Reference extends Place {
  readonly id: string
  /** The title as it is written; null for a reference by number. */
  readonly title: string | null
}

/** A calendar date that the plan states. */
export interface DueDate extends Place {
  readonly date: string
}

/** What an item says in a field that has no key of its own. */
export interface FieldValue {
  /** As it is written, markup removed. */
  readonly text: string
  /** The word of the field's own list that it stands for, such as `high`; null for a free text. */
  readonly value: string | null
}

/** A work package: items are scheduled, their tasks are counted. */
export interface Item extends Place {
  readonly id: string
  /** The plan's own number; null where it has none. */
  readonly number: string | null
  readonly title: string
  /** The id of its heading on the page of the plan; null for the implicit item of a section. */
  readonly anchor: string | null
  /** Tasks of a section that stand under no item. */
  readonly implicit: boolean
  /** Its own priority; null where it takes its section's. */
  readonly ownPriority: string | null
  /** Its own priority, else its section's. */
  readonly priority: string | null
  readonly issue: string | null
  readonly duration: Duration | null
  readonly due: DueDate | null
  readonly owners: readonly string[]
  readonly dependsOn: readonly Reference[]
  readonly evidence: readonly EvidenceReference[]
  /** Fields that it states beside these, by their names. */
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly tasks: readonly Task[]
}

export interface Section extends Place {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly anchor: string | null
  readonly priority: string | null
  readonly items: readonly Item[]
}

/** A line of the priority legend. `deadlineDays` are working days from the plan's start; null when it names none. */
export interface PriorityLevel extends Place {
  readonly id: string
  readonly title: string
  /** The coloured sign before it, which stands for it elsewhere in the plan; null without one. */
  readonly sign: string | null
  readonly description: string
  readonly deadline: string | null
  readonly deadlineDays: number | null
}

/** What the heading of a phase says about when it is. Weeks, days and months are 1-based and count from the plan's start. What has no end ("Week 9+") ends with null. */
export type Period =
  | {readonly unit: 'week' | 'day' | 'month'; readonly from: number; readonly to: number | null}
  | {readonly unit: 'date'; readonly start: string; readonly finish: string | null}
  | {readonly unit: 'unknown'}

export interface PhaseLine extends Place {
  readonly text: string
  /** How many lists, quotes and footnotes it stands in: a deeper line explains the one above it. */
  readonly depth: number
}

/** A window of the Implementation Schedule. */
export interface Phase extends Place {
  readonly id: string
  readonly title: string
  readonly period: Period
  /** Priorities that its heading names; a qualified one ("Critical P1") takes only items that a line names. */
  readonly priorities: readonly {readonly id: string; readonly qualified: boolean}[]
  readonly lines: readonly PhaseLine[]
  /** The section whose heading is this period, when the phase holds its own items; else null. */
  readonly section: string | null
}

export interface Metric extends Place {
  readonly text: string
  /** What its text says that it must reach; null when it says nothing that can be read in one way only. */
  readonly target: Target | null
  /** The least level of findings that its text is about. */
  readonly level: FindingLevel | null
}

export const CADENCES = ['daily', 'weekly', 'bi-weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Cadence = (typeof CADENCES)[number]

export interface Review extends Place {
  readonly text: string
  readonly cadence: Cadence | null
}

export interface NextStep extends Place {
  readonly text: string
}

export const IGNORED_REASONS = [
  'code',
  'comment',
  'html',
  'table',
  'heading',
  'no-bullet',
  'malformed',
  'escaped',
  'empty',
  'legend',
  'tag',
] as const
export type IgnoredReason = (typeof IGNORED_REASONS)[number]

/** Behind every number: what remark-gfm counts in the same text, what was counted (rows of tables among it, which remark-gfm does not count), and box-like text that was not, with the reason. */
export interface Ledger {
  readonly gfm: {readonly tasks: number; readonly done: number}
  readonly counted: readonly (Place & {readonly mark: Mark; readonly item: string; readonly kind?: 'row'})[]
  readonly ignored: readonly (Place & {readonly reason: IgnoredReason})[]
}

/** Everything that the file says, as plain JSON. */
export interface Plan {
  readonly title: string
  readonly overview: string
  readonly priorities: readonly PriorityLevel[]
  readonly sections: readonly Section[]
  readonly phases: readonly Phase[]
  readonly metrics: readonly Metric[]
  readonly reviews: readonly Review[]
  readonly nextSteps: readonly NextStep[]
  readonly settings: Settings
  /** Where each setting stands that is given, by its name. */
  readonly places: Readonly<Record<string, Place>>
  readonly ledger: Ledger
}
