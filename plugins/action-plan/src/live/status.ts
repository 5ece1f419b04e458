import {groupHealth, heldAgainst, itemHealth} from '../derive/health/health.ts'
import {shortLabel} from '../model/label.ts'
import type {HealthInputs} from '../model/report.ts'
import type {Status, StatusItem, StatusMetric} from '../model/status.ts'

/** A status as it is on another day: every health is judged again, so a page built last month tells the truth. */
export function statusOn(status: Status, today: string): Status {
  if (today === status.statusDate) return status
  const judged = new Map<string, StatusItem>()
  const sections = status.sections.map((section) => {
    const items = section.items.map((item) => {
      const fresh = {...item, ...itemHealth(healthInputsOf(item, status), today)}
      judged.set(item.id, fresh)
      return fresh
    })
    return {...section, items, ...verdict(items)}
  })
  const all = Array.from(judged.values())
  return {
    ...status,
    statusDate: today,
    totals: {...status.totals, ...verdict(all)},
    sections,
    priorities: status.priorities.map((priority) => ({...priority, ...verdict(all.filter((item) => item.priority === priority.id))})),
    phases: status.phases.map((phase) => ({...phase, ...verdict(phase.items.flatMap((id) => judged.get(id) ?? []))})),
    metrics: status.metrics.map((metric) => metricOn(metric, today)),
  }
}

/** What an item's health depends on but the day. */
export function healthInputsOf(item: StatusItem, {phases}: Pick<Status, 'phases'>): HealthInputs {
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
function metricOn(metric: StatusMetric, today: string): StatusMetric {
  const {source, goodUntil} = metric.evidence ?? {source: '', goodUntil: null}
  return metric.state === 'unknown' || goodUntil === null || today <= goodUntil
    ? metric
    : {...metric, state: 'unknown', because: `${source} counted until ${goodUntil}; this is ${today}`}
}

function verdict(items: readonly StatusItem[]): ReturnType<typeof groupHealth> {
  return groupHealth(items.map((item) => ({...item, name: shortLabel(item)})))
}
