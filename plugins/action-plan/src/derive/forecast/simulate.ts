/** What one week of the past did to the plan. */
export interface PastWeek {
  /** Tasks finished less those unticked. */
  readonly done: number
  /** Tasks that came into scope less those that left it open. */
  readonly added: number
}

/** Runs of a simulation: the dates of a forecast do not jump from run to run, because the seed is fixed. */
const RUNS = 2000
const SEED = 20_260

/**
 * How much the pace of a plan changes beside what its last weeks show: the standard deviation of the logarithm of a factor that each run draws once.
 * Chosen on half of the public plans of the back-test, and shown on the other half (docs/reference/forecast-calibration.md).
 */
export const DRIFT = 0.5

/**
 * Many possible futures of a plan: each is a row of weeks, drawn from its past ones. A week is drawn whole, so that what was added in busy
 * weeks stays with what was done in them. Two things that a few weeks cannot tell are drawn once for each run: how much each past week
 * weighs (a Bayesian bootstrap), and by which factor the pace is another one from now on.
 */
export function futures<T>(weeks: readonly PastWeek[], drift: number, use: (next: () => PastWeek) => T): readonly T[] {
  const random = generator(SEED)
  return Array.from({length: RUNS}, () => {
    const weights = cumulated(weeks.map(() => -Math.log(1 - random())))
    const factor = Math.exp(drift * normal(random))
    return use(() => {
      const {done, added} = weeks[chosen(weights, random())] as PastWeek
      return {done: done * factor, added}
    })
  })
}

/** Weights as a rising sum up to 1. */
function cumulated(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight) => (sum += weight / total))
}

function chosen(cumulative: readonly number[], at: number): number {
  const found = cumulative.findIndex((sum) => at < sum)
  return found === -1 ? cumulative.length - 1 : found
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
