import type {StatusItem} from '../../model/status.ts'
import {urgent, type Urgent} from '../../model/urgent.ts'
import {HEALTH_WORDS, lateText} from '../words/wording.ts'

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
