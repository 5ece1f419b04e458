import type {Measure} from './settings.ts'
import type {Target} from './target.ts'
import type {EvidenceKind, FindingLevel} from './tool-report.ts'

// Why something is as it is: a code with its facts. Sentences are made of them at the edges, in the language of whoever reads them,
// so no code compares sentences.

/** A code that keeps its meaning, and what it is about: numbers, ISO dates, ids and names. */
interface Coded<Code extends string, Facts> {
  /** It keeps its meaning. */
  readonly code: Code
  /** Numbers, ISO dates, ids and names, by the code. */
  readonly facts: Facts
}
type NoFacts = Readonly<Record<string, never>>
interface Counts {
  readonly done: number
  readonly tasks: number
}

/** Why an item has its health. */
export type ItemCause =
  /** Nothing to count and no dates. */
  | Coded<'no-tasks', NoFacts>
  /** Planned, and no tasks show that it is done. */
  | Coded<'planned-without-tasks', NoFacts>
  | Coded<'all-done', {readonly tasks: number}>
  /** Its due date has passed; `addedOn` is the day on which it came into the plan, where that decides. */
  | Coded<'due-passed', Counts & {readonly due: string; readonly addedOn: string | null}>
  /** The same of its planned last day. */
  | Coded<'finish-passed', Counts & {readonly finish: string; readonly addedOn: string | null}>
  /** Its planned last day has passed; the date that decides has not. */
  | Coded<'finish-passed-in-time', Counts & {readonly finish: string; readonly due: string | null; readonly addedOn: string | null}>
  | Coded<'behind-calendar', Counts & {readonly start: string; readonly finish: string}>
  | Coded<'started-undated', Counts>
  | Coded<'started-early', Counts & {readonly start: string}>
  | Coded<'under-way', Counts & {readonly due: string | null; readonly finish: string | null}>
  | Coded<'starts', {readonly start: string}>
  | Coded<'open', {readonly due: string | null; readonly finish: string | null}>
  /** Nobody began, and nothing places it in time. */
  | Coded<'open-undated', NoFacts>

/** Why a group of items has its health. */
export type GroupCause =
  | ItemCause
  /** `names` are the first ones, `more` counts the others. */
  | Coded<
      'items-late' | 'items-at-risk',
      {readonly count: number; readonly items: number; readonly names: readonly string[]; readonly more: number}
    >
  | Coded<'items-done' | 'items-not-started', {readonly items: number}>
  /** `withoutTasks`: some of them have no tasks either. */
  | Coded<'items-undated', {readonly count: number; readonly items: number; readonly withoutTasks: boolean}>
  | Coded<'items-on-track', {readonly items: number; readonly done: number}>

/** Why an item is in its phase. */
export type PlacementCause =
  | Coded<'under-heading', {readonly phase: string}>
  | Coded<'line-names-item' | 'line-names-section', {readonly line: number; readonly text: string}>
  | Coded<'heading-names-priority', {readonly phase: string; readonly line: number; readonly priority: string}>

type ItemsTicked = Coded<'items-ticked', Counts & {readonly items: readonly string[]}>
type Answered = Coded<'answered', {readonly url: string; readonly status: number}>

/** What a piece of evidence shows. */
export type ShownEvidence =
  | Coded<'file-exists' | 'file-missing', NoFacts>
  | Coded<'contains', {readonly text: string; readonly line: number}>
  | Coded<'contains-not', {readonly text: string}>
  /** `part` is a folder; null for all files. */
  | Coded<
      'share',
      {
        readonly share: number
        readonly of: 'lines' | 'branches'
        readonly part: string | null
        readonly covered: number
        readonly total: number
      }
    >
  | Coded<'passed', {readonly share: number; readonly passed: number; readonly ran: number; readonly skipped: number}>
  | Coded<'failures', {readonly failed: number; readonly ran: number; readonly skipped: number}>
  /** `unknown` of them have no known level; `below` others are of a lower one. */
  | Coded<
      'findings',
      {
        readonly count: number
        readonly level: FindingLevel | null
        readonly part: string | null
        readonly unknown: number
        readonly below: number
      }
    >
  | Coded<'number', {readonly at: string; readonly value: number; readonly unit: string | null}>
  | ItemsTicked
  | Answered

/** Why a file of evidence shows nothing. */
export type NoMeasurement =
  /** `reason` is what its reader says, in English. */
  | Coded<'unreadable', {readonly reason: string}>
  | Coded<'no-measure', {readonly found: EvidenceKind}>
  | Coded<'other-kind', {readonly found: EvidenceKind; readonly expected: EvidenceKind; readonly measure: Measure}>
  | Coded<'nothing-measured', {readonly of: 'lines' | 'branches'; readonly part: string | null}>
  | Coded<
      'more-than-all',
      {readonly of: 'lines' | 'branches'; readonly part: string | null; readonly covered: number; readonly total: number}
    >
  | Coded<'no-file-in', {readonly part: string}>
  | Coded<'no-test-named', {readonly part: string}>
  | Coded<'all-tests-skipped', {readonly skipped: number}>
  | Coded<'no-branches' | 'no-test-ran' | 'no-json', NoFacts>

/** What must be reached. */
export type Goal =
  | Coded<'targets', {readonly targets: readonly Target[]}>
  /** `tasks` is how many there are; null when that is not known. */
  | Coded<'all-tasks', {readonly tasks: number | null}>
  | Coded<'answer', NoFacts>

/** Why one piece of evidence has its state. */
export type EvidenceCause =
  | Coded<'not-connected', NoFacts>
  | Coded<'not-read' | 'age-unknown', {readonly path: string}>
  | Coded<'shows' | 'no-target', {readonly path: string; readonly shown: ShownEvidence}>
  | Coded<'measured', {readonly path: string; readonly shown: ShownEvidence; readonly targets: readonly Target[]}>
  | Coded<
      'other-unit',
      {readonly path: string; readonly shown: ShownEvidence; readonly targets: readonly Target[]; readonly unit: string | null}
    >
  | Coded<'nothing-shown', {readonly path: string; readonly why: NoMeasurement}>
  | Coded<'too-old', {readonly path: string; readonly madeOn: string; readonly maxAge: number}>
  | Coded<'expired', {readonly source: string; readonly until: string; readonly today: string}>
  | Coded<'no-file', {readonly text: string}>
  | Coded<'unknown-item' | 'item-without-tasks', {readonly item: string}>
  | Coded<'items-without-tasks', {readonly items: readonly string[]}>
  | ItemsTicked
  | Coded<'not-asked', {readonly url: string}>
  | Coded<'no-answer', {readonly url: string; readonly reason: string | null}>
  | Answered

/** Why all evidence of an item together has its state: what decides. */
export type VerificationCause = Coded<
  'decided-by',
  {
    /** The evidence that decides, each with its cause. */
    readonly causes: readonly EvidenceCause[]
  }
>

/** Why the past cannot be known. */
export type UnavailableCause =
  | Coded<'no-git' | 'no-repository' | 'shallow' | 'no-commits' | 'not-committed' | 'standard-input', NoFacts>
  | Coded<'unknown-revision', {readonly revision: string; readonly shallow: boolean}>
  | Coded<'not-in-revision', {readonly revision: string; readonly commit: string}>
  /** `reason` is what git says, in English. */
  | Coded<'incomplete' | 'refused', {readonly reason: string}>
  /** The plan had an error then; `reason` is that of the problem, in English. */
  | Coded<'had-error', {readonly line: number; readonly reason: string}>

/** What to know about a comparison with the baseline. */
export type BaselineNote = Coded<'baseline-without-dates' | 'plan-without-dates', NoFacts>

/** Why two things of two revisions may not be the same thing. */
export type Doubt = Coded<'others-alike' | 'same-number-only', NoFacts>

/** The same of changes, where tasks are recognised by less; `text` is the task that stands there in the other revision. */
export type ChangeDoubt = Doubt | Coded<'same-beginning' | 'same-place', NoFacts> | Coded<'maybe-reworded', {readonly text: string}>

/** What differs between two revisions: as the author wrote it, or a code with its facts. */
export type ChangeValue =
  | string
  | Coded<'due' | 'start', {readonly date: string}>
  | Coded<'section', {readonly title: string}>
  /** `name` is the field, `label` what it is called in English. */
  | Coded<'field', {readonly name: string; readonly label: string; readonly text: string}>
  | Coded<'working-days' | 'holidays', {readonly days: readonly string[]}>
  | Coded<'time-zone', {readonly timeZone: string}>
  | Coded<'dates', {readonly start: string; readonly finish: string | null}>
  | Coded<'period', {readonly unit: 'week' | 'day' | 'month'; readonly from: number; readonly to: number | null}>

/** Why a revision has no sums. */
export type GapCause = Coded<'absent', NoFacts> | Coded<'error', {readonly line: number; readonly reason: string}>

/** Why there are no changes of a day to tell. */
export type DayNote = Coded<'absent-then' | 'first-revision', NoFacts>

/** What to know about a period. */
export type PeriodNote = Coded<'unavailable', {readonly why: UnavailableCause}> | Coded<'younger', {readonly day: string}>

/** What a forecast is made of: in whole weeks up to the status date, `done` tasks finished and `added` came into scope (fewer than 0: left it). */
export type Pace = Coded<
  'pace',
  {
    readonly left: number
    readonly weeks: number
    readonly done: number
    readonly added: number
    /** Tasks finished a week, one decimal. */
    readonly perWeek: number
  }
>

/** Why there is no forecast. */
export type NoForecast =
  | UnavailableCause
  | Coded<'nothing-counted' | 'newest-not-counted' | 'no-tasks', NoFacts>
  | Coded<'finished', {readonly tasks: number}>
  | Coded<
      'too-young',
      {
        readonly revisions: number
        readonly days: number
        readonly weeks: number
        readonly leastDays: number
        readonly leastWeeks: number
      }
    >
  | Coded<'standstill', {readonly weeks: number}>
  | Coded<'no-net-progress', {readonly weeks: number}>
  /** Tasks were finished in too few of the weeks. */
  | Coded<'too-irregular', {readonly weeks: number; readonly busy: number; readonly leastBusy: number}>
  /** Half of the runs do not end within ten years: scope grows about as fast as work gets done, or the pace is too slow. */
  | Coded<'no-end', {readonly left: number; readonly weeks: number; readonly done: number; readonly added: number}>

/** Why numbers could not be fetched. */
export type FetchCause =
  | Coded<'answered', {readonly status: number}>
  | Coded<'wrong-type', {readonly type: string}>
  | Coded<'too-large', {readonly megabytes: number}>
  /** `reason` says where and what, in English. */
  | Coded<'invalid', {readonly reason: string}>
  | Coded<'timeout', {readonly seconds: number}>
  | Coded<'incomplete' | 'broken' | 'unreachable' | 'not-loaded', NoFacts>
  /** The address leads to another one, such as a login; `to` is its host. */
  | Coded<'redirected', {readonly to: string}>
  /** The host is in a private network. */
  | Coded<'private-address', {readonly host: string}>
  /** What was read is of an earlier commit than what is shown; ISO time of the commit. */
  | Coded<'older', {readonly committedAt: string}>
  /** `reason` is what git says, in English. */
  | Coded<'no-repository-read', {readonly reason: string}>
  /** No file of the repository is a plan. */
  | Coded<'no-plan', NoFacts>
  /** The plan that the list names is not in the repository. */
  | Coded<'no-such-plan', {readonly path: string}>
