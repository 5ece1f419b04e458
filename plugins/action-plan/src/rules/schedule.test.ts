import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Report} from '../model/report.ts'
import {report} from '../report.ts'
import type {RuleId} from './rules.ts'

const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-23T12:00:00Z',
    today: null,
    evidence: null,
  })
const messages = (text: string, rule: string): readonly string[] =>
  read(text)
    .problems.filter((one) => one.rule === rule)
    .map(({line, reason}) => `${line}: ${reason}`)
const PLAN = readFileSync(new URL('../../../../docs/plan/action-plan.md', import.meta.url), 'utf8')

interface Parts {
  readonly settings?: string
  readonly one?: string
  readonly two?: string
  readonly schedule?: string
}

/** A plan without any contradiction, and what is changed in it. */
const plan = ({
  settings = 'start: 2026-11-23',
  one = '**Timeline**: 2 days',
  two = '**Timeline**: 2 days',
  schedule = '### Week 1 (P0)\n- 1.1\n### Week 2 (P1)\n- 2.1',
}: Parts): string =>
  `---\nplan:\n  ${settings}\n---\n# Plan\n## Priority Levels\n- **P0 (Critical)**: outage - Immediate action required\n- **P1 (High)**: pain - Within 2 weeks\n## Items\n### 1. Alpha (P0)\n#### 1.1 Vault\n- [ ] Move secrets.yaml\n${one}\n### 2. Beta (P1)\n#### 2.1 Coverage\n- [ ] b\n${two}\n## Implementation Schedule\n${schedule}\n`

const CASES: readonly (readonly [RuleId, Parts, readonly string[]])[] = [
  [
    'schedule/overcommitted',
    {one: '**Timeline**: 8 days', schedule: '### Week 1 (P0)\n- 1.1\n### Week 2-3 (P1)\n- 2.1'},
    ['19: 8 days of work in 5 working days need 1.6 people'],
  ],
  [
    'schedule/understaffed',
    {settings: 'team: 1', one: '**Timeline**: 8 days'},
    ['19: 8 days of work in 5 working days need 1.6 people, but the team has 1'],
  ],
  [
    'schedule/understaffed',
    {settings: 'team: 2', one: '**Timeline**: 12 days'},
    ['19: 12 days of work in 5 working days need 2.4 people, but the team has 2'],
  ],
  ['schedule/overrun', {one: '**Timeline**: 7 days'}, ['11: 1.1 Vault takes 7 working days and ends 2 working days after Week 1']],
  [
    'schedule/misses-deadline',
    {schedule: '### Week 1 (P1)\n- 2.1\n### Week 2 (P0)\n- 1.1'},
    ['11: 1.1 Vault starts 2026-11-30, 5 working days after the P0 deadline ("Immediate action required")'],
  ],
  [
    'schedule/misses-deadline',
    {schedule: '### Week 1 (P0)\n- 1.1\n### Week 3 (P1)\n- 2.1'},
    ['15: 2.1 Coverage ends 2026-12-08, 2 working days after the P1 deadline ("Within 2 weeks")'],
  ],
  [
    'schedule/misses-due-date',
    {two: '**Timeline**: 2 days\n\n**Due**: 2026-11-25'},
    ['19: 2.1 Coverage is due 2026-11-25, but its planned end is 2026-12-01'],
  ],
  [
    'schedule/longer-than-deadline',
    {two: '**Timeline**: 3 weeks'},
    ['17: 2.1 Coverage takes 15 working days, but the P1 deadline is 10 working days ("Within 2 weeks")'],
  ],
  [
    'schedule/other-priority',
    {schedule: '### Week 1 (P0)\n- 1.1, 2.1'},
    ['20: "1.1, 2.1" names 2.1, which has priority P1, but the heading of this phase says P0'],
  ],
  [
    'schedule/unplaced-item',
    {schedule: '### Week 1 (P0)\n- 1.1'},
    ['15: 2.1 Coverage is in no phase: no line names it and no heading names its priority (P1)'],
  ],
  ['schedule/order', {schedule: '### Week 1 (P1)\n- 2.1\n### Week 2 (P0)\n- 1.1'}, ['19: Week 1 takes P1 before Week 2 takes P0']],
  ['schedule/beyond-calendar', {one: '**Timeline**: 9000000 days'}, ['11: 1.1 Vault would end after the year 9999, so it has no dates']],
  [
    'schedule/beyond-calendar',
    {settings: 'start: 9998-11-23', schedule: '### Week 1 (P0)\n- 1.1\n### Week 90 (P1)\n- 2.1'},
    ['15: 2.1 Coverage would end after the year 9999, so it has no dates', '21: Week 90 would end after the year 9999, so it has no dates'],
  ],
  [
    'schedule/before-start',
    {settings: 'start: 2026-11-23', schedule: '### October 2026 (P0)\n- 1.1\n### November 2026 (P1)\n- 2.1'},
    [
      '19: October 2026 begins on 2026-10-01, before the plan starts on 2026-11-23; it has no days',
      '21: November 2026 begins on 2026-11-01, before the plan starts on 2026-11-23; its days before the start do not count',
    ],
  ],
  [
    'schedule/order',
    {one: '**Timeline**: 2 days\n\n**Depends on**: 2.1'},
    ['15: 1.1 Vault waits for 2.1 Coverage, which is in a later phase'],
  ],
]

test('the plan that the cases change contradicts itself in nothing', () => {
  expect(read(plan({})).problems.filter(({rule}) => rule.startsWith('schedule/'))).toEqual([])
})

describe.each(CASES)('%s', (rule, parts, expected) => {
  test(`says: ${expected[0] ?? 'nothing'}`, () => {
    expect(messages(plan(parts), rule)).toEqual(expected)
  })
})

test('an item that no line names is told with the phase that its priority gave it', () => {
  const text = plan({schedule: '### Week 1 (P0)\n- Section 1.9 of something\n### Week 2 (P1)\n- 2.1'})
  expect(messages(text, 'schedule/unnamed-item')).toEqual([
    '11: no line of the schedule names 1.1 Vault; it is in Week 1 because of its priority',
  ])
})

test('a heading in the schedule that is meant as a period and is none is said to be none; one in other words is none', () => {
  const schedule = (heading: string): string => plan({schedule: `### Week 1 (P0)\n- 1.1\n\n### ${heading}\n- **P0**: critical - now\n`})
  expect(messages(schedule('Week 4 - Month 2'), 'schedule/unreadable-period')).toMatchObject([
    expect.stringContaining('"Week 4 - Month 2"'),
  ])
  for (const other of ['Priority Levels', 'Later perhaps', 'Notes', 'Set up (0.5 days)', 'Step 1: Create app/x.lua'])
    expect(messages(schedule(other), 'schedule/unreadable-period')).toEqual([])
})

test('a plan that is called a roadmap is no schedule', () => {
  expect(messages('# Roadmap\n\n## Risks\n\n- many\n\n## 1. Work (P1)\n\n### 1.1 Thing\n- [ ] a\n', 'schedule/unreadable-period')).toEqual(
    [],
  )
})

test('a period without a year, where nothing gives one', () => {
  const heading = '## Sprint 12 (Oct 5 - Oct 16)\n\n- [ ] a\n'
  expect(messages(heading, 'schedule/no-year')).toMatchObject([expect.stringContaining('has no year')])
  expect(messages(`---\nplan: {start: 2026-09-07}\n---\n\n${heading}`, 'schedule/no-year')).toEqual([])
})

test('a quarter of a fiscal year has no dates before the settings say when that begins, and never those of the calendar', () => {
  const heading = '## Q1 FY26\n\n- [ ] a\n'
  expect(messages(heading, 'schedule/fiscal-year')).toEqual([
    '1: "Q1 FY26" is a part of a fiscal year, and the settings do not say when that begins, so the phase has no dates',
  ])
  const dates = (settings: string): readonly unknown[] =>
    read(`---\nplan: {start: 2025-11-03${settings}}\n---\n\n${heading}`).phases.map(({start, finish}) => [start, finish])
  expect(dates('')).toEqual([[null, null]])
  expect(dates(', fiscalYear: {2026: 2025-10-01}')).toEqual([['2025-11-03', '2025-12-31']])
})

test('what the action plan contradicts itself in', () => {
  const rules = new Map<string, number>()
  for (const {rule} of read(PLAN).problems) if (rule.startsWith('schedule/')) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  expect(Object.fromEntries([...rules].sort())).toMatchInlineSnapshot(`
    {
      "schedule/longer-than-deadline": 1,
      "schedule/misses-deadline": 8,
      "schedule/other-priority": 1,
      "schedule/overcommitted": 4,
      "schedule/unnamed-item": 6,
    }
  `)
})
