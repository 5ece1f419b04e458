import {expect, test} from 'vitest'
import {fuzz, reportsByFormat} from './reports.ts'

/** Nightly 100,000 inputs of each format and another seed: `npm run nightly -- reports`. */
const [INPUTS, SEED] = [1000, 1]

test.each([...reportsByFormat()])(`%s: ${INPUTS} changed reports: none is read wrongly, none takes a second`, (format, texts) => {
  const {faults, slowest, read} = fuzz(format, texts, INPUTS, SEED)
  expect(faults.slice(0, 5)).toEqual([])
  expect(slowest).toBeLessThan(1)
  // Changes are small enough that much is still read.
  expect(read).toBeGreaterThan(INPUTS / 20)
})
