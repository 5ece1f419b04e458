export const BOUNDS = ['at-least', 'above', 'at-most', 'below'] as const
export type Bound = (typeof BOUNDS)[number]

/** What must be reached: a bound, or the whole of what is measured ("All …"). */
export type Target =
  {readonly kind: 'bound'; readonly bound: Bound; readonly value: number; readonly unit: string | null} | {readonly kind: 'all'}
