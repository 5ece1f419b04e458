import {expect, test} from 'vitest'
import type {Health} from '../../model/health.ts'
import type {PlanLine} from '../../model/plan-line.ts'
import {groupedRows, matchesPlan, otherRows, sortedRows, type PlanRow} from './plan-rows.ts'

const row = (name: string, health: Health | null, done = 0, planned: string | null = null, lateDays: number | null = null): PlanRow => ({
  key: name,
  name,
  page: null,
  line:
    health === null
      ? null
      : ({
          source: {path: `${name}/plan.md`},
          totals: {tasks: 10, done},
          end: {planned},
          verdict: {health, forecast: null},
          urgent: lateDays === null ? null : {lateDays, owners: ['ana']},
        } as unknown as PlanLine),
  other: null,
})
const ROWS = [
  row('web', 'on-track', 9, '2026-12-01'),
  row('Api', 'late', 3, '2026-11-01', 3),
  row('gone', null),
  row('data', 'late', 5, null, 9),
  row('ops', 'done', 10, '2026-10-01'),
]
const names = (rows: readonly PlanRow[]): readonly string[] => rows.map(({name}) => name)

test('plans are ordered by name, verdict, progress or end; of the same as they are listed', () => {
  expect(names(sortedRows(ROWS, 'listed'))).toEqual(['web', 'Api', 'gone', 'data', 'ops'])
  expect(names(sortedRows(ROWS, 'plan'))).toEqual(['Api', 'data', 'gone', 'ops', 'web'])
  expect(names(sortedRows(ROWS, 'verdict'))).toEqual(['gone', 'data', 'Api', 'web', 'ops'])
  expect(names(sortedRows(ROWS, 'done'))).toEqual(['Api', 'data', 'web', 'ops', 'gone'])
  expect(names(sortedRows(ROWS, 'end'))).toEqual(['ops', 'Api', 'web', 'gone', 'data'])
})

test('groups are by verdict, the worst first; what has no numbers is first of all', () => {
  expect(groupedRows(ROWS).map(({health, rows}) => [health, names(rows)])).toEqual([
    [null, ['gone']],
    ['late', ['Api', 'data']],
    ['on-track', ['web']],
    ['done', ['ops']],
  ])
})

test('a plan is found by its name, its file and who is late', () => {
  const found = (query: string): readonly string[] => names(ROWS.filter((one) => matchesPlan(one, query)))
  expect(found('API')).toEqual(['Api'])
  expect(found('ana plan.md')).toEqual(['Api', 'data'])
  expect(found('nobody')).toEqual([])
})

test('an address that was never read is a row with the reason; one that fails now keeps its plans', () => {
  const failure = {code: 'timeout', facts: {seconds: 10}} as const
  const address = {url: 'https://a.example/plans.json', name: null, link: null, plans: [], checkedAt: null, digest: null, failure}
  expect(otherRows([address])).toEqual([
    {
      key: address.url,
      name: address.url,
      page: null,
      line: null,
      other: {checkedAt: null, failure: {cause: failure, since: null}},
    },
  ])
  expect(otherRows([{...address, failure: null}])).toEqual([])
  const plan = {id: 'a', name: 'A', link: null, line: null, failure: null}
  expect(otherRows([{...address, plans: [plan], checkedAt: '2026-11-20T00:00:00Z'}])).toMatchObject([
    {name: 'A', other: {failure: {cause: failure, since: '2026-11-20T00:00:00Z'}}},
  ])
})
