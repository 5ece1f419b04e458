import {expect, test} from 'vitest'
import {isStruck, plainWith, withoutStruck} from '../markdown/inline.ts'

test.each([
  ['~~gone~~', 'gone', true],
  ['~gone~', 'gone', true],
  ['~~a ~ b~~', 'a ~ b', true],
  ['~~a~b~~', 'a~b', true],
  ['~~a~~ b ~~c~~', 'a b c', false],
  ['~~a~~ b', 'a b', false],
  ['a ~~ b ~~ c', 'a ~~ b ~~ c', false],
  ['~~~a~~~', '~~~a~~~', false],
])('what is struck in "%s" is struck for its words, and for its state', (text, words, whole) => {
  expect(plainWith({})(text)).toBe(words)
  expect(isStruck(text)).toBe(whole)
  expect(withoutStruck(text)).toHaveLength(text.length)
  if (whole) expect(withoutStruck(text).trim()).toBe('')
})

test('a bracket behind struck words explains why they are struck', () => {
  expect([isStruck('~~Move the fence~~ (dropped)'), isStruck('~~a~~ (b) c'), isStruck('~~a~~ ()')]).toEqual([true, false, false])
})

test('many tildes are read at once', () => {
  const begun = performance.now()
  for (const text of ['~'.repeat(50_000), '~~a '.repeat(20_000), '~a'.repeat(30_000)]) {
    plainWith({})(text)
    isStruck(text)
  }
  expect(performance.now() - begun).toBeLessThan(2000)
})
