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
