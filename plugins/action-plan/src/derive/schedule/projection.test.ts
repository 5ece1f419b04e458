import {expect, test} from 'vitest'
import {project, type Remaining} from './projection.ts'

const item = (id: string, days: number | null, more: Partial<Remaining> = {}): Remaining => ({
  id,
  days,
  from: 0,
  dependsOn: [],
  owners: [],
  ...more,
})
const shown = (items: readonly Remaining[], team: number | null): string =>
  [...project(items, team)].map(([id, {from, to}]) => `${id} ${from}-${to}`).join(', ')

test('as many items at once as there are people, the most urgent first', () => {
  const items = [item('a', 3), item('b', 2), item('c', 2)]
  expect(shown(items, null)).toBe('a 0-3, b 0-2, c 0-2')
  expect(shown(items, 2)).toBe('a 0-3, b 0-2, c 2-4')
  expect(shown(items, 1)).toBe('a 0-3, b 3-5, c 5-7')
})

test('what waits starts when the last one it waits for is over; done items hold nobody up', () => {
  expect(shown([item('c', 1, {dependsOn: ['a', 'b', 'gone']}), item('a', 2), item('b', 4), item('d', 0)], null)).toBe('a 0-2, b 0-4, c 4-5')
  expect(shown([item('d', 0), item('e', 1, {dependsOn: ['d']})], 1)).toBe('e 0-1')
})

test('one person works on one item a day, and steps in where a day is free', () => {
  const owned = [item('a', 2, {owners: ['ann'], from: 1}), item('b', 2, {owners: ['ann']}), item('c', 2, {owners: ['ann', 'bob']})]
  expect(shown(owned, null)).toBe('a 1-3, b 0-4, c 0-2')
})

test('without a length there is no projection, of what waits for it neither; a circle has none', () => {
  expect(shown([item('a', null), item('b', 1, {dependsOn: ['a']}), item('c', 1)], null)).toBe('c 0-1')
  expect(shown([item('a', 1, {dependsOn: ['b']}), item('b', 1, {dependsOn: ['a']})], null)).toBe('')
})

test('an absurd length has no projection, and many items take little time', () => {
  expect(shown([item('a', 1e12), item('b', 1)], 1)).toBe('b 0-1')
  const many = Array.from({length: 20_000}, (_, at) => item(`i${at}`, 3, {dependsOn: at % 7 === 0 ? [] : [`i${at - 1}`]}))
  const started = performance.now()
  expect(project(many, 3).size).toBe(20_000)
  expect(performance.now() - started).toBeLessThan(2000)
})
