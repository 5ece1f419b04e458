import {historyOf} from '../derive/history/history.ts'
import type {Report} from '../model/report.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {withHistory} from '../report.ts'
import {pastOf} from '../source/history.ts'

/** The report, judged with the plan's history: an item is not late for days on which it did not stand in the plan. The history is read only when it may say so. */
export async function judgedByHistory(file: string | null, report: Report): Promise<Report> {
  const maySay = report.sections.some(({items}) => items.some(({item, health}) => health === 'late' && item.due === null))
  if (file === null || !maySay) return report
  const history = await historyOf(pastOf(file), parsePlan, report)
  return history.state === 'available' ? withHistory(report, new Map(history.added)) : report
}
