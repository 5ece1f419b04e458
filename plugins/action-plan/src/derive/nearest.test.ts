import {expect, test} from 'vitest'
import {didYouMean, nearest} from './nearest.ts'

test('the nearest comes first, whatever its case; what differs too much is no suggestion', () => {
  expect(nearest('item-1-3', ['overall', 'section-1', 'item-1-1', 'item-1-2', 'item-2-9'])).toEqual(['item-1-1', 'item-1-2', 'item-2-9'])
  expect(nearest('Overal', ['item-1-1', 'overall'])).toEqual(['overall'])
  expect(nearest('1.11', ['2.1', '1.1', '1.12'], 1)).toEqual(['1.1'])
  expect(nearest('security', ['x', 'observability'])).toEqual([])
  expect(didYouMean('2.9', ['2.1'])).toBe(' (did you mean 2.1?)')
  expect(didYouMean('nothing like it', ['2.1'])).toBe('')
})
