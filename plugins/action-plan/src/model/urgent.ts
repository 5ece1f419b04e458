import type {Health} from './health.ts'
import {priorityOrder} from './priority.ts'

/** What decides the order of what is late or at risk. */
export interface Urgent {
  readonly health: Health
  readonly priority: string | null
  readonly lateDays: number | null
}

/** What is late or at risk: by priority in the order given (the legend's), none last; then what is late the longest, then what is at risk. Of the same, as the plan lists it. */
export function urgent<T extends Urgent>(items: readonly T[], priorities: readonly (string | null)[]): readonly T[] {
  const order = priorityOrder(priorities)
  return items
    .filter(({health}) => health === 'late' || health === 'at-risk')
    .sort((a, b) => order(a.priority, b.priority) || (b.lateDays ?? -1) - (a.lateDays ?? -1))
}
