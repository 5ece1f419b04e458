import {ceilTo} from '../../model/number.ts'
import type {ProjectedDates} from '../../model/report.ts'
import {datesOf, type Calendar} from './calendar.ts'
import {project, type Remaining} from './projection.ts'
import type {WorkItem} from './work-item.ts'

/** An item with its first working day as planned, counted from the plan's start; null without a place in time. */
export interface PlacedItem extends WorkItem {
  readonly earlyStart: number | null
}

/** When what is left of each item will be worked on, from the status date on; without those of which nobody can say. */
export function projectedItems(
  items: readonly PlacedItem[],
  order: (a: string | null, b: string | null) => number,
  {days, team, today}: {readonly days: Calendar; readonly team: number | null; readonly today: string},
): ReadonlyMap<string, ProjectedDates> {
  if (days.origin === null || days.weekSize === 0) return new Map()
  const now = days.dayOf(today)
  const found = project(
    byUrgency(items, order).map((one) => remaining(one, now)),
    team,
  )
  return new Map(
    Array.from(found).flatMap(([id, {from, to}]) => {
      const {start, finish} = datesOf(days, from, to)
      return start === null || finish === null ? [] : [[id, {start, end: finish}] as const]
    }),
  )
}

/** By priority, then by the planned start, then in the order of the plan. */
const byUrgency = (items: readonly PlacedItem[], order: (a: string | null, b: string | null) => number): readonly PlacedItem[] =>
  items.toSorted((a, b) => order(a.priority, b.priority) || (a.earlyStart ?? Infinity) - (b.earlyStart ?? Infinity) || 0)

const remaining = (item: PlacedItem, now: number): Remaining => ({
  id: item.id,
  days: item.dropped ? 0 : item.earlyStart === null || item.days === null ? null : daysLeft(item.days, item),
  from: Math.max(now, item.earlyStart ?? 0),
  dependsOn: item.dependsOn,
  owners: item.owners,
})

/** The share of an item's days that its open tasks stand for, in whole days. */
function daysLeft(days: number, {done, tasks}: Pick<WorkItem, 'done' | 'tasks'>): number {
  return tasks === 0 ? ceilTo(days) : done === tasks ? 0 : Math.max(1, ceilTo(days * (1 - done / tasks)))
}
