import {afterAll, beforeAll, expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'
import {commands} from './commands.ts'
import {bench, breakMany, type Fault} from './kill.ts'
import {bundled, type Programs} from './programs.ts'

/** Nightly another seed and 500 runs of each: `npm run nightly -- faults`. */
const SEED = 1
const RUNS: Readonly<Record<Exclude<Fault, 'killed by the clock'>, number>> = {
  'killed at a step': 4,
  'a step is refused': 2,
  'full disk from a step on': 2,
}

let programs: Programs
beforeAll(async () => void (programs = await bundled()), 120_000)
afterAll(() => programs.remove())

// Half of the commands each day.
test.each(Object.keys(commands(() => undefined)).filter((_, index) => hasTurn(index, 2)))(
  `%s: broken at steps that the seed ${SEED} chooses, nothing is lost and the next run succeeds`,
  async (name) => {
    const one = bench(name, programs)
    try {
      expect(one.steps).toBeGreaterThan(3)
      for (const [fault, runs] of Object.entries(RUNS) as [Fault, number][]) {
        const {lost, stopped} = await breakMany(one, fault, runs, SEED)
        expect(lost).toEqual([])
        if (fault === 'killed at a step') expect(stopped).toBeGreaterThan(0)
      }
    } finally {
      one.remove()
    }
  },
  240_000,
)
