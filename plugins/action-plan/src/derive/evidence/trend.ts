import {dateIn} from '../../model/date.ts'
import type {PastExhibit} from '../../model/evidence-file.ts'
import type {Plan} from '../../model/plan.ts'
import type {TrendPoint} from '../../model/report.ts'
import {measured} from './measure.ts'
import {metricQuestions} from './metrics.ts'

/** The value of each metric at each revision of its report, oldest first; empty for a metric that no file shows. */
export function trends(plan: Plan, past: ReadonlyMap<string, readonly PastExhibit[]>): readonly (readonly TrendPoint[])[] {
  return metricQuestions(plan).map((question) =>
    question === null
      ? []
      : (past.get(question.path) ?? []).map(({commit, at, exhibit}): TrendPoint => {
          const found = measured(exhibit, question, question.targets)
          return {
            day: dateIn(plan.settings.timeZone, at),
            commit,
            value: found.kind === 'number' ? found.shown : null,
            words: found.kind === 'nothing' ? found.reason : found.words,
          }
        }),
  )
}
