import {groupHealth, heldAgainst, itemHealth} from '../derive/health/health.ts'
import {shortLabel} from '../model/label.ts'
import type {HealthInputs} from '../model/report.ts'
import type {Page, PageStatusItem, PageStatus} from '../model/page.ts'
import type {StatusMetric} from '../model/status.ts'
import {verdictOf} from '../model/verdict.ts'

/** A status as it is on another day: every health is judged again, so a page built last month tells the truth. */
export function statusOn(status: PageStatus, today: string): PageStatus {
  if (today === status.statusDate) return status
  const judged = new Map<string, PageStatusItem>()
  const sections = status.sections.map((section) => {
    const items = section.items.map((item) => {
      const fresh = {...item, ...itemHealth(healthInputsOf(item, status), today)}
      judged.set(item.id, fresh)
      return fresh
    })
    return {...section, items, ...healthStatus(items, status)}
  })
  const all = Array.from(judged.values())
  const totals = {...status.totals, ...healthStatus(all, status)}
  return {
    ...status,
    statusDate: today,
    totals,
    verdict: verdictOf(totals.health, status.end.planned, status.forecast),
    sections,
    priorities: status.priorities.map((priority) => ({
      ...priority,
      ...healthStatus(
        all.filter((item) => item.priority === priority.id),
        status,
      ),
    })),
    phases: status.phases.map((phase) => ({
      ...phase,
      ...healthStatus(
        phase.items.flatMap((id) => judged.get(id) ?? []),
        status,
      ),
    })),
    metrics: status.metrics.map((metric) => metricOn(metric, today)),
  }
}

/** What an item's health depends on but the day. */
export function healthInputsOf(item: PageStatusItem, {phases}: Pick<PageStatus, 'phases'>): HealthInputs {
  const {start, riskFrom, addedOn, done, tasksTotal: tasks} = item
  const phase = phases.find(({id}) => id === item.phase?.id)
  return {
    tasks,
    done,
    start,
    riskFrom,
    addedOn,
    ...heldAgainst({...item, tasks, dropped: item.tasks.length - tasks}, phase?.finish ?? null),
  }
}

/** A metric whose evidence has grown too old is unknown, whatever it was. */
function metricOn(metric: Page<StatusMetric>, today: string): Page<StatusMetric> {
  const {source, goodUntil} = metric.evidence ?? {source: '', goodUntil: null}
  return metric.state === 'unknown' || goodUntil === null || today <= goodUntil
    ? metric
    : {...metric, state: 'unknown', cause: {code: 'expired', facts: {source, until: goodUntil, today}}}
}

function healthStatus(items: readonly PageStatusItem[], {priorities}: Pick<PageStatus, 'priorities'>): ReturnType<typeof groupHealth> {
  return groupHealth(
    items.map((item) => ({...item, name: shortLabel(item)})),
    priorities.map(({id}) => id),
  )
}
