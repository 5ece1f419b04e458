import {expect, test} from 'vitest'
import {remembered} from './lexicon.ts'

test('what a text gave is kept, also when that is nothing; of long texts nothing is', () => {
  const read: string[] = []
  const found = remembered((text) => (read.push(text), text === 'none' ? null : text.length))
  expect([found('one'), found('none'), found('one'), found('none')]).toEqual([3, null, 3, null])
  expect(read).toEqual(['one', 'none'])
  const long = 'a'.repeat(301)
  expect([found(long), found(long)]).toEqual([301, 301])
  expect(read.filter((text) => text === long)).toHaveLength(2)
})

test('of many texts the last ones are kept, and each still gives its own', () => {
  let reads = 0
  const found = remembered((text) => (reads++, Number(text)))
  for (let turn = 0; turn < 2; turn++) for (let index = 0; index < 6000; index++) expect(found(String(index))).toBe(index)
  expect(reads).toBeGreaterThan(6000)
  expect(reads).toBeLessThanOrEqual(12_000)
})
