import {lateArrival} from '../derive/health/health.ts'
import {historyOf} from '../derive/history/history.ts'
import type {History, Past, Unavailable} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import {planReader} from '../parse/structure/plan.ts'
import {withHistory} from '../report.ts'

const STANDARD_INPUT: Unavailable = {state: 'unavailable', cause: {code: 'standard-input', facts: {}}}

/** The history of a plan; a past of null is standard input, which has none. */
export const loadHistory = (past: Past | null, report: Report): Promise<History | Unavailable> =>
  past === null ? Promise.resolve(STANDARD_INPUT) : historyOf(past, planReader(), report)

/** The report with the plan's history: its forecast, its trend, and no item late for days on which it did not stand in the plan. */
export async function judgedByHistory(past: Past | null, report: Report): Promise<Report> {
  return withHistory(report, await loadHistory(past, report))
}

/** On which day each item came into the plan, by its id, as far as its history tells. The history is read only when the report may say something else then. */
export async function additionsOf(past: Past | null, report: Report): Promise<ReadonlyMap<string, string>> {
  // What would be no late arrival if it had come today, was none on any day before.
  const maySay = report.sections.some(({items}) => items.some(({healthInputs}) => lateArrival(healthInputs, report.statusDate) !== null))
  if (past === null || !maySay) return new Map()
  const history = await loadHistory(past, report)
  return new Map(history.state === 'available' ? history.added : [])
}
