import type {Health} from '../../model/health.ts'
import {priorityOrder} from '../../model/priority.ts'
import type {StatusItem} from '../../model/status.ts'
import {HEALTH_WORDS, lateText} from '../words/wording.ts'

/** What decides the order of what is late or at risk. */
interface Urgent {
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

interface UrgentPlan<Item> {
  readonly sections: readonly {readonly items: readonly Item[]}[]
  readonly priorities: readonly {readonly id: string | null}[]
}

/** Everything that is late or at risk, the most urgent first. */
export function urgentItems<Item extends Urgent>({sections, priorities}: UrgentPlan<Item>): readonly Item[] {
  return urgent(
    sections.flatMap((section) => section.items),
    priorities.map(({id}) => id),
  )
}

/** What is late, or what is at risk, the most urgent first. */
export function withHealth<Item extends Urgent>(status: UrgentPlan<Item>, health: 'late' | 'at-risk'): readonly Item[] {
  return urgentItems(status).filter((item) => item.health === health)
}

/** How late it is (or that it is at risk) and whose it is, with the reason: "3 weeks late, @ann: was due 2026-11-06; 1 of 3 tasks done". */
export function urgentText({health, lateDays, owners, because}: Pick<StatusItem, 'health' | 'lateDays' | 'owners' | 'because'>): string {
  return `${[lateDays === null ? HEALTH_WORDS[health] : lateText(lateDays), ...owners.map((owner) => `@${owner}`)].join(', ')}: ${because}`
}
