import {expect, test} from 'vitest'
import {pageText, results, withTable} from './figures.ts'

test('the table of the page is the one that was recorded, every run survived or was lost, and none was lost', () => {
  expect(withTable(pageText(), results())).toBe(pageText())
  expect(results().length).toBeGreaterThan(10)
  for (const {of, fault, runs, survived, waits, lost} of results()) {
    expect([of, fault, survived + lost]).toEqual([of, fault, runs])
    expect([of, fault, lost]).toEqual([of, fault, 0])
    expect(waits).toBeLessThanOrEqual(runs)
  }
})
