import {afterAll, beforeAll, expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'
import {bench} from './kill.ts'
import {bundled, type Programs} from './programs.ts'
import {breakBySystem, SYSTEM_FAULTS, type SystemFaultName} from './system.ts'

/** Nightly every command and 50 runs of each: `npm run nightly -- faults`. */
const SEED = 1

let programs: Programs
beforeAll(async () => void (programs = await bundled()), 120_000)
afterAll(() => programs.remove())

// Two commands a fault, in turn, so that each command and each fault is there.
const SAMPLE: readonly (readonly [SystemFaultName, string])[] = [
  ['full disk', 'action-plan build --out'],
  ['folder of another user', 'action-plan build --out'],
  ['disk is read-only', 'action-plan tick, bytes that move'],
  ['too few open files', 'action-plan tick, one byte'],
  ['files may not grow', 'publish-site'],
  ['slow disk', 'publish-site'],
  ['killed on a slow disk', 'action-plan tick, bytes that move'],
  ['clock set back by years', 'publish-site --way folder'],
  ['clock set forward by years', 'the cache of a build'],
]

test('every fault of the system is in the sample', () => {
  expect(SAMPLE.map(([fault]) => fault)).toEqual(Object.keys(SYSTEM_FAULTS))
})

// Only root may mount a disk or become another user. Without root these are named as not tried; the nightly run fails then.
const lacking = (fault: SystemFaultName): string | null => SYSTEM_FAULTS[fault].lacks()
for (const [fault] of SAMPLE)
  if (lacking(fault) !== null) test(`${fault}: not tried here, needs ${String(lacking(fault))}`, () => undefined)

// Each has its turn every second day.
test.each(SAMPLE.filter(([fault], index) => lacking(fault) === null && hasTurn(index, 2)))(
  '%s, %s: nothing is lost and the next run succeeds',
  async (fault, name) => {
    const one = bench(name, programs)
    try {
      expect((await breakBySystem(one, fault, 1, SEED)).lost).toEqual([])
    } finally {
      one.remove()
    }
  },
  240_000,
)
