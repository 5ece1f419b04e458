import {ceilTo} from '../../model/number.ts'
import {firstDate, type ProjectionSettings} from '../../model/projection.ts'
import {calendar, type Calendar, type Window} from './calendar.ts'
import {isOver, type WorkItem} from './work-item.ts'

/** What the forward pass needs of an item. Days are whole working days from the start. */
export interface Timing {
  readonly id: string
  /** Null when unstated: such an item takes no time here and gets no finish. */
  readonly days: number | null
  /** Earliest start by its phase; null when nothing says when it starts. */
  readonly from: number | null
  /** First day after its due date; null without one. */
  readonly due: number | null
  readonly dependsOn: readonly {readonly id: string}[]
  /** Nothing has to wait for it any more. */
  readonly done: boolean
}

/** By the position of the item. */
export interface ForwardPass {
  /** What each item waits for; what the list does not have is left out. */
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
  /** Each after what it waits for; without what waits for itself. */
  readonly order: readonly number[]
  /** Null for what nothing places in time. */
  readonly start: readonly (number | null)[]
  readonly finish: readonly (number | null)[]
}

/** When each item can start at the earliest, in time linear in items and dependencies, without recursion. */
export function forwardPass(items: readonly Timing[]): ForwardPass {
  const index = new Map(items.map(({id}, at) => [id, at]))
  const before = items.map(({dependsOn}) => Array.from(new Set(dependsOn.flatMap(({id}) => index.get(id) ?? []))))
  const after = items.map((): number[] => [])
  before.forEach((list, at) => list.forEach((other) => after[other]?.push(at)))
  const waiting = before.map((list) => list.length)
  const order = items.flatMap((_, at) => (waiting[at] === 0 ? [at] : []))
  for (let next = 0; next < order.length; next++) {
    for (const follower of after[order[next] as number] ?? []) if (--(waiting[follower] as number) === 0) order.push(follower)
  }
  const start: (number | null)[] = items.map(() => null)
  const finish: (number | null)[] = items.map(() => null)
  for (const at of order) {
    const {from, days} = items[at] as Timing
    let earliest = from
    let known = true
    for (const other of before[at] ?? []) {
      const {days: effort, due, done} = items[other] as Timing
      const end = finish[other] ?? null
      // What is due on a day, and says no effort, may take until then.
      if (end !== null) earliest = Math.max(earliest ?? 0, end, effort === null && !done ? (due ?? 0) : 0)
      else if (!done) known = false
    }
    if (!known || earliest === null) continue
    start[at] = earliest
    finish[at] = earliest + (days ?? 0)
  }
  return {before, after, order, start, finish}
}

/** The calendar of a plan, and the windows of its phases. */
export interface PlanCalendar {
  readonly days: Calendar
  readonly windows: ReadonlyMap<string, Window | null>
}

/** The calendar that a plan's settings and phases give. */
export function planCalendar(settings: ProjectionSettings): PlanCalendar {
  const days = calendar(settings, firstDate(settings.phases))
  return {days, windows: new Map(settings.phases.map(({id, period}) => [id, days.windowOf(period)]))}
}

/** An item on that calendar. */
export function timing(item: WorkItem, {days, windows}: PlanCalendar, {scheduled}: Pick<ProjectionSettings, 'scheduled'>): Timing {
  const {id, due, dependsOn, phase, dropped} = item
  return {
    id,
    days: item.days === null ? null : dropped ? 0 : ceilTo(item.days),
    // A plan without any schedule starts everything at its start; in one with a schedule, what is in no phase has no date.
    from: windows.get(phase ?? '')?.from ?? (phase !== null || scheduled ? null : 0),
    due: due === null || days.origin === null ? null : days.through(due),
    dependsOn: dependsOn.map((other) => ({id: other})),
    done: isOver(item),
  }
}
