import type {Item, Plan} from '../../model/plan.ts'
import {ceilTo} from '../../model/number.ts'
import type {Problem} from '../../model/problem.ts'
import type {Naming, Placement, ScheduledDates} from '../../model/report.ts'
import {calendar, type Calendar, type Window} from './calendar.ts'
import {placements} from './placement.ts'
import {outOfScope} from '../progress.ts'
import {schedule, type Activity} from './critical-path.ts'

/** When everything in a plan is planned. */
export interface Planning {
  readonly days: Calendar
  readonly windows: ReadonlyMap<string, Window | null>
  /** By item id; an item that falls into no phase is absent. */
  readonly phases: ReadonlyMap<string, Placement>
  /** By item id; absent for what nothing places in time, what waits for itself, and what was dropped as a whole. */
  readonly slots: ReadonlyMap<string, ScheduledDates>
  readonly namings: readonly Naming[]
  readonly problems: readonly Problem[]
}

/** Puts a plan's phases and items on its calendar. */
export function planning(plan: Plan): Planning {
  const days = calendar(plan.settings, firstDate(plan.phases))
  const placed = placements(plan)
  const windows = new Map(plan.phases.map((phase) => [phase.id, days.windowOf(phase.period)]))
  const items = plan.sections.flatMap((section) => section.items)
  const timed = schedule(
    items.map((item) => {
      const phase = placed.byItem.get(item.id)
      return activity(item, plan, days, phase !== undefined, windows.get(phase?.id ?? '') ?? null)
    }),
  )
  const dropped = new Set(items.filter(outOfScope).map(({id}) => id))
  return {
    days,
    windows,
    phases: placed.byItem,
    slots: new Map([...timed.slots].filter(([id]) => !dropped.has(id))),
    namings: placed.namings,
    problems: [...placed.problems, ...timed.problems],
  }
}

export const UNDATED = {start: null, finish: null}

/** First and last day of a stretch; without a length it has no last day, and past the end of the calendar it has neither. */
export function datesOf(days: Calendar, from: number, to: number): {readonly start: string | null; readonly finish: string | null} {
  const finish = to === from ? null : days.dateOf(to - 1)
  return to > from && finish === null ? UNDATED : {start: days.dateOf(from), finish}
}

/** The earliest date that a phase states: the calendar's origin when the settings give no start. */
export function firstDate(phases: Plan['phases']): string | null {
  const dates = phases.flatMap(({period}) => (period.unit === 'date' ? [period.start] : []))
  return dates.sort()[0] ?? null
}

/** A section that is called "Milestone 2", and gives no dates, is no schedule for the others. */
function isScheduled({phases}: Plan): boolean {
  return phases.some(({section, period}) => section === null || period.unit !== 'unknown')
}

function activity(item: Item, plan: Plan, days: Calendar, placed: boolean, window: {readonly from: number} | null): Activity {
  // A plan without any schedule starts everything at its start; in one with a schedule, what is in no phase has no date.
  const from = window?.from ?? (placed || isScheduled(plan) ? null : 0)
  return {
    id: item.id,
    days: item.duration === null ? null : outOfScope(item) ? 0 : ceilTo(item.duration.days),
    from,
    due: item.due === null || days.origin === null ? null : days.through(item.due.date),
    dependsOn: item.dependsOn,
    done: item.tasks.length > 0 && item.tasks.every(({mark}) => mark === 'done' || mark === 'dropped'),
    line: item.line,
    column: item.column,
  }
}
