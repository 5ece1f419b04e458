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

test.each([
  ['Q1 FY26', '2025-10-01 to 2025-12-31'],
  ['FY2027 Q4: hardening (P1)', '2027-07-01 to 2027-09-30'],
  ['Q3 (FY2026)', '2026-04-01 to 2026-06-30'],
  ['FY26 Q1-Q2', '2025-10-01 to 2026-03-31'],
  ['Phase 2: H2 FY26', '2026-04-01 to 2026-09-30'],
  ['FQ2 2026', '2026-01-01 to 2026-03-31'],
  // Two years are called by the first of them, in which the fiscal year begins.
  ['FY2025/26 Q2', '2026-01-01 to 2026-03-31'],
  ['FY25/26 Q1', '2025-10-01 to 2025-12-31'],
  ['Q2 2025/26', '2026-01-01 to 2026-03-31'],
  ['Q2 2025-26: hardening', '2026-01-01 to 2026-03-31'],
  ['Q2 of fiscal 2026', '2026-01-01 to 2026-03-31'],
  ['FY26Q2', '2026-01-01 to 2026-03-31'],
  ['GJ 2025/26, 2. Quartal', '2026-01-01 to 2026-03-31'],
  ['T2 exercice 2025-2026', '2026-01-01 to 2026-03-31'],
  ['Q2 boekjaar 2025/26', '2026-01-01 to 2026-03-31'],
  ['2026财年第二季度', '2026-01-01 to 2026-03-31'],
  ['2026年度第2四半期', '2026-01-01 to 2026-03-31'],
])('%s is a part of a fiscal year: %s where the settings say when one begins', (title, dates) => {
  const start = 'start: 2025-11-03'
  expect(read(`---\nplan: {${start}, fiscalYear: {2026: 2025-10-01}}\n---\n\n${sections(title)}`).slice(0, 1)).toEqual([dates])
  expect(read(`---\nplan: {${start}}\n---\n\n${sections(title)}`)).toEqual(['unknown', 'schedule/fiscal-year'])
})

test('other words with these letters are no fiscal years', () => {
  expect(read(sections('Verify Q1 fixes', 'Plan for FY26', 'Notify Q2', 'Close FY26 Q1'))).toEqual([])
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

test.each([
  ['Phase 1 – Vorbereitung (KW 48)', '2026-11-23', '2026-11-29'],
  ['Phase 2 (KW 49/50)', '2026-11-30', '2026-12-13'],
  ['KW 51-2: Ruhe', '2026-12-14', '2027-01-17'],
  ['CW 3', '2027-01-18', '2027-01-24'],
])('a week of the calendar has the year of the plan: %s', (heading, start, finish) => {
  const text = `# P\n\n## ${heading}\n\n- [ ] a\n`
  const {plan} = parsePlan(`---\nplan:\n  start: 2026-11-23\n---\n${text}`)
  expect(plan.phases[0]?.period).toEqual({unit: 'date', start, finish})
  const {problems} = parsePlan(text)
  expect(problems.map(({rule, severity}) => `${severity} ${rule}`)).toEqual(['info schedule/no-year'])
})
