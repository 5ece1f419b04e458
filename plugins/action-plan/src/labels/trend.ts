import type {Trend} from '../model/forecast.ts'
import {WORDS} from './words.ts'

/** What the last week brought: "3 tasks done this week, 1 added". */
export function trendWords({done: finished, added}: Trend): string {
  const done = WORDS.plural('plan.summary.week', '{count} task done this week|{count} tasks done this week', finished)
  if (added === 0) return done
  const scope =
    added > 0
      ? WORDS.plural('plan.summary.added', '{count} added|{count} added', added)
      : WORDS.plural('plan.summary.removed', '{count} removed|{count} removed', -added)
  return `${done}, ${scope}`
}
