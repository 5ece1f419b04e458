/** How something stands against its dates, worst first in `HEALTH_ORDER`. Never shown by colour alone. */
export const HEALTHS = ['done', 'on-track', 'at-risk', 'late', 'not-started', 'unknown'] as const
export type Health = (typeof HEALTHS)[number]

/** A health with its reason, in words a reader can check. */
export interface Verdict {
  readonly health: Health
  readonly because: string
}

/** The health of an item, and of a late one how late it is: calendar days after the day that decides. */
export interface ItemVerdict extends Verdict {
  readonly lateDays: number | null
}
