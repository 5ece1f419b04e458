import {ceilTo} from '../../model/number.ts'
import {planEnd} from '../../model/plan-end.ts'
import {priorityOrder} from '../../model/priority.ts'
import type {ItemReport, ProjectedDates, Report} from '../../model/report.ts'
import {outOfScope} from '../progress.ts'
import {calendar, type Calendar} from './calendar.ts'
import {datesOf, firstDate} from './planning.ts'
import {project, type Remaining} from './projection.ts'

type Planned = Pick<ItemReport, 'item' | 'progress' | 'scheduled'>

/** When what is left of each item will be worked on, from the status date on; without those of which nobody can say. */
export function projectedItems(
  items: readonly Planned[],
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
    [...found].flatMap(([id, {from, to}]) => {
      const {start, finish} = datesOf(days, from, to)
      return start === null || finish === null ? [] : [[id, {start, end: finish}] as const]
    }),
  )
}

/** By priority, then by the planned start, then in the order of the plan. */
const byUrgency = (items: readonly Planned[], order: (a: string | null, b: string | null) => number): readonly Planned[] =>
  items.toSorted(
    (a, b) => order(a.item.priority, b.item.priority) || (a.scheduled?.earlyStart ?? Infinity) - (b.scheduled?.earlyStart ?? Infinity) || 0,
  )

function remaining({item, progress, scheduled}: Planned, now: number): Remaining {
  const {id, duration, owners} = item
  return {
    id,
    days: outOfScope(item) ? 0 : scheduled === null || duration === null ? null : daysLeft(duration.days, progress),
    from: Math.max(now, scheduled?.earlyStart ?? 0),
    dependsOn: item.dependsOn.map((reference) => reference.id),
    owners,
  }
}

/** The share of an item's days that its open tasks stand for, in whole days. */
function daysLeft(days: number, {done, tasks}: ItemReport['progress']): number {
  return tasks === 0 ? ceilTo(days) : done === tasks ? 0 : Math.max(1, ceilTo(days * (1 - done / tasks)))
}

/** The last day of what is left, if a team of another size worked on it; null when nobody can say. */
export function projectedEnd({sections, phases, priorities, settings, statusDate}: Report, team: number | null): string | null {
  const found = projectedItems(
    sections.flatMap(({items}) => items),
    priorityOrder(priorities.map(({id}) => id)),
    {days: calendar(settings, firstDate(phases.map(({phase}) => phase))), team, today: statusDate},
  )
  return planEnd([...found.values()].map(({end}) => ({finish: end})))
}
