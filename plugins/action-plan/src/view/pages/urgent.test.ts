import {expect, test} from 'vitest'
import type {Health} from '../../model/health.ts'
import {urgent} from '../../model/urgent.ts'
import {urgentText} from './urgent.ts'
import {lateText} from '../words/wording.ts'

const one = (id: string, priority: string | null, health: Health, lateDays: number | null = null) => ({id, priority, health, lateDays})

test('by priority in the order of the legend, none last; then what is late the longest; what is at risk after it', () => {
  const items = [
    one('a', null, 'late', 90),
    one('b', 'Could', 'late', 60),
    one('c', 'Must', 'at-risk'),
    one('d', 'Must', 'late', 3),
    one('e', 'Must', 'late', 115),
    one('f', 'Must', 'done'),
    one('g', 'Must', 'late', 3),
  ]
  expect(urgent(items, ['Must', 'Could', null]).map(({id}) => id)).toEqual(['e', 'd', 'g', 'c', 'b', 'a'])
})

test.each([
  [1, '1 day late'],
  [13, '13 days late'],
  [14, '2 weeks late'],
  [20, '2 weeks late'],
  [115, '16 weeks late'],
])('%d days are "%s"', (days, text) => expect(lateText(days)).toBe(text))

test('a line says how long, whose and why', () => {
  const because = 'was due 2026-11-06; 1 of 3 tasks done'
  expect(urgentText({health: 'late', lateDays: 21, owners: ['ann', 'bo'], because})).toBe(`3 weeks late, @ann, @bo: ${because}`)
  expect(urgentText({health: 'at-risk', lateDays: null, owners: [], because})).toBe(`at risk: ${because}`)
})
