import {expect, test} from 'vitest'
import {ROWS} from './rows.ts'

test('each kind of site is one row', () => {
  const names = ROWS.map(({name}) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const {changed} of ROWS) expect(changed).not.toBe('')
})
