import type {FindingLevel} from './tool-report.ts'
import type {Mark} from './mark.ts'
import type {Place} from './place.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** What of the evidence is measured, with what it needs. */
export const MEASURES = {
  lines: 'the share of lines that a coverage report says are covered',
  branches: 'the same for branches',
  passed: 'the share of tests that passed, of those that ran',
  failures: 'how many tests failed or could not run',
  findings: 'how many findings a scan has, of a `level` and above',
  number: 'the number `at` a path of a JSON file, in a `unit`',
  exists: 'whether the file is there',
  contains: 'whether the file `contains` a text',
  items: 'whether the named `items` of the plan are done',
  answers: 'whether the `url` answers with success when the site is built',
} as const
export type Measure = keyof typeof MEASURES

/** What shows a Success Metric, and what it must reach. Its place is that of the setting. */
export interface MetricSetting extends Place {
  /** A file, relative to the folder of the nearest package.json; null when `items` or `url` show it. */
  readonly report: string | null
  readonly items: readonly string[] | null
  readonly url: string | null
  /** Null: by the kind of the report. */
  readonly measure: Measure | null
  readonly atLeast: number | null
  readonly atMost: number | null
  /** A path in JSON. */
  readonly at: string | null
  /** The unit of that number. */
  readonly unit: string | null
  readonly contains: string | null
  readonly level: FindingLevel | null
  /** Days after which the evidence says nothing any more. */
  readonly maxAge: number | null
}

/** The first day of one fiscal year, which is the first of a month: the others begin on the same day. */
export interface FiscalYear {
  readonly year: number
  readonly start: string
}

/** The `plan:` part of the front matter. Dates are ISO calendar dates (`2026-11-23`). */
export interface Settings {
  /** First day of Week 1. */
  readonly start: string | null
  /** When fiscal years begin; null: their quarters have no dates. */
  readonly fiscalYear: FiscalYear | null
  /** IANA name: whose "today". */
  readonly timeZone: string
  readonly workingDays: readonly Weekday[]
  readonly holidays: readonly string[]
  /** People available. */
  readonly team: number | null
  /** A git revision to compare with. */
  readonly baseline: string | null
  /** What somebody wrote about the week; blank lines part its paragraphs. */
  readonly weeklyNote: string | null
  /** Whether the rows of tables of tasks are counted as tasks. */
  readonly tables: boolean
  /** What marks that GFM does not know mean, by their character. */
  readonly marks: Readonly<Record<string, Mark>>
  readonly metrics: Readonly<Record<string, MetricSetting>>
}

export const DEFAULT_SETTINGS: Settings = {
  start: null,
  fiscalYear: null,
  timeZone: 'UTC',
  workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
  team: null,
  baseline: null,
  weeklyNote: null,
  tables: false,
  marks: {'-': 'dropped'},
  metrics: {},
}
