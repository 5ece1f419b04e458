import type {FindingLevel} from '../model/tool-report.ts'
import type {Cadence} from '../model/plan.ts'
import type {Bound} from '../model/target.ts'

/** The words of one meaning in one language: lower case, with their accents, the usual one first. */
export type Words = readonly [string, ...string[]]

type Twelve<T> = readonly [T, T, T, T, T, T, T, T, T, T, T, T]
type Seven<T> = readonly [T, T, T, T, T, T, T]

/** What a label before a colon says: a field, or `term`, a word for both a date and a length of time, whose value tells which. Labels of later fields may stand in fields/words.ts. */
export const LABELS = [
  'issue',
  'actions',
  'duration',
  'priority',
  'owner',
  'dependsOn',
  'due',
  'evidence',
  'status',
  'risk',
  'term',
] as const
export type Label = (typeof LABELS)[number]

/** Labels that only tasks have: when one was done, and what it needs first. */
export type NoteLabel = 'doneOn' | 'requires'

/** Parts of a plan that are known by their heading. */
export const HEADING_KINDS = ['legend', 'schedule', 'metrics', 'review', 'next', 'overview', 'label'] as const
export type HeadingKind = (typeof HEADING_KINDS)[number]

export const PRIORITY_RANKS = ['critical', 'high', 'medium', 'low', 'lowest'] as const
export type PriorityRank = (typeof PRIORITY_RANKS)[number]

/** What is said of the state of a task. */
export const STATES = ['open', 'inProgress', 'done', 'blocked', 'dropped'] as const
export type State = (typeof STATES)[number]

/** Units that have names in every language. */
export const UNIT_WORDS = ['percent', 'millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type UnitWord = (typeof UNIT_WORDS)[number]

/** Periods of a schedule that are counted: the number stands where the number sign does. */
export const PERIOD_WORDS = [
  'week',
  'calendarWeek',
  'day',
  'month',
  'quarter',
  'halfYear',
  'phase',
  'sprint',
  'milestone',
  'stage',
  'iteration',
] as const
export type PeriodWord = (typeof PERIOD_WORDS)[number]

export type SeverityWord = Exclude<FindingLevel, 'note' | 'unknown'>

/** All that the reader knows of one language. A new language is one more table of this form. */
export interface Lexicon {
  /** BCP 47. */
  readonly tag: string
  /** In the language itself. */
  readonly name: string
  /** Labels of fields by the field's name, and of `term`. A field whose labels stand in fields/words.ts may have them here too, and these count. */
  readonly labels: Readonly<Record<Label | NoteLabel, Words>> & Readonly<Record<string, Words>>
  readonly headings: Readonly<Record<HeadingKind, Words>>
  readonly priorities: Readonly<Record<PriorityRank, Words>>
  readonly states: Readonly<Record<State, Words>>
  /** Before a share or a count of what is done, and above a column of them. */
  readonly progress: Words
  /** Above the columns of a table of tasks; those that are fields are called as fields are. */
  readonly columns: Readonly<Record<'task' | 'id', Words>>
  /** Above columns of a table of tasks, where they are too short to be labels of fields elsewhere. */
  readonly shortColumns: Readonly<Record<'duration' | 'priority' | 'owner' | 'dependsOn', Words>>
  readonly units: Readonly<Record<UnitWord, Words>>
  /** What says of a unit that work is done in it: an adjective on either side, or the whole word. */
  readonly working: Words
  /** The same for days of the calendar. */
  readonly calendar: Words
  /** One to twelve, with the articles. */
  readonly numbers: Twelve<Words>
  readonly half: Words
  /** "about 3 days". */
  readonly about: Words
  /** "up to 3 days", "within 3 days". */
  readonly upTo: Words
  /** Before a time that passes at night too: "within 24 hours". */
  readonly within: Words
  /** "3 hours total", "total: 3 hours". */
  readonly total: Words
  /** Before what a rate is of: "30 minutes per file". */
  readonly each: Words
  /** Above a list of those who work on a plan, as a heading or in front matter. */
  readonly team: Words
  /** Those who work, behind their number: a rate of these is no count of things. */
  readonly people: Words
  /** "3 of 5". */
  readonly outOf: Words
  /** What is counted as done: "3 of 5 tasks". */
  readonly tasks: Words
  /** Between what is counted and its state: "3 of 5 tasks are done". */
  readonly are: Words
  /** Before the number of a heading: "Step 3: Log in". */
  readonly numbered: Words
  /** What has a priority, beside tasks: "Critical issues", "High-priority work". */
  readonly work: Words
  /** What a question begins with: "Q1: Why is it slow?" is no quarter. */
  readonly questions: Words
  /** What advice against something begins with: "❌ Never do this" is no open task. */
  readonly avoid: Words
  readonly months: Twelve<Words>
  /** Without the point behind them. */
  readonly shortMonths: Twelve<Words>
  /** From Monday, with their short forms. */
  readonly weekdays: Seven<Words>
  /** What may stand right behind the number of a day: "4th". */
  readonly ordinals: Words
  /** How a date is written: D, M and Y are numbers, MONTH is a word. */
  readonly dates: Words
  /** How a month is written. */
  readonly monthsOfYear: Words
  readonly periods: Readonly<Record<PeriodWord, Words>>
  /** Before the year, in languages without spaces behind it: its quarters are not those of the calendar. */
  readonly fiscalYear: Words
  /** The week of a day, which stands where the number sign does. */
  readonly weekOf: Words
  /** The week that ends with a day. */
  readonly weekEnding: Words
  /** "1 to 2". */
  readonly until: Words
  readonly and: Words
  readonly or: Words
  /** "from March 2027", which has no end, with the articles behind it: "ab der". */
  readonly from: Words
  /** "after March 2027", which begins when that ends. In languages without spaces the words stand behind, as do those for what something depends on. */
  readonly after: Words
  /** "before March 2027", which has no start. */
  readonly before: Words
  readonly endOf: Words
  /** Behind a period that has no end: "Week 9 onwards". */
  readonly onwards: Words
  /** What a date was, but is no more. */
  readonly was: Words
  /** There is none. */
  readonly nothing: Words
  readonly nobody: Words
  /** It is not known yet. */
  readonly undecided: Words
  readonly ongoing: Words
  readonly immediate: Words
  /** Sizes and efforts that are no length of time. */
  readonly sizes: Words
  /** Before a number. */
  readonly bounds: Readonly<Record<Bound, Words>>
  /** Behind a number. */
  readonly boundsBehind: Readonly<Record<'at-least' | 'at-most', Words>>
  /** Before a span, where the same word may stand before what is more: "stable over 3 months". */
  readonly during: Words
  /** How a value is said to become another one, in words that no range has; A and B are numbers. */
  readonly changes: Words
  /** Before what there must be none of. */
  readonly zero: Words
  readonly all: Words
  readonly not: Words
  /** Beginnings of words for what is better the more there is of it: a share of these is a floor. */
  readonly floors: Words
  readonly severities: Readonly<Record<SeverityWord, Words>>
  /** Beside a word of severity: "low risk". */
  readonly severity: Words
  readonly cadences: Readonly<Record<Cadence, Words>>
}
