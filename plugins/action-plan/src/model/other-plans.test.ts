import {describe, expect, test} from 'vitest'
import {newestPlans, otherName, plansOfIndex, type OtherPlan} from './other-plans.ts'
import type {PlanLine} from './plan-line.ts'
import type {IndexedPlan} from './plans-index.ts'

const lineAt = (committedAt: string | null, statusDate = '2026-11-24', title = 'Plan'): PlanLine =>
  ({title, statusDate, source: {path: 'plan.md', commit: 'c', committedAt}}) as PlanLine
const plan = (line: PlanLine | null, id = 'a'): OtherPlan => ({id, name: null, link: null, line, failure: null})

describe('an older answer is never shown as a new one', () => {
  const [older, newer] = [lineAt('2026-11-20T00:00:00Z'), lineAt('2026-11-21T00:00:00+02:00')]
  test('the newer one stays, and why is told', () => {
    expect(newestPlans([plan(newer)], [plan(older)])).toEqual([
      {...plan(newer), failure: {cause: {code: 'older', facts: {committedAt: '2026-11-20'}}, since: null}},
    ])
    expect(newestPlans([plan(older)], [plan(newer)])).toEqual([plan(newer)])
  })
  test('of the same commit the later day is the newer one', () => {
    const [yesterday, today] = [lineAt('2026-11-20T00:00:00Z', '2026-11-23'), lineAt('2026-11-20T00:00:00Z', '2026-11-24')]
    expect(newestPlans([plan(today)], [plan(yesterday)])[0]?.line).toBe(today)
    expect(newestPlans([plan(yesterday)], [plan(today)])[0]?.line).toBe(today)
  })
  test('without a time nothing is older; what has no numbers now keeps those that are known; what is no longer told of goes', () => {
    expect(newestPlans([plan(newer)], [plan(lineAt(null))])[0]?.line?.source.committedAt).toBeNull()
    expect(newestPlans([plan(newer)], [plan(null)])[0]?.line).toBe(newer)
    expect(newestPlans([plan(newer), plan(newer, 'b')], [plan(newer, 'b')]).map(({id}) => id)).toEqual(['b'])
  })
})

test('a plan is called by what the site calls it, by its title, or by where it is', () => {
  const url = 'https://a.example/status.json'
  expect(otherName({...plan(lineAt(null)), name: 'Ours'}, {url})).toBe('Ours')
  expect(otherName(plan(lineAt(null)), {url})).toBe('Plan')
  expect(otherName(plan(lineAt(null, '2026-11-24', '')), {url})).toBe('a')
  expect(otherName(plan(null, ''), {url})).toBe(url)
})

test('an index leads to addresses of the web alone', () => {
  const entry = (link: string | null): IndexedPlan => ({
    id: 'a',
    repository: 'https://h.example/a',
    listed: null,
    plan: 'PLAN.md',
    link,
    status: null,
    line: null,
    failure: null,
  })
  const links = ['https://h.example/a', 'javascript:alert(1)', 'data:text/html,x', ' https://h.example', null]
  expect(plansOfIndex({schemaVersion: 1, madeBy: '1', plans: links.map(entry)}).map(({link}) => link)).toEqual([
    'https://h.example/a',
    null,
    null,
    null,
    null,
  ])
  expect(plansOfIndex({schemaVersion: 1, madeBy: '1', plans: [entry(null)]})[0]?.name).toBe('https://h.example/a PLAN.md')
})
