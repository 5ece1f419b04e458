import {expect, test} from 'vitest'
import {queryWith} from './query.ts'

test.each([
  ['', '', '', ''],
  ['', '', '?zoom=days', '?zoom=days'],
  ['?zoom=days', '?zoom=days', '?zoom=weeks', '?zoom=weeks'],
  // What others wrote stays, before what is chosen now.
  ['?zoom=days&team=4', '?zoom=days', '?group=owner', '?team=4&group=owner'],
  ['?team=4&start=2026-12-07&zoom=days', '?team=4&start=2026-12-07', '', '?zoom=days'],
  // What was in the address and says nothing gives way to what does.
  ['?zoom=nothing', '', '?zoom=days', '?zoom=days'],
  ['?q=a+b', '', '?health=late', '?q=a+b&health=late'],
])('of %s, %s becomes %s: %s', (query, part, next, found) => {
  expect(queryWith(query, part, next)).toBe(found)
})
