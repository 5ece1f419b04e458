import {expect, test} from 'vitest'
import {priorityOrder} from './priority.ts'

test('the order of the legend outranks that of names; what it does not list comes after, what has none last', () => {
  expect([null, 'Low', 'Zeta', 'High', 'Alpha', 'Medium', null].sort(priorityOrder(['High', 'Medium', 'Low']))).toEqual([
    'High',
    'Medium',
    'Low',
    'Alpha',
    'Zeta',
    null,
    null,
  ])
  expect(priorityOrder([])('P1', 'P1')).toBe(0)
})
