import {expect, test} from 'vitest'
import {clipped, excerpt} from './problem.ts'
import {firstPart} from './text.ts'

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

test('what is cut is not cut in the middle of a character', () => {
  expect(firstPart('a🎉b', 1)).toBe('a')
  expect(firstPart('a🎉b', 2)).toBe('a')
  expect(firstPart('a🎉b', 3)).toBe('a🎉')
  for (const start of ['', 'x']) {
    const long = start + '🎉'.repeat(700)
    expect(excerpt(long)).not.toMatch(HALF)
    expect(excerpt(long)).toMatch(/^.+…$/u)
    expect(clipped(`unexpected "${long}", expected less`)).not.toMatch(HALF)
    expect(clipped(`unexpected "${long}x", expected less`)).not.toMatch(HALF)
  }
})
