import type {NoForecast} from '../../model/cause.ts'
import {addDays} from '../../model/date.ts'
import type {Forecast} from '../../model/forecast.ts'
import type {BurnUpPoint} from '../../model/history.ts'
import {ceilTo, roundTo} from '../../model/number.ts'
import type {Settings} from '../../model/settings.ts'
import {changeBetween} from '../history/trend.ts'
import {calendar, type Calendar} from '../schedule/calendar.ts'
import {futures, HABITS, type Habits, type PastWeek} from './simulate.ts'

/** Whole weeks looked back over. */
export const WINDOW = 12
/** Fewer whole weeks, or days with a revision, say too little. */
const LEAST_WEEKS = 4
const LEAST_DAYS = 3
/** In fewer weeks with progress there is no pace to speak of. */
const LEAST_BUSY = 4
/** So many weeks without progress and there is no rate. */
const STANDSTILL = 4
/** Longer than ten years is no date. */
const HORIZON = 520
const LIKELY = 0.5
const SAFE = 0.85

interface Inputs {
  readonly points: readonly BurnUpPoint[]
  readonly revisions: number
  readonly settings: Settings
  readonly asOf: string
}

/** When all is done if work goes on as in the last weeks. Scope grows as it did, a week with holidays yields less, and a team of another size another amount. */
export function forecast({points, revisions, settings, asOf}: Inputs, habits = HABITS): Forecast {
  const none = (cause: NoForecast): Forecast => ({state: 'none', p50: null, p85: null, cause})
  const counted = points.filter(({snapshot}) => snapshot !== null)
  const last = counted.at(-1)
  if (last?.snapshot == null) return none({code: 'nothing-counted', facts: {}})
  if (points.at(-1) !== last) return none({code: 'newest-not-counted', facts: {}})
  const {tasks, done: finished} = last.snapshot
  if (tasks === 0) return none({code: 'no-tasks', facts: {}})
  if (finished === tasks) return none({code: 'finished', facts: {tasks}})

  // A plan begins with its first task: what came in on that day is no growth.
  const known = counted.slice(counted.findIndex(({snapshot}) => (snapshot?.tasks ?? 0) > 0))
  const past = pastWeeks(known, asOf, settings.team)
  const weeks = past.length
  if (weeks < LEAST_WEEKS || known.length < LEAST_DAYS)
    return none({code: 'too-young', facts: {revisions, days: known.length, weeks, leastDays: LEAST_DAYS, leastWeeks: LEAST_WEEKS}})
  if (weeks >= STANDSTILL && past.slice(0, STANDSTILL).every(({done}) => done <= 0))
    return none({code: 'standstill', facts: {weeks: leadingStandstill(past)}})
  const sum = (of: (week: PastWeek) => number): number => past.reduce((total, week) => total + of(week), 0)
  const [done, added, left] = [sum((week) => week.done), sum((week) => week.added), tasks - finished]
  if (done <= 0) return none({code: 'no-net-progress', facts: {weeks}})
  const busy = past.filter((week) => week.done > 0).length
  if (busy < LEAST_BUSY) return none({code: 'too-irregular', facts: {weeks, busy, leastBusy: LEAST_BUSY}})

  const dates = endDates(past, left, settings, asOf, habits)
  const [p50, p85] = [dates(LIKELY), dates(SAFE)]
  if (p50 === null) return none({code: 'no-end', facts: {left, weeks, done: roundTo(done, 1), added}})
  return {
    state: 'forecast',
    p50,
    p85,
    cause: {code: 'pace', facts: {left, weeks, done: roundTo(done, 1), added, perWeek: roundTo(done / weeks, 1)}},
  }
}

/** What each whole week before a day did, newest first: from the plan's first point on, at most the window. Weeks of a team of another size count as its present size would have done them. */
export function pastWeeks(known: readonly BurnUpPoint[], asOf: string, team: number | null): readonly PastWeek[] {
  const pointBy = (day: string): BurnUpPoint | undefined => known.findLast((point) => point.day <= day)
  const found: PastWeek[] = []
  for (let week = 0; week < WINDOW; week++) {
    const [before, after] = [pointBy(addDays(asOf, -7 * (week + 1))), pointBy(addDays(asOf, -7 * week))]
    if (before === undefined || after === undefined) break
    const {done, added} = changeBetween(before, after)
    const then = before.snapshot?.team ?? team
    found.push({done: team === null || then === null ? done : (done * team) / then, added})
  }
  return found
}

function leadingStandstill(weeks: readonly PastWeek[]): number {
  const moving = weeks.findIndex(({done}) => done > 0)
  return moving === -1 ? weeks.length : moving
}

/** By which day a share of the runs has ended; null when fewer do within ten years. */
export function endDates(
  past: readonly PastWeek[],
  left: number,
  settings: Settings,
  asOf: string,
  habits: Habits,
): (share: number) => string | null {
  const days = calendar({...settings, start: addDays(asOf, 1 - 7 * past.length)}, null)
  const yields = weekYields(days, past.length, asOf)
  // What is done today is counted already: the rest starts tomorrow.
  const before = days.through(asOf)
  const ends = futures(past, habits, (next) => workingDaysUntilDone(next, left, yields)).toSorted((a, b) => a - b)
  return (share) => {
    const needed = ends[Math.ceil(share * ends.length) - 1] as number
    return Number.isFinite(needed) ? days.dateOf(before + Math.max(1, ceilTo(needed)) - 1) : null
  }
}

interface WeekYield {
  readonly workingDays: number
  /** Its working days against those of an average week of the past. */
  readonly share: number
}

/** How much each week from a day on yields, by its working days. */
function weekYields(days: Calendar, pastLength: number, asOf: string): (week: number) => WeekYield {
  const through = (week: number): number => days.through(addDays(asOf, 7 * week))
  const average = (through(0) - through(-pastLength)) / pastLength
  const known: WeekYield[] = []
  return (week) =>
    (known[week] ??= ((workingDays) => ({workingDays, share: average === 0 ? 0 : workingDays / average}))(
      through(week + 1) - through(week),
    ))
}

/** Working days until nothing is left in one future; the last week counts in part. Infinity when that takes too long. */
function workingDaysUntilDone(next: () => PastWeek, left: number, yields: (week: number) => WeekYield): number {
  let rest = left
  let days = 0
  for (let week = 0; week < HORIZON; week++) {
    const {workingDays, share} = yields(week)
    const {done, added} = next()
    const open = rest + added * share
    const finished = done * share
    if (finished >= open && share > 0) return days + (finished > 0 ? Math.max(0, open / finished) : 0) * workingDays
    rest = Math.max(open - finished, 0)
    days += workingDays
  }
  return Infinity
}
