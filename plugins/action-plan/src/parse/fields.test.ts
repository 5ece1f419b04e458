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
  // Other languages; a word for both a date and a length of time is what its value says.
  ['**Зависимости**: 1.1', ['dependsOn 1.1']],
  ['Исполнитель: Анна', ['owner Анна']],
  ['**Срок**: 3 дня', ['duration 3 дня']],
  ['**Срок**: 4 декабря 2026 г.', ['due 4 декабря 2026 г.']],
  ['**Prioridade**: Alta | **Prazo**: 2026-12-04', ['priority Alta', 'due 2026-12-04']],
  ['**Termin**: 2026-12-04', ['due 2026-12-04']],
  ["Date d'échéance: 2026-12-04", ['due 2026-12-04']],
  ['负责人：张三', ['owner 张三']],
  ['우선순위: 높음', ['priority 높음']],
  ['Zależności: brak', ['dependsOn brak']],
  ['**Time**: ~2 hours **Commits**: 3', ['duration ~2 hours']],
  ['**Time**: ~2 hours | **Commits**: 3 | **Owner**: Ann', ['duration ~2 hours', 'owner Ann']],
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
