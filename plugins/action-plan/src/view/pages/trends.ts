import type {TrendPoint} from '../../model/report.ts'
import {saysText} from '../words/evidence.ts'
import {amount} from '../words/numbers.ts'
import type {Wording} from '../words/words.ts'

/** The value of a metric at a revision of its report, in words. */
export interface TrendView {
  readonly day: string
  readonly commit: string
  readonly words: string
}

/** What the reports of each metric said at their revisions; `units` are those of the metrics' values. */
export function trendViews(
  words: Wording,
  trends: readonly (readonly TrendPoint[])[],
  units: readonly (string | null)[],
): readonly (readonly TrendView[])[] {
  return trends.map((points, index) =>
    points.map(({day, commit, value, says}) => ({
      day,
      commit,
      words: value === null ? saysText(words, says) : amount(words, value, units[index] ?? null),
    })),
  )
}
