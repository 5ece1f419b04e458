import {expect, test} from 'vitest'
import {addAll, largest, smallest} from './list.ts'

const MANY = 300_000
const many = Array.from({length: MANY}, (_, at) => at)

test('a list of more values than a call takes arguments', () => {
  const list = [-1]
  addAll(list, many)
  expect([list.length, list[0], list.at(-1)]).toEqual([MANY + 1, -1, MANY - 1])
  expect([largest(many), smallest(many)]).toEqual([MANY - 1, 0])
})

test('none, and a least', () => {
  expect([largest([]), largest([], 3), largest([1, 2], 3), smallest([])]).toEqual([-Infinity, 3, 3, Infinity])
})
