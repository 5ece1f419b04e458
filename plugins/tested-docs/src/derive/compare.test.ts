import {expect, test} from 'vitest'
import {compare} from './compare.ts'

test('exact lines; white space at the end does not count', () => {
  expect(compare(['a', 'b'], 'a  \nb\n\n')).toBeNull()
  expect(compare([], '')).toBeNull()
  expect(compare([], 'x\n')).toEqual({index: 0, expected: null, actual: 'x'})
})

test('the first line that differs is named', () => {
  expect(compare(['a', 'b', 'c'], 'a\nB\nc')).toEqual({index: 1, expected: 'b', actual: 'B'})
  expect(compare(['a', 'b'], 'a')).toEqual({index: 1, expected: 'b', actual: null})
  expect(compare(['a'], 'a\nb')).toEqual({index: 1, expected: null, actual: 'b'})
})

test('… stands for text in a line, and alone for any number of lines', () => {
  expect(compare(['port …: (ok)'], 'port 5432: (ok)')).toBeNull()
  expect(compare(['port …: (ok)'], 'port 5432: [ok]')).not.toBeNull()
  expect(compare(['a', '…', 'z'], 'a\n1\n2\nz')).toBeNull()
  expect(compare(['a', '…', 'z'], 'a\nz')).toBeNull()
  expect(compare(['a', '…', 'z'], 'a\nz\ny')).not.toBeNull()
  expect(compare(['…', 'b', '…', 'b'], 'a\nb\nc\nb')).toBeNull()
})

test('nothing else is a pattern', () => {
  for (const text of ['.*', 'a+', '[a]', '(a|b)', '$x^', '\\d', '{1}']) {
    expect(compare([text], text)).toBeNull()
    expect(compare([text], 'aab')).not.toBeNull()
  }
})

test('many gaps in a long output stay fast', () => {
  const output = Array.from({length: 2000}, (_, index) => `line ${index}`).join('\n')
  expect(compare(['…', 'line 1', '…', 'line 2', '…', 'no such line', '…'], output)).not.toBeNull()
})
