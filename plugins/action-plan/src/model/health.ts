import type {GroupCause, ItemCause} from './cause.ts'

/** How something stands against its dates, worst first in `WORST_FIRST`. Never shown by colour alone. */
export const HEALTHS = ['done', 'on-track', 'at-risk', 'late', 'not-started', 'unknown'] as const
export type Health = (typeof HEALTHS)[number]

/** The order of lists that begin with what needs somebody. */
export const WORST_FIRST = ['late', 'at-risk', 'on-track', 'not-started', 'unknown', 'done'] as const satisfies readonly Health[]

/** A health with its reason. */
export interface HealthStatus<Cause extends GroupCause = GroupCause> {
  readonly health: Health
  readonly cause: Cause
}

/** The health of an item, and of a late one how late it is: calendar days after the day that decides. */
export interface ItemHealthStatus extends HealthStatus<ItemCause> {
  readonly lateDays: number | null
}
