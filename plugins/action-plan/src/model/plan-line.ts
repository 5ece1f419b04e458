import type {GroupCause, NoForecast, Pace} from './cause.ts'
import type {Trend} from './forecast.ts'
import type {Health} from './health.ts'
import {label} from './label.ts'
import type {Status} from './status.ts'
import {urgent} from './urgent.ts'
import type {Verdict} from './verdict.ts'

/** A plan in one line: what the page of all plans shows of it, as it was judged on its status date. */
export interface PlanLine {
  readonly title: string
  /** The day on which it was judged, ISO date. */
  readonly statusDate: string
  /** The plan's file, the commit that was read, and when that was made. */
  readonly source: {readonly path: string; readonly commit: string | null; readonly committedAt: string | null}
  readonly totals: {
    readonly items: number
    readonly itemsDone: number
    readonly tasks: number
    readonly done: number
    readonly percent: number | null
    readonly trend: Trend | null
    readonly cause: GroupCause
  }
  /** When all is done as planned. */
  readonly end: {readonly planned: string | null}
  /** `cause` says why there is none; null where there is one. */
  readonly forecast: {readonly p50: string | null; readonly cause: NoForecast | Pace | null} | null
  readonly verdict: Verdict
  /** What is late or at risk and comes first; null when nothing is. */
  readonly urgent: {
    readonly id: string
    readonly label: string
    readonly health: Health
    readonly lateDays: number | null
    readonly owners: readonly string[]
  } | null
  /** How many people own items. */
  readonly owners: number
}

/** What a line is made of: a status, or what a page knows of a plan of its own. */
export interface LineFacts {
  readonly title: string
  readonly statusDate: string
  readonly verdict: Verdict
  readonly source: PlanLine['source']
  readonly totals: PlanLine['totals']
  readonly end: PlanLine['end']
  readonly forecast: {readonly p50: string | null; readonly cause: NoForecast | Pace} | null
  readonly items: readonly {
    readonly id: string
    readonly number: string | null
    readonly title: string
    readonly priority: string | null
    readonly health: Health
    readonly lateDays: number | null
    readonly owners: readonly string[]
  }[]
  readonly priorities: readonly (string | null)[]
}

/** A plan in one line. */
export function lineOf({title, statusDate, source, totals, end, forecast, verdict, items, priorities}: LineFacts): PlanLine {
  const [first] = urgent(items, priorities)
  const {tasks, done, percent, trend, cause} = totals
  return {
    title,
    statusDate,
    source: {path: source.path, commit: source.commit, committedAt: source.committedAt},
    totals: {items: totals.items, itemsDone: totals.itemsDone, tasks, done, percent, trend, cause},
    end: {planned: end.planned},
    forecast: forecast === null ? null : {p50: forecast.p50, cause: forecast.p50 === null ? forecast.cause : null},
    verdict: {health: verdict.health, forecast: verdict.forecast},
    urgent:
      first === undefined
        ? null
        : {id: first.id, label: label(first), health: first.health, lateDays: first.lateDays, owners: first.owners},
    owners: new Set(items.flatMap((item) => item.owners)).size,
  }
}

/** The line of a status. */
export const lineOfStatus = (status: Status): PlanLine =>
  lineOf({
    ...status,
    items: status.sections.flatMap((section) => section.items),
    priorities: status.priorities.map(({id}) => id),
  })
