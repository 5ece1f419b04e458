import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

const read = (text: string): readonly string[] => {
  const {plan, problems} = parsePlan(text)
  return [
    ...plan.phases.map(({period}) => (period.unit === 'date' ? `${period.start} to ${period.finish}` : period.unit)),
    ...problems.filter(({rule}) => rule.startsWith('schedule/')).map(({rule}) => rule),
  ]
}
const sections = (...titles: readonly string[]): string => titles.map((title) => `## ${title}\n\n- [ ] a\n`).join('\n')

test('a period without a year follows the start of the plan', () => {
  const start = '---\nplan: {start: 2026-11-02}\n---\n\n'
  expect(read(start + sections('Sprint 12 (5-16 Nov)', 'Phase 2 (Jan 4 - Jan 15)'))).toEqual([
    '2026-11-05 to 2026-11-16',
    '2027-01-04 to 2027-01-15',
    'schedule/assumed-year',
    'schedule/assumed-year',
  ])
})

test('without a start it takes the year of its neighbours', () => {
  expect(read(sections('Sprint 1 (Dec 14 - Dec 18, 2026)', 'Sprint 2 (Jan 4 - Jan 15)'))).toEqual([
    '2026-12-14 to 2026-12-18',
    '2027-01-04 to 2027-01-15',
    'schedule/assumed-year',
  ])
})

test('the week of a day takes its year from the start, else from its neighbours', () => {
  const start = '---\nplan: {start: 2026-11-02}\n---\n\n'
  expect(read(start + sections('Week of Oct 5', 'Week of Nov 9'))).toEqual([
    '2027-10-04 to 2027-10-10',
    '2026-11-09 to 2026-11-15',
    'schedule/assumed-year',
    'schedule/assumed-year',
  ])
  expect(read(sections('Week of Dec 28, 2026', 'Semaine du 4 janvier'))).toEqual([
    '2026-12-28 to 2027-01-03',
    '2027-01-04 to 2027-01-10',
    'schedule/assumed-year',
  ])
  expect(read(sections('Week of Oct 5'))).toEqual(['schedule/no-year'])
})

test('with neither it has no dates, and that is said', () => {
  expect(read(sections('Sprint 12 (Oct 5 - Oct 16)'))).toEqual(['unknown', 'schedule/no-year'])
})

test('a duration in brackets is that of the item', () => {
  const {plan} = parsePlan(
    '# P\n## Phase 1: Base (0.5 days)\n- [ ] a\n## 2. B\n### 2.1 Core (2-3 weeks)\n- [ ] b\n### 2.2 Form (3 days)\n**Timeline**: 1 day\n- [ ] c\n### 2.3 Tests (3 of them)\n- [ ] d\n',
  )
  expect(plan.sections.flatMap(({items}) => items.map(({duration}) => duration?.days ?? null))).toEqual([0.5, 15, 1, null])
})
