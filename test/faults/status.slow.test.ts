import {expect, test} from 'vitest'
import {fuzzStatus} from './status.ts'

/** Nightly 100,000 and another seed: `npm run nightly -- live`. */
const [INPUTS, SEED] = [500, 1]

test(`${INPUTS} changed status files: none is read wrongly by an open page`, () => {
  expect(fuzzStatus(INPUTS, SEED).wrong.slice(0, 5)).toEqual([])
})
