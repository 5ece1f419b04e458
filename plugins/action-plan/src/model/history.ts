import type {DayNote, GapCause, PeriodNote, UnavailableCause} from './cause.ts'
import type {Change} from './changes.ts'
import type {Forecast, Trend} from './forecast.ts'
import type {Plan} from './plan.ts'
import type {Problem} from './problem.ts'
import type {Progress} from './report.ts'

/** The past cannot be known. */
export interface Unavailable {
  readonly state: 'unavailable'
  readonly cause: UnavailableCause
}

/** One commit on the first-parent line that touched the plan, under whatever name it had. */
export interface Revision {
  /** Null: what stands on disk and is not committed. */
  readonly commit: string | null
  /** ISO time of the commit with offset; null for what is not committed. */
  readonly at: string | null
  readonly author: string | null
  readonly subject: string
  /** The plan's path then, from the top of the repository. */
  readonly path: string
  /** Names the content: the same for the same bytes. Null when the plan was not there. */
  readonly content: string | null
}

/** The plan's revisions, oldest first. */
export interface Revisions {
  readonly state: 'available'
  readonly revisions: readonly Revision[]
}

/** Sums of one revision. */
export interface Sums {
  /** Tasks in scope. */
  readonly tasks: number
  readonly done: number
  /** Effort in working days. */
  readonly days: number
  readonly doneDays: number
}

/** What a revision adds up to. */
export interface Snapshot extends Sums {
  /** How many people its settings say work on it. */
  readonly team: number | null
  readonly priorities: readonly (Sums & {readonly id: string | null})[]
}

/** A revision with its day and its sums, or the reason why it has none (a gap). */
export interface RevisionSummary {
  readonly commit: string | null
  readonly author: string | null
  readonly subject: string
  readonly at: string | null
  /** In the plan's time zone; never before the day of the revision before it. */
  readonly day: string
  readonly snapshot: Snapshot | null
  readonly gap: GapCause | null
  /** Tasks finished since the first moment that is looked back to, whether or not they are still there. */
  readonly finished: number
}

/** What happened between two moments, with the commits that did it. */
export interface DayChanges {
  readonly day: string
  /** ISO time of the day's last commit. */
  readonly at: string
  readonly commits: readonly {readonly commit: string; readonly author: string; readonly subject: string}[]
  readonly changes: readonly Change[]
  /** Why there are no changes to tell although there may be some; null when there are, or none happened. */
  readonly note: DayNote | null
}

/** The end of a day that changed something. */
export interface BurnUpPoint {
  readonly day: string
  readonly commit: string | null
  readonly snapshot: Snapshot | null
  readonly gap: GapCause | null
  /** Tasks that came into scope or left it since the point before; 0 for the first. */
  readonly scopeChange: number
  /** Tasks finished up to here; only differences of it mean something. */
  readonly finished: number
}

/** Scope and done over time. */
export interface BurnUp {
  readonly points: readonly BurnUpPoint[]
  /** Revisions in all, and how many of them cannot be counted. */
  readonly revisions: number
  readonly gaps: number
  /** Commits whose clock runs against the order of the history. */
  readonly misdated: number
}

/** The plan's history as pages and files use it. */
export interface History {
  readonly state: 'available'
  readonly revisions: readonly RevisionSummary[]
  readonly burnUp: BurnUp
  /** The day on which an item came into the plan, by its id in the newest revision; without those that the first revision holds. */
  readonly added: readonly (readonly [id: string, day: string])[]
  readonly forecast: Forecast
  /** Null while the plan has one day only. */
  readonly trend: Trend | null
  /** Newest first. */
  readonly days: readonly DayChanges[]
}

/** A text as the parser reads it. */
export interface Parsed {
  readonly plan: Plan
  readonly problems: readonly Problem[]
}

/** What a revision's name stands for. */
export type FoundRevision =
  {readonly state: 'found'; readonly commit: string; readonly at: string | null; readonly text: string} | Unavailable

/** Where a plan's past is read from. */
export interface Past {
  revisions(): Promise<Revisions | Unavailable>
  /** Hands on each content in turn; null when all could be read. */
  read(contents: readonly string[], use: (content: string, text: string) => void): Promise<Unavailable | null>
  /** The plan at a revision that a user names. */
  textAt(revision: string): Promise<FoundRevision>
}

/** An item whose last day is later than it was. */
export interface Slip {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly from: string
  readonly to: string
}

/** Where a period begins. */
export type Since =
  {readonly kind: 'date'; readonly date: string} | {readonly kind: 'revision'; readonly name: string} | {readonly kind: 'start'}

/** What changed in a period. */
export interface ReportPeriod {
  readonly id: string
  /** Where it begins, as it was asked for. */
  readonly since: Since
  /** What the period is counted from; null when history cannot say, and `note` says why. */
  readonly base: {readonly commit: string | null; readonly day: string} | null
  readonly note: PeriodNote | null
  readonly before: Pick<Progress, 'tasks' | 'done' | 'percent'> | null
  readonly changes: readonly Change[]
  readonly slipped: readonly Slip[]
}

/** What a site tells of a plan's past: read once, then plain data. */
export interface HistoryReport {
  readonly history: History | Unavailable
  /** The first one is the one shown at first. */
  readonly periods: readonly ReportPeriod[]
}
