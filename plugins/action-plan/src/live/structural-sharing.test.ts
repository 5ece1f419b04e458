import fc from 'fast-check'
import {expect, test} from 'vitest'
import {replaceEqualDeep} from './structural-sharing.ts'

const BEFORE = {
  title: 'Plan',
  items: [
    {id: '1.1', tasks: ['a']},
    {id: '1.2', tasks: []},
  ],
  source: null,
}

test('what is equal is the same thing, what differs is new, and so is what holds it', () => {
  const after = {
    ...structuredClone(BEFORE),
    items: [
      {id: '1.1', tasks: ['a']},
      {id: '1.2', tasks: ['b']},
    ],
  }
  const made = replaceEqualDeep(BEFORE, after)
  expect(made).toEqual(after)
  expect(made.items[0]).toBe(BEFORE.items[0])
  expect(made.items[1]).not.toBe(BEFORE.items[1])
  expect(replaceEqualDeep(BEFORE, structuredClone(BEFORE))).toBe(BEFORE)
})

test('it is what comes after, whatever was before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(replaceEqualDeep(before, after)).toEqual(after)
      expect(replaceEqualDeep(after, structuredClone(after))).toBe(after)
    }),
  )
})

test('what is nested deeper than any status is taken as it is', () => {
  const deep = (): unknown => JSON.parse(`{"more":${'['.repeat(100_000)}${']'.repeat(100_000)}, "title": ["a"]}`)
  const [before, after] = [deep(), deep()] as [{title: object}, {title: object}]
  expect(replaceEqualDeep(before, after).title).toBe(before.title)
})
