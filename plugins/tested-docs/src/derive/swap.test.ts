import {expect, test} from 'vitest'
import {swapWords} from './swap.ts'

test('words change places at once, in both directions', () => {
  expect(
    swapWords('app_a|t app_b|f', [
      ['app_a', 'app_b'],
      ['t', 'f'],
    ]),
  ).toBe('app_b|f app_a|t')
  expect(swapWords('1.0.0 110', [['1.0.0', '1.1.0']])).toBe('1.1.0 110')
  expect(swapWords('same', [])).toBe('same')
})
