import {endDates, forecast, pastWeeks} from '../../plugins/action-plan/src/derive/forecast/forecast.ts'
import {futures, HABITS} from '../../plugins/action-plan/src/derive/forecast/simulate.ts'
import {addDays} from '../../plugins/action-plan/src/model/date.ts'
import type {BurnUpPoint} from '../../plugins/action-plan/src/model/history.ts'
import {DEFAULT_SETTINGS} from '../../plugins/action-plan/src/model/settings.ts'
import type {Series} from './series.ts'

/** What is asked of a forecast at a past week. */
export const QUESTIONS = {
  weeks4: 'tasks done in 4 weeks',
  weeks8: 'tasks done in 8 weeks',
  weeks13: 'tasks done in 13 weeks',
  weeks26: 'tasks done in 26 weeks',
  open: 'day on which as many more tasks are done as were open',
  end: 'day on which nothing is open',
} as const
export type Question = keyof typeof QUESTIONS

/** How often a forecast was right, of those that could be checked: shares from 0 to 1. */
export interface Coverage {
  readonly checked: number
  readonly p50: number
  readonly p85: number
}

/** One forecast of the past: how much of each claim came true; null for a claim that cannot be checked yet. */
export interface Checked {
  readonly day: string
  readonly question: Question
  readonly p50: number | null
  readonly p85: number | null
}

const SPANS = [4, 8, 13, 26] as const
const LEVELS = {p50: 0.5, p85: 0.85} as const
const WEEK = 7

/** Asks the forecast at every past week of a plan what it would have said, and checks it with what happened. */
export function backtest({points, until}: Series, withDates = true, habits = HABITS): readonly Checked[] {
  const all = points.map(asPoint)
  const first = points.find(([, tasks]) => tasks > 0)?.[0]
  if (first === undefined) return []
  const found: Checked[] = []
  for (let day = addDays(first, WEEK); day <= until; day = addDays(day, WEEK)) {
    const known = all.filter((point) => point.day <= day)
    const made = forecast({points: known, revisions: known.length, settings: DEFAULT_SETTINGS, asOf: day}, habits)
    if (made.state === 'none' && made.cause.code !== 'no-end') continue
    const {open} = stateOf(all, day)
    const past = pastWeeks(
      known.filter(({snapshot}) => (snapshot?.tasks ?? 0) > 0),
      day,
      null,
    )
    found.push(
      ...SPANS.flatMap((weeks): Checked[] => {
        const end = addDays(day, WEEK * weeks)
        if (end > until) return []
        const sums = futures(past, habits, (next) => {
          let sum = 0
          for (let week = 0; week < weeks; week++) sum += next().done
          return Math.round(sum)
        })
        const actual = stateOf(all, end).finished - stateOf(all, day).finished
        return [{day, question: `weeks${weeks}`, p50: atLeast(sums, actual, LEVELS.p50), p85: atLeast(sums, actual, LEVELS.p85)}]
      }),
    )
    if (!withDates) continue
    const sameScope = endDates(
      past.map(({done}) => ({done, added: 0})),
      open,
      DEFAULT_SETTINGS,
      day,
      habits,
    )
    const target = stateOf(all, day).finished + open
    const reached = all.find((point) => point.day > day && point.finished >= target)?.day ?? null
    found.push({day, question: 'open', ...checkDates({p50: sameScope(LEVELS.p50), p85: sameScope(LEVELS.p85)}, reached, until)})
    const ended = all.find((point) => point.day > day && point.snapshot?.tasks === point.snapshot?.done)?.day ?? null
    found.push({day, question: 'end', ...checkDates(made, ended, until)})
  }
  return found
}

const asPoint = ([day, tasks, done, finished]: Series['points'][number]): BurnUpPoint => ({
  day,
  commit: '',
  snapshot: {tasks, done, days: 0, doneDays: 0, priorities: [], team: null},
  gap: null,
  scopeChange: 0,
  finished,
})

function stateOf(points: readonly BurnUpPoint[], day: string): {readonly finished: number; readonly open: number} {
  const point = points.findLast((one) => one.day <= day)
  return {finished: point?.finished ?? 0, open: (point?.snapshot?.tasks ?? 0) - (point?.snapshot?.done ?? 0)}
}

/** A date can be checked once it has passed. Whether it is chosen depends on the date alone, never on what happened. */
function checkDates(
  dates: {readonly p50: string | null; readonly p85: string | null},
  happened: string | null,
  until: string,
): Pick<Checked, 'p50' | 'p85'> {
  const check = (date: string | null): number | null =>
    date === null || date > until ? null : Number(happened !== null && happened <= date)
  return {p50: check(dates.p50), p85: check(dates.p85)}
}

/** Whether at least so many were done as a share of the runs reach. Counts are whole: where as many runs end on the very number as lie across the limit, it counts in part. */
function atLeast(runs: readonly number[], actual: number, level: number): number {
  const below = runs.filter((run) => run < actual).length / runs.length
  const equal = runs.filter((run) => run === actual).length / runs.length
  const limit = 1 - level
  return equal === 0 ? Number(below >= limit) : Math.min(1, Math.max(0, (below + equal - limit) / equal))
}

/** The coverage of a question, each plan counted as one whatever its length. */
export function coverage(plans: readonly (readonly Checked[])[], question: Question): Coverage {
  const own = plans.map((checks) => checks.filter((check) => check.question === question))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const of = (level: keyof typeof LEVELS): number =>
    mean(
      own.flatMap((checks) => {
        const known = checks.flatMap((check) => check[level] ?? [])
        return known.length === 0 ? [] : [mean(known)]
      }),
    )
  return {checked: own.flat().filter(({p85, p50}) => p85 !== null || p50 !== null).length, p50: of('p50'), p85: of('p85')}
}
