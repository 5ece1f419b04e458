import {afterAll, beforeAll, expect, test} from 'vitest'
import {tryClocks} from './clocks.ts'
import {bundled, type Programs} from './programs.ts'

/** Nightly 500 and another seed: `npm run nightly -- clocks`. */
const [RUNS, SEED] = [4, 1]

let programs: Programs
beforeAll(async () => void (programs = await bundled()), 120_000)
afterAll(() => programs.remove())

test(`at ${RUNS} moments around changes of clocks every command speaks of the day of the plan's time zone`, async () => {
  expect((await tryClocks(programs, RUNS, SEED)).wrong).toEqual([])
})
