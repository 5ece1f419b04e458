import {WORST_FIRST} from '../../model/health.ts'
import type {PageStatusItem} from '../../model/page.ts'
import {priorityOrder} from '../../model/priority.ts'

/** What items can be ordered by. */
export const SORTS = ['plan', 'owner', 'done', 'due', 'health'] as const
export type Sort = (typeof SORTS)[number]

type Order = (a: PageStatusItem, b: PageStatusItem) => number
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** After every name and every date. */
const LAST = '\u{10ffff}'

/** When an item should be done: its due date, else its planned end. */
export const dueOf = ({due, finish}: Pick<PageStatusItem, 'due' | 'finish'>): string | null => due ?? finish

const share = ({done, tasksTotal}: PageStatusItem): number => (tasksTotal === 0 ? 1 : done / tasksTotal)

/** Items in an order; of the same, as the plan lists them. */
export function sortedItems(
  items: readonly PageStatusItem[],
  sort: Sort,
  priorities: readonly (string | null)[],
): readonly PageStatusItem[] {
  const byPriority = priorityOrder(priorities)
  const orders: Readonly<Record<Sort, Order>> = {
    plan: () => 0,
    owner: (a, b) => text(a.owners[0] ?? LAST, b.owners[0] ?? LAST),
    done: (a, b) => share(a) - share(b),
    due: (a, b) => text(dueOf(a) ?? LAST, dueOf(b) ?? LAST),
    health: (a, b) =>
      WORST_FIRST.indexOf(a.health) - WORST_FIRST.indexOf(b.health) ||
      byPriority(a.priority, b.priority) ||
      (b.lateDays ?? -1) - (a.lateDays ?? -1),
  }
  return [...items].sort(orders[sort])
}
