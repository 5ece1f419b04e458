import type {Mark} from './mark.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Where a Success Metric's evidence is and what it must reach; `report` is relative to the folder of the nearest package.json. */
export interface MetricSetting {
  readonly report: string
  readonly atLeast: number | null
  readonly atMost: number | null
}

/** The `plan:` part of the front matter. Dates are ISO calendar dates (`2026-11-23`). */
export interface Settings {
  /** First day of Week 1. */
  readonly start: string | null
  /** IANA name: whose "today". */
  readonly timeZone: string
  readonly workingDays: readonly Weekday[]
  readonly holidays: readonly string[]
  /** People available. */
  readonly team: number | null
  /** A git revision to compare with. */
  readonly baseline: string | null
  /** What marks that GFM does not know mean, by their character. */
  readonly marks: Readonly<Record<string, Mark>>
  readonly metrics: Readonly<Record<string, MetricSetting>>
}

export const DEFAULT_SETTINGS: Settings = {
  start: null,
  timeZone: 'UTC',
  workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
  team: null,
  baseline: null,
  marks: {'-': 'dropped'},
  metrics: {},
}
