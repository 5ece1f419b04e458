import type {Plan} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import {projectionSettings} from '../../model/projection.ts'
import type {Naming, Placement, ScheduledDates} from '../../model/report.ts'
import {outOfScope} from '../progress.ts'
import {schedule, type Activity} from './critical-path.ts'
import {planCalendar, timing, type PlanCalendar} from './forward-pass.ts'
import {placements} from './placement.ts'
import {workItem} from './work-item.ts'

/** When everything in a plan is planned. */
export interface Planning extends PlanCalendar {
  /** By item id; an item that falls into no phase is absent. */
  readonly phases: ReadonlyMap<string, Placement>
  /** By item id; absent for what nothing places in time, what waits for itself, and what was dropped as a whole. */
  readonly slots: ReadonlyMap<string, ScheduledDates>
  readonly namings: readonly Naming[]
  readonly problems: readonly Problem[]
}

/** Puts a plan's phases and items on its calendar. */
export function planning(plan: Plan): Planning {
  const settings = projectionSettings(plan.settings, plan.phases)
  const onCalendar = planCalendar(settings)
  const placed = placements(plan)
  const items = plan.sections.flatMap((section) => section.items)
  const timed = schedule(
    items.map((item): Activity => {
      const {dependsOn, line, column} = item
      return {...timing(workItem(item, placed.byItem.get(item.id)?.id ?? null), onCalendar, settings), dependsOn, line, column}
    }),
  )
  const dropped = new Set(items.filter(outOfScope).map(({id}) => id))
  return {
    ...onCalendar,
    phases: placed.byItem,
    slots: new Map([...timed.slots].filter(([id]) => !dropped.has(id))),
    namings: placed.namings,
    problems: [...placed.problems, ...timed.problems],
  }
}
