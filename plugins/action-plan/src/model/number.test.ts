import {expect, test} from 'vitest'
import {ceilTo, daysText, filledOf, floorTo, numberText, percentOf, roundTo} from './number.ts'

test('sums of tenths and thirds are what they are', () => {
  expect([floorTo((0.1 + 0.2) * 10), floorTo(0.1 + 0.7, 1), floorTo(2.99), floorTo(-0.5)]).toEqual([3, 0.8, 2, -1])
  expect([ceilTo((0.1 + 0.2) * 10), ceilTo(1.01, 1), ceilTo(2)]).toEqual([3, 1.1, 2])
  expect([roundTo(1.25, 1), roundTo(66.666, 2)]).toEqual([1.3, 66.67])
})

test('100 % only when all is done; nothing to count is no percentage', () => {
  expect([percentOf(0, 0), percentOf(1, 3), percentOf(999, 1000), percentOf(3, 3), percentOf(0.3, 0.1 + 0.2)]).toEqual([
    null,
    33,
    99,
    100,
    100,
  ])
})

test('percent are 100 only when all is done, also where the last part is less than a hair', () => {
  expect([percentOf(1e12 - 1, 1e12), percentOf(99_999_999_999.5, 1e11), percentOf(1e12, 1e12)]).toEqual([99, 99, 100])
})

test('a bar is never full before all is done, and never empty when something is', () => {
  expect([filledOf(0, 0, 20), filledOf(0, 9, 20), filledOf(1, 200, 20), filledOf(199, 200, 20), filledOf(9, 9, 20)]).toEqual([
    0, 0, 1, 19, 20,
  ])
  expect([filledOf(1, 1000, 100), filledOf(999, 1000, 100)]).toEqual([1, 99])
})

test('days in words: what reads as one is one', () => {
  expect([daysText(1), daysText(1.04), daysText(2.96), daysText(10.9), daysText(3, 'working day')]).toEqual([
    '1 day',
    '1 day',
    '3 days',
    '10.9 days',
    '3 working days',
  ])
  expect([numberText(1 / 3), numberText(1_234_567)]).toEqual(['0.333333', '1234567'])
})
