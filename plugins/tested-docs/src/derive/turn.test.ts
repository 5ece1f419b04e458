import {expect, test} from 'vitest'
import {turn} from './turn.ts'

const pages = ['a', 'b', 'c', 'd', 'e'].map((id) => ({id, isChanged: id === 'd'}))

test('every page has its turn within as many days as there are parts, and a changed page every day', () => {
  const days = [0, 1, 2].map((day) => [...turn(pages, 3, day)])
  expect(days).toEqual([
    ['a', 'd'],
    ['c', 'd'],
    ['b', 'd', 'e'],
  ])
  expect([...turn(pages, 1, 7)]).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect([...turn([], 3, 0)]).toEqual([])
})
