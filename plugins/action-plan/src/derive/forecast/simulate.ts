/** What one week of the past did to the plan. */
export interface PastWeek {
  /** Tasks finished less those unticked. */
  readonly done: number
  /** Tasks that came into scope less those that left it open. */
  readonly added: number
}

/** What a few weeks of a plan cannot tell, as the weeks of other plans tell it: numbers of a beta distribution, as if so many weeks had been seen. */
export interface Habits {
  /** After a week in which tasks were finished: weeks in which none were, and in which some were. */
  readonly stop: readonly [stopped: number, went: number]
  /** After a week in which none were: weeks in which some were, and in which none were. */
  readonly resume: readonly [resumed: number, rested: number]
  /** By how much the pace may be another one from now on: the standard deviation of the logarithm of a factor, times the coefficient of variation of the weeks. */
  readonly drift: number
  /** How much slower an irregular plan becomes: its busy weeks are seldom repeated. Times the squared coefficient of variation of its weeks, in logarithms. */
  readonly fade: number
}

/** Chosen on half of the public plans of the back-test, and checked on the other half: docs/reference/forecast-calibration.md. */
export const HABITS: Habits = {stop: [0.3, 0.6], resume: [0.5, 10], drift: 1.3, fade: 1.1}

/** The seed is fixed, so that the dates of a forecast do not jump from run to run. */
const SEED = 20_260
const RUNS = 1000

/**
 * Many possible futures of a plan. In each week tasks are finished or not: how likely a plan stops and goes on is drawn for each run, from its own
 * weeks and those of other plans. How much a week with progress finishes is drawn from the plan's own weeks, whole: what was added in busy weeks
 * stays with what was done in them. Each run weighs the weeks anew (a Bayesian bootstrap), because a few weeks are a small sample. The less regular
 * the weeks are, the more the pace may be another one, and the slower it becomes: a forecast is asked for when much has just been done.
 */
export function futures<T>(newestFirst: readonly PastWeek[], habits: Habits, use: (next: () => PastWeek) => T, runs = RUNS): readonly T[] {
  const weeks = newestFirst.toReversed()
  const [busy, idle] = [weeks.filter(isBusy), weeks.filter((week) => !isBusy(week))]
  const count = (from: boolean, to: boolean): number =>
    weeks.filter((week, index) => index > 0 && isBusy(week) === to && isBusy(weeks[index - 1] as PastWeek) === from).length
  const random = generator(SEED)
  const spread = Math.min(irregularity(weeks), MOST_IRREGULAR)
  return Array.from({length: runs}, () => {
    const stop = beta(random, habits.stop[0] + count(true, false), habits.stop[1] + count(true, true))
    const resume = beta(random, habits.resume[0] + count(false, true), habits.resume[1] + count(false, false))
    const factor = Math.exp(habits.drift * Math.sqrt(spread) * normal(random) - habits.fade * spread)
    const [drawBusy, drawIdle] = [weighted(busy, random), weighted(idle, random)]
    let isGoing = isBusy(weeks.at(-1) ?? NOTHING)
    return use(() => {
      isGoing = isGoing ? random() >= stop : random() < resume
      if (!isGoing) return drawIdle()
      const {done, added} = drawBusy()
      return {done: done * factor, added}
    })
  })
}

const MOST_IRREGULAR = 4

/** The squared coefficient of variation of what the weeks finished: 0 when all finished as much. */
function irregularity(weeks: readonly PastWeek[]): number {
  const mean = weeks.reduce((sum, {done}) => sum + done, 0) / weeks.length
  return weeks.reduce((sum, {done}) => sum + (done - mean) ** 2, 0) / weeks.length / mean ** 2
}

const NOTHING: PastWeek = {done: 0, added: 0}
const isBusy = ({done}: PastWeek): boolean => done > 0

/** Draws from some weeks, which weigh otherwise in each run. */
function weighted(weeks: readonly PastWeek[], random: () => number): () => PastWeek {
  let sum = 0
  const rising = weeks.map(() => (sum -= Math.log(1 - random())))
  return () => {
    const at = random() * sum
    return weeks[rising.findIndex((limit) => at < limit)] ?? weeks.at(-1) ?? NOTHING
  }
}

/** A share of the beta distribution, by two of the gamma distribution. */
function beta(random: () => number, a: number, b: number): number {
  const [x, y] = [gamma(random, a), gamma(random, b)]
  return x + y === 0 ? Number(a > b) : x / (x + y)
}

/** Marsaglia and Tsang (2000); a shape below 1 by that of one more. */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A number of the standard normal distribution (Box and Muller). */
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

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
