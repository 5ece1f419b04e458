import {expect, test} from 'vitest'
import {planEnd} from './plan-end.ts'

test.each([
  ['of no items', [], null],
  ['of items without dates', [null, null], null],
  ['of items in any order', ['2026-12-04', null, '2027-01-15', '2026-12-31'], '2027-01-15'],
])('the end %s', (_, days, expected) => expect(planEnd(days.map((finish) => ({finish})))).toBe(expected))
