import {expect, test} from 'vitest'
import {parseInfo} from './info.ts'

const plain = (meta: string): unknown => {
  const {flags, values, unread} = parseInfo(meta)
  return {flags: [...flags], values: Object.fromEntries(values), unread}
}

test('flags, values and quoted values', () => {
  expect(plain('run id=a-b exit=2 reason="needs a \'vault\'" {1,3-5}')).toEqual({
    flags: ['run'],
    values: {id: 'a-b', exit: '2', reason: "needs a 'vault'"},
    unread: [],
  })
})

test('what cannot be read is kept, word for word', () => {
  expect(plain('run ID=x id=a id=b reason="open')).toEqual({
    flags: ['run'],
    values: {id: 'a'},
    unread: ['ID=x', 'id (twice)', 'reason="open'],
  })
  expect(plain('')).toEqual({flags: [], values: {}, unread: []})
})
