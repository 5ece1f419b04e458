import {expect, test} from 'vitest'
import {readFields} from './fields.ts'

const read = (line: string): readonly string[] => readFields(line).map(({name, value}) => `${name} ${value}`)

test.each([
  ['**Due**: 2026-11-20', ['due 2026-11-20']],
  ['**Priority**: P0 | **Effort**: 2 days', ['priority P0', 'duration 2 days']],
  ['Owner: @ana | Due: 2026-11-20 | Timeline: 3 days', ['owner @ana', 'due 2026-11-20', 'duration 3 days']],
  ['**Owner**: @ana<br>**Due**: 2026-11-20<br/>Effort: 1 day', ['owner @ana', 'due 2026-11-20', 'duration 1 day']],
  ['**Owner**: @ana, **Due**: 2026-11-20', ['owner @ana', 'due 2026-11-20']],
  ['Timeline: 3 days, Due: Dec 4, 2026', ['duration 3 days', 'due Dec 4, 2026']],
  ['**Due**: 2026-11-20 **Owner**: @ana', ['due 2026-11-20', 'owner @ana']],
  ['📅 **Due**: 2026-11-20', ['due 2026-11-20']],
  ['**⏱️ Timeline**: 1 week\\', ['duration 1 week']],
  ['Due:', ['due ']],
  // What only looks like several.
  ['**Owner**: Ann, Bo', ['owner Ann, Bo']],
  ['**Depends on**: Set up, Build: the image', ['dependsOn Set up, Build: the image']],
  ['**Issue**: no owner, due: never, **time**: lost', ['issue no owner, due: never, **time**: lost']],
  ['**Issue**: slow | **Owner**: Ann', ['issue slow', 'owner Ann']],
  ['Note: the due: date', []],
  ['🚀 Launch', []],
])('%s', (line, expected) => expect(read(line)).toEqual(expected))

test('each field knows where it and its value begin', () => {
  const line = '📅 **Due**: 2026-11-20 | **Owner**: @ana'
  expect(readFields(line).map(({at, valueAt}) => [line.slice(at, at + 6), line.slice(valueAt, valueAt + 4)])).toEqual([
    ['📅 **D', '2026'],
    ['**Owne', '@ana'],
  ])
})
