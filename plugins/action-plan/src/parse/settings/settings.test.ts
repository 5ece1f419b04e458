import {expect, test} from 'vitest'
import {parsePlan} from '../structure/plan.ts'

const read = (settings: string): ReturnType<typeof parsePlan> => parsePlan(`---\nplan:\n  ${settings}\n---\n\n- [ ] a\n`)

test('a revision that looks like a number is read as it is written', () => {
  expect(['baseline: 1.10', 'baseline: 2', 'baseline: 0x1f', 'baseline: v1.0'].map((line) => read(line).plan.settings.baseline)).toEqual([
    '1.10',
    '2',
    '0x1f',
    'v1.0',
  ])
})

test.each(['metrics: {"80% coverage": {report: *.xml}}', 'holidays: &h [*h]', 'baseline: *'])(
  'YAML that stands for nothing is an error with its place: %s',
  (line) =>
    expect(read(line).problems).toMatchObject([
      {rule: 'settings/invalid', line: expect.any(Number) as number, severity: 'error', reason: expect.any(String) as string},
    ]),
)

test.each([
  ['marks: {"x": done, "!": done}', 11, '"x"', {marks: {'-': 'dropped', '!': 'done'}}],
  ['marks: {"!!": done, "!": done}', 11, '"!!"', {marks: {'-': 'dropped', '!': 'done'}}],
  ['marks: {"!": done, "?": doone}', 22, '"?"', {marks: {'-': 'dropped', '!': 'done'}}],
  ['holidays: [2026-12-25, 2026-13-01]', 26, '"2026-13-01"', {holidays: ['2026-12-25']}],
  ['metrics: {a: {items: ["1"]}, b: {repart: x}}', 32, '"b"', {metrics: {a: {items: ['1']}}}],
])('an entry that cannot be used is named at its place, and the others are read: %s', (line, column, named, settings) => {
  const {plan, problems} = read(line)
  const [found, ...more] = problems.filter(({rule}) => rule === 'settings/invalid')
  expect(found).toMatchObject({severity: 'error', line: 3, column})
  expect([found?.reason, found?.fix]).toEqual([expect.stringContaining(named), expect.stringContaining(named)])
  expect(more).toEqual([])
  expect(plan.settings).toMatchObject(settings)
  expect(Object.keys(plan.settings.metrics)).toEqual(line.startsWith('metrics') ? ['a'] : [])
})

test('YAML that is nested too deep is an error at the start of the front matter', () => {
  const {problems} = read(`start: ${'['.repeat(20_000)}`)
  expect(problems).toContainEqual(
    expect.objectContaining({
      rule: 'settings/invalid',
      line: 2,
      column: 1,
      reason: expect.stringContaining('inside one another') as string,
    }),
  )
})

test('a fiscal year is one year and the first day of a month', () => {
  expect(read('fiscalYear: {2026: 2025-10-01}').plan.settings.fiscalYear).toEqual({year: 2026, start: '2025-10-01'})
  for (const value of [
    '2025-10-01',
    '{}',
    '{26: 2025-10-01}',
    '{2026: 2025-10-02}',
    '{2026: October}',
    '{2026: 2025-10-01, 2027: 2026-10-01}',
  ])
    expect(read(`fiscalYear: ${value}`)).toMatchObject({plan: {settings: {fiscalYear: null}}, problems: [{rule: 'settings/invalid'}]})
})

test('the note of the week is a text, with its paragraphs; nothing, a number or a book is none', () => {
  const [found] = ['weeklyNote: |\n    The audit of keys is done.\n\n    Next: the logs.'].map(
    (line) => read(line).plan.settings.weeklyNote,
  )
  expect(found).toBe('The audit of keys is done.\n\nNext: the logs.')
  for (const line of ['weeklyNote: ""', 'weeklyNote: 7', `weeklyNote: ${'a'.repeat(2001)}`])
    expect(read(line)).toMatchObject({plan: {settings: {weeklyNote: null}}, problems: [{rule: 'settings/invalid'}]})
})
