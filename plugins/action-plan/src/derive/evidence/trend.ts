import {dateIn} from '../../model/date.ts'
import type {EvidenceFileAt} from '../../model/evidence-file.ts'
import type {Plan} from '../../model/plan.ts'
import type {TrendPoint} from '../../model/report.ts'
import {measured} from './measure.ts'
import {metricQueries} from './metrics.ts'

/** The value of each metric at each revision of its report, oldest first; empty for a metric that no file shows. */
export function trends(plan: Plan, past: ReadonlyMap<string, readonly EvidenceFileAt[]>): readonly (readonly TrendPoint[])[] {
  return metricQueries(plan).map((question) =>
    question === null
      ? []
      : (past.get(question.path) ?? []).map(({commit, at, file: evidenceFile}): TrendPoint => {
          const found = measured(evidenceFile, question, question.targets)
          return {
            day: dateIn(plan.settings.timeZone, at),
            commit,
            value: found.kind === 'number' ? found.rounded : null,
            says: found.kind === 'nothing' ? found.why : found.shown,
          }
        }),
  )
}
