import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {HEALTHS} from '../../model/health.ts'
import type {PageStatusItem} from '../../model/page.ts'
import type {Status} from '../../model/status.ts'
import {report} from '../../report.ts'
import {EVERYTHING, filteredSections, filterOf, filterQuery, type Filter} from './filter.ts'
import {toStatus} from '../files/status.ts'
import {filtered} from '../timeline/groups.ts'

const status: Status = toStatus(
  report({
    text: readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8'),
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T12:00:00Z',
    today: '2026-11-25',
    evidence: null,
  }),
  null,
)
const shown = (filter: Partial<Filter>): readonly PageStatusItem[] =>
  filteredSections(status, {...EVERYTHING, ...filter}).flatMap(({items}) => items)

test('without a filter everything is there, word for word', () => {
  expect(filteredSections(status, EVERYTHING)).toEqual(status.sections)
})

test('each item has one health: the healths share the items among them', () => {
  expect(HEALTHS.flatMap((health) => shown({health})).length).toBe(status.totals.items)
  expect(shown({health: 'late'}).every(({health}) => health === 'late')).toBe(true)
})

test('"open only" leaves the tasks that are not done, and no item without one', () => {
  const items = shown({open: true})
  expect(items.reduce((sum, {tasks}) => sum + tasks.length, 0)).toBe(status.totals.tasks - status.totals.done)
  expect(items.map(({id}) => id)).not.toContain(
    status.sections.flatMap((section) => section.items).find(({health}) => health === 'done')?.id,
  )
  // The item keeps its own count.
  expect(items.find(({id}) => id === '1.1')).toMatchObject({done: 1, tasksTotal: 3})
})

test('words narrow to the tasks that hold them, or to all of an item whose own words do', () => {
  expect(shown({text: 'jwt', open: true}).map(({id, tasks}) => [id, tasks.map(({text}) => text)])).toMatchInlineSnapshot(`
    [
      [
        "2.2",
        [
          "Move JWT secret to secure credential store",
          "Implement proper key rotation mechanism",
          "Add API rate limiting middleware",
          "Implement request validation and sanitization",
        ],
      ],
    ]
  `)
  expect(shown({text: '2.1'}).map(({id, tasks, tasksTotal}) => [id, tasks.length === tasksTotal])).toEqual([['2.1', true]])
  expect(shown({text: 'no such word'})).toEqual([])
})

test('the address carries what narrows, and nothing else', () => {
  expect(filterQuery(EVERYTHING)).toBe('')
  const filter: Filter = {health: 'at-risk', fields: {priority: 'P0', owner: 'a b'}, open: true, sort: 'due', text: 'c & d'}
  expect(filterOf(new URLSearchParams(filterQuery(filter)))).toEqual(filter)
  expect(filterOf(new URLSearchParams('health=fine&tasks=all'))).toEqual(EVERYTHING)
})

test('the timeline and the progress page find the same items by name, section, phase, priority and owner', () => {
  const words = status.sections.flatMap(({label, items}) => [label, ...items.flatMap((item) => [item.label, item.priority ?? ''])])
  for (const text of [...words, ...status.phases.map(({title}) => title), '  CREDENTIAL\n2.1 '])
    for (const id of filtered(status, text, 'all'))
      expect(
        shown({text}).map((item) => item.id),
        text,
      ).toContain(id)
  const [phase] = status.phases
  expect(
    shown({text: phase?.title ?? ''})
      .map(({id}) => id)
      .sort(),
  ).toEqual([...(phase?.items ?? [])].sort())
})
