import {lateArrival} from '../derive/health/health.ts'
import {historyOf} from '../derive/history/history.ts'
import type {Report} from '../model/report.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {withHistory} from '../report.ts'
import {pastOf} from '../source/history.ts'

/** The report, judged with the plan's history: an item is not late for days on which it did not stand in the plan. */
export async function judgedByHistory(file: string | null, report: Report): Promise<Report> {
  return withHistory(report, await additionsOf(file, report))
}

/** On which day each item came into the plan, by its id, as far as its history tells. The history is read only when the report may say something else then. */
export async function additionsOf(file: string | null, report: Report): Promise<ReadonlyMap<string, string>> {
  // What would be no late arrival if it had come today, was none on any day before.
  const maySay = report.sections.some(({items}) =>
    items.some(({item, healthInputs}) => lateArrival(healthInputs, item.due?.date ?? null, report.statusDate) !== null),
  )
  if (file === null || !maySay) return new Map()
  const history = await historyOf(pastOf(file), parsePlan, report)
  return new Map(history.state === 'available' ? history.added : [])
}
