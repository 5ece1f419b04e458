import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdits, blankLineBefore, insert, replace, type TextEdit} from './edit.ts'

test('edits are applied at their places, whatever their order', () => {
  const edits = [replace({line: 2, column: 3}, 2, 'xyz'), insert({line: 1, column: 1}, '- '), replace({line: 2, column: 6}, 1, '')]
  for (const given of [edits, edits.toReversed()]) expect(applyEdits('first\nab12c3\n', given)).toBe('- first\nabxyzc\n')
})

test('an inserted line ends as the lines of the file do', () => {
  expect(applyEdits('a\r\nb\r\n', [blankLineBefore(2)])).toBe('a\r\n\r\nb\r\n')
  expect(applyEdits('a\r\nb', [blankLineBefore(2)])).toBe('a\r\n\r\nb')
  expect(applyEdits('a\rb', [blankLineBefore(2)])).toBe('a\r\rb')
  expect(applyEdits('a', [blankLineBefore(1)])).toBe('\na')
})

test('a byte-order mark is no column', () => {
  expect(applyEdits('\uFEFF##1. A\n', [insert({line: 1, column: 3}, ' ')])).toBe('\uFEFF## 1. A\n')
})

test('of edits that overlap, or stand at one place, the first is applied', () => {
  expect(applyEdits('abcdef', [replace({line: 1, column: 2}, 3, 'X'), replace({line: 1, column: 3}, 2, 'Y')])).toBe('aXef')
  expect(applyEdits('ab', [blankLineBefore(1), blankLineBefore(1)])).toBe('\nab')
  expect(applyEdits('ab', [insert({line: 1, column: 2}, 'X'), replace({line: 1, column: 2}, 1, 'Y')])).toBe('aXb')
  expect(applyEdits('abcd', [replace({line: 1, column: 1}, 2, 'X'), replace({line: 1, column: 3}, 2, 'Y')])).toBe('XY')
})

test('an edit that was made for another text changes nothing', () => {
  expect(
    applyEdits('ab\n', [insert({line: 9, column: 1}, 'X'), replace({line: 1, column: 2}, 5, 'X'), insert({line: 1, column: 0}, 'X')]),
  ).toBe('ab\n')
})

test('what no edit names stays as it is, in any text', {tags: ['slow']}, () => {
  const texts = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '\uFEFF', '💥'), {maxLength: 30}).map((parts) => parts.join(''))
  const edit = fc.record<TextEdit>({
    line: fc.integer({min: 1, max: 6}),
    column: fc.integer({min: 1, max: 8}),
    length: fc.constantFrom(0, 1, 2),
    text: fc.constantFrom('', '#', '\n'),
  })
  fc.assert(
    fc.property(texts, fc.array(edit, {maxLength: 4}), (text, edits) => {
      const inserted = edits.map((one) => ({...one, length: 0, text: '#'}))
      expect(applyEdits(text, inserted).replaceAll('#', '')).toBe(text)
      expect(applyEdits(text, [])).toBe(text)
      const crlf = /\r(?!\n)|(?<!\r)\n/.test(text) ? null : text
      if (crlf !== null)
        expect(
          applyEdits(
            crlf,
            edits.filter(({length}) => length === 0),
          ),
        ).not.toMatch(crlf.includes('\r\n') ? /(?<!\r)\n/ : /\r/)
    }),
  )
})
