// Runs in the browser too: the timeline page asks what another team or another start would change.
import {planEnd} from '../../model/plan-end.ts'
import {priorityOrder} from '../../model/priority.ts'
import {projectionSettings, type ProjectionSettings} from '../../model/projection.ts'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectedDates, Report} from '../../model/report.ts'
import {calendar} from './calendar.ts'
import {forwardPass, planCalendar, timing} from './forward-pass.ts'
import {projectedItems} from './projected-items.ts'
import {workItem, workItemOfPage, type WorkItem} from './work-item.ts'

/** What a projection of a plan is about. */
export interface ProjectedWork {
  readonly items: readonly WorkItem[]
  /** Ids of the priorities, the most urgent first. */
  readonly priorities: readonly (string | null)[]
  /** The status date. */
  readonly today: string
}

/** The work of a plan, as a page carries it. */
export const workOfPage = ({
  sections,
  priorities,
  statusDate,
}: Pick<PageStatus, 'sections' | 'priorities' | 'statusDate'>): ProjectedWork => ({
  items: sections.flatMap(({items}) => items.map(workItemOfPage)),
  priorities: priorities.map(({id}) => id),
  today: statusDate,
})

/** When what is left of each item will be worked on if the plan has these settings; without those of which nobody can say. */
export function projectWith({items, priorities, today}: ProjectedWork, settings: ProjectionSettings): ReadonlyMap<string, ProjectedDates> {
  const calendar = planCalendar(settings)
  const {start} = forwardPass(items.map((item) => timing(item, calendar, settings)))
  const placed = items.map((item, at) => ({...item, earlyStart: start[at] ?? null}))
  return projectedItems(placed, priorityOrder(priorities), {days: calendar.days, team: settings.team, today})
}

/** The last day of what is left; null when nothing is left, or nobody can say. */
export const lastProjected = (projected: ReadonlyMap<string, ProjectedDates>): string | null =>
  planEnd(Array.from(projected.values(), ({end}) => ({finish: end})))

/** What other settings change. */
export interface Supposed {
  /** The last day of what is left as the plan is, ISO date; null when nothing is left, or nobody can say. */
  readonly before: string | null
  /** The same with the other settings. */
  readonly after: string | null
  /** Working days that it ends later then; fewer than 0 is earlier, null without one of the two. */
  readonly later: number | null
}

type Change = Partial<Pick<ProjectionSettings, 'team' | 'start'>>

/** What another team or another start would change, on the page's day. */
export const suppose = (status: Parameters<typeof workOfPage>[0], settings: ProjectionSettings, change: Change): Supposed =>
  compare(workOfPage(status), settings, change)

/** The same of a report, on its status date. */
export function supposeReport({sections, phases, priorities, settings, statusDate}: Report, change: Change): Supposed {
  const work = {
    items: sections.flatMap(({items}) => items.map(({item, phase}) => workItem(item, phase?.id ?? null))),
    priorities: priorities.map(({id}) => id),
    today: statusDate,
  }
  const plan = projectionSettings(
    settings,
    phases.map(({phase}) => phase),
  )
  return compare(work, plan, change)
}

function compare(work: ProjectedWork, settings: ProjectionSettings, change: Change): Supposed {
  const [before, after] = [settings, {...settings, ...change}].map((one) => lastProjected(projectWith(work, one))) as [
    string | null,
    string | null,
  ]
  if (before === null || after === null) return {before, after, later: null}
  const days = calendar({...settings, start: before < after ? before : after}, null)
  return {before, after, later: days.through(after) - days.through(before)}
}
