import type {NoForecast} from '../../model/cause.ts'
import {addDays} from '../../model/date.ts'
import {ceilTo, roundTo} from '../../model/number.ts'
import type {Forecast, BurnUpPoint} from '../../model/history.ts'
import type {Settings} from '../../model/settings.ts'
import {calendar} from '../schedule/calendar.ts'

/** Whole weeks looked back over. */
export const WINDOW = 12
/** Fewer whole weeks, or days with a revision, say too little. */
const LEAST_WEEKS = 3
const LEAST_DAYS = 3
/** So many weeks without progress and there is no rate. */
const STANDSTILL = 4
const RUNS = 2000
const SEED = 20_260
/** Longer than ten years is no date. */
const HORIZON = 520
const LIKELY = 0.5
const SAFE = 0.85

interface Inputs {
  readonly points: readonly BurnUpPoint[]
  readonly revisions: number
  readonly settings: Settings
  readonly asOf: string
  /** The last day that the plan itself gives; null without dates. */
  readonly planEnd: string | null
}

/** When all is done if work goes on as in the last weeks: their throughput is drawn again and again, with a fixed seed. Scope is taken to stay as it is. */
export function forecast({points, revisions, settings, asOf, planEnd}: Inputs): Forecast {
  const none = (cause: NoForecast): Forecast => ({state: 'none', cause, planEnd, asOf})
  const known = points.filter(({snapshot}) => snapshot !== null)
  const last = known.at(-1)
  if (last?.snapshot == null) return none({code: 'nothing-counted', facts: {}})
  if (points.at(-1) !== last) return none({code: 'newest-not-counted', facts: {}})
  const {tasks, done} = last.snapshot
  if (tasks === 0) return none({code: 'no-tasks', facts: {}})
  if (done === tasks) return none({code: 'finished', facts: {tasks}})

  const samples = throughput(known, asOf)
  const weeks = samples.length
  if (weeks < LEAST_WEEKS || known.length < LEAST_DAYS)
    return none({
      code: 'too-young',
      facts: {revisions, days: known.length, weeks, leastDays: LEAST_DAYS, leastWeeks: LEAST_WEEKS},
    })
  const recent = samples.slice(0, STANDSTILL)
  if (samples.length >= STANDSTILL && recent.every((count) => count <= 0))
    return none({code: 'standstill', facts: {weeks: leadingStandstill(samples)}})
  const total = samples.reduce((sum, count) => sum + count, 0)
  if (total <= 0) return none({code: 'no-net-progress', facts: {weeks}})

  const left = tasks - done
  const runs = resample(samples, left)
  // What is done today is counted already: the rest starts tomorrow.
  const days = calendar({...settings, start: addDays(asOf, 1)}, null)
  const dateAt = (share: number): string | null => {
    const needed = runs[Math.min(runs.length - 1, Math.ceil(share * runs.length) - 1)] as number
    return needed > HORIZON || days.weekSize === 0 ? null : days.dateOf(Math.max(1, ceilTo(needed * days.weekSize)) - 1)
  }
  const rates = halves(samples)
  return {
    state: 'forecast',
    left,
    weeks,
    // A half in which more was undone than done has no pace.
    slowest: Math.max(0, Math.min(...rates)),
    fastest: Math.max(...rates),
    done: total,
    likely: dateAt(LIKELY),
    safe: dateAt(SAFE),
    planEnd,
    asOf,
  }
}

/** Tasks done in each whole week before a day, newest first: from the plan's first point on, at most the window. */
export function throughput(known: readonly BurnUpPoint[], asOf: string): readonly number[] {
  const first = known[0]
  if (first === undefined) return []
  const doneBy = (day: string): number | null => known.findLast((point) => point.day <= day)?.finished ?? null
  const found: number[] = []
  for (let week = 0; week < WINDOW; week++) {
    const [from, to] = [addDays(asOf, -7 * (week + 1)), addDays(asOf, -7 * week)]
    const [before, after] = [doneBy(from), doneBy(to)]
    if (before === null || after === null) break
    found.push(after - before)
  }
  return found
}

function leadingStandstill(samples: readonly number[]): number {
  const moving = samples.findIndex((count) => count > 0)
  return moving === -1 ? samples.length : moving
}

/** The rates of the older and of the newer half, a week: how much the pace itself changed. One decimal. */
function halves(samples: readonly number[]): readonly [number, number] {
  const middle = Math.ceil(samples.length / 2)
  const mean = (part: readonly number[]): number => roundTo(part.reduce((sum, count) => sum + count, 0) / part.length, 1)
  return [mean(samples.slice(0, middle)), mean(samples.slice(middle))]
}

/** Weeks until nothing is left in each of many runs, sorted; the last week counts in part. */
function resample(samples: readonly number[], left: number): readonly number[] {
  const random = generator(SEED)
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    let rest = left
    let weeks = 0
    while (rest > 0 && weeks <= HORIZON) {
      const count = samples[Math.floor(random() * samples.length)] as number
      weeks += count >= rest ? rest / count : 1
      rest -= count
    }
    runs.push(weeks)
  }
  return runs.sort((a, b) => a - b)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
