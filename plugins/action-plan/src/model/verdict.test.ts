import {expect, test} from 'vitest'
import {verdictOf} from './verdict.ts'

const END = '2026-12-29'
const forecast = (p50: string | null, p85: string | null) => ({p50, p85})

test.each([
  ['late', forecast('2027-03-01', '2027-04-01'), 'late', null],
  ['done', forecast(null, null), 'done', null],
  ['on-track', forecast('2026-12-01', '2026-12-29'), 'on-track', null],
  ['on-track', forecast('2026-12-01', '2026-12-30'), 'at-risk', {day: '2026-12-30', percent: 85}],
  ['on-track', forecast('2026-12-30', '2027-01-30'), 'late', {day: '2026-12-30', percent: 50}],
  ['at-risk', forecast('2026-12-01', '2026-12-30'), 'at-risk', null],
  ['at-risk', forecast('2026-12-30', null), 'late', {day: '2026-12-30', percent: 50}],
  ['on-track', forecast(null, null), 'on-track', null],
  ['on-track', null, 'on-track', null],
] as const)('items %s, forecast %j: %s, because %j', (health, given, expected, because) =>
  expect(verdictOf(health, END, given)).toEqual({health: expected, forecast: because}),
)

test('without a planned end the items decide', () =>
  expect(verdictOf('on-track', null, forecast('2030-01-01', null))).toEqual({health: 'on-track', forecast: null}))
