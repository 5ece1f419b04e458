import {expect, test} from 'vitest'
import {INDEX_VERSION, type IndexedPlan, type PlansIndex} from '../model/plans-index.ts'
import type {OtherAddress} from '../model/other-plans.ts'
import {lineOfStatus} from '../model/plan-line.ts'
import {report} from '../report.ts'
import {toStatus} from '../view/files/status.ts'
import type {Answer} from './fetch-status.ts'
import {afterAnswer, othersInterval, othersView} from './others.ts'
import {readOthers, validateIndex} from './read-others.ts'

const statusAt = (committedAt: string, done: number): ReturnType<typeof toStatus> =>
  toStatus(
    report({
      text: `# P\n## 1. S\n- [${done > 0 ? 'x' : ' '}] a\n- [ ] b\n**Owner**: @ana\n`,
      source: {path: 'plan.md', commit: 'a1', committedAt, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-24T12:00:00Z',
      today: null,
      evidence: null,
    }),
    null,
  )
const NOW = Date.parse('2026-11-24T13:00:00Z')
const BUILT: OtherAddress = {
  url: 'https://a.example/x/status.json',
  name: null,
  link: null,
  plans: [],
  checkedAt: null,
  digest: null,
  failure: {code: 'unreachable', facts: {}},
}
const entry = (more: Partial<IndexedPlan>): IndexedPlan => ({
  id: 'web/plan',
  repository: 'https://h.example/web',
  listed: null,
  plan: 'PLAN.md',
  link: null,
  status: 'web/plan/status.json',
  line: lineOfStatus(statusAt('2026-11-24T10:00:00Z', 1)),
  failure: null,
  ...more,
})
const index = (...plans: readonly IndexedPlan[]): PlansIndex => ({schemaVersion: INDEX_VERSION, madeBy: '1', plans})

test('a status is a plan with the page beside it; a failure keeps it; an older one does not replace it', () => {
  const first = afterAnswer(BUILT, {kind: 'status', status: statusAt('2026-11-24T10:00:00Z', 1), digest: 'd'}, NOW)
  expect(first).toMatchObject({
    plans: [{id: '', link: 'https://a.example/x/progress', line: {title: 'P', totals: {done: 1, tasks: 2}, owners: 1}}],
    checkedAt: '2026-11-24T13:00:00.000Z',
    digest: 'd',
    failure: null,
  })
  const failed = afterAnswer(first, {kind: 'failed', cause: {code: 'answered', facts: {status: 503}}, wait: null, gone: false}, NOW + 1000)
  expect(failed).toEqual({...first, failure: {code: 'answered', facts: {status: 503}}})
  expect(afterAnswer(failed, {kind: 'status', status: statusAt('2026-11-23T10:00:00Z', 0), digest: 'e'}, NOW)).toMatchObject({
    plans: [{line: {totals: {done: 1}}, failure: {cause: {code: 'older'}}}],
  })
})

test('an index says when its repositories were asked: a page that asks it now does not make it younger', () => {
  const built = {...BUILT, url: 'https://a.example/plans.json'}
  const told: Answer = {kind: 'index', index: index(entry({})), digest: 'd', checkedAt: '2026-11-20T00:00:00Z'}
  const read = afterAnswer(built, told, NOW)
  expect(read).toMatchObject({plans: [{id: 'web/plan', line: {title: 'P'}}], checkedAt: '2026-11-20T00:00:00Z'})
  expect(afterAnswer(read, {kind: 'same', digest: 'd', build: null, checkedAt: '2026-11-21T00:00:00Z'}, NOW)).toEqual({
    ...read,
    checkedAt: '2026-11-21T00:00:00Z',
  })
})

test('an index that is not one, of another version, or that does not add up is refused with its place', () => {
  const line = entry({}).line as NonNullable<IndexedPlan['line']>
  expect(validateIndex(index(entry({}), entry({line: null})))).toHaveProperty('index')
  expect(validateIndex({...index(), schemaVersion: 2})).toEqual({reason: 'schemaVersion: unexpected 2, expected 1'})
  expect(validateIndex(null)).toHaveProperty('reason')
  expect(validateIndex(index(entry({line: {...line, totals: {...line.totals, done: 3}}})))).toEqual({
    reason: 'web/plan: unexpected 3 of 2 tasks done, expected no more than there are',
  })
  expect(validateIndex(index(entry({line: {...line, totals: {...line.totals, percent: 51}}})))).toEqual({
    reason: 'web/plan: unexpected 51 percent, expected 50 for 1 of 2 tasks',
  })
  expect(validateIndex(index(entry({line: {...line, totals: {...line.totals, itemsDone: 2}}})))).toEqual({
    reason: 'web/plan: unexpected 2 of 1 items done, expected no more than there are',
  })
  expect(validateIndex(index(entry({line: {...line, statusDate: '2026-13-01'}})))).toEqual({
    reason: 'plans[0].line.statusDate: unexpected "2026-13-01", expected an ISO date',
  })
  const since = '2026-11-24T10:00:00Z'
  expect(validateIndex(index(entry({failure: {cause: {code: 'answered', facts: {status: 503}}, since}})))).toHaveProperty('index')
  expect(validateIndex(index(entry({failure: {cause: {code: 'answered', facts: {}} as never, since}})))).toHaveProperty('reason')
  expect(validateIndex(index(entry({link: 3 as unknown as string})))).toEqual({
    reason: 'plans[0].link: unexpected 3, expected a string',
  })
  expect(readOthers({anything: 1}, BUILT, NOW)).toEqual({reason: 'schemaVersion: unexpected nothing, expected 2'})
})

test('addresses are asked seldom: every five minutes, no more than ten in a minute, and not at all where polling is off', () => {
  expect(othersInterval(1, 60)).toBe(300_000)
  expect(othersInterval(1, 900)).toBe(900_000)
  expect(othersInterval(500, 60)).toBe(3_000_000)
  expect(othersInterval(1, 0)).toBe(0)
})

test('while somebody looks each address is asked, and no longer', () => {
  const takes = new Map<string, (answer: Answer) => void>()
  const built = [BUILT, {...BUILT, url: 'https://b.example/status.json', digest: 'built'}]
  const known: (string | null)[] = []
  const view = othersView(built, 60, (url, interval, take, name) => {
    expect(interval).toBe(300_000)
    takes.set(url, (answer) => take({at: NOW, answer}))
    known.push(name())
    return () => void takes.delete(url)
  })
  expect(view.get()).toBe(built)
  let told = 0
  const end = view.subscribe(() => void told++)
  expect(known).toEqual([null, 'built'])
  takes.get(BUILT.url)?.({kind: 'status', status: statusAt('2026-11-24T10:00:00Z', 1), digest: 'd'})
  expect(told).toBe(1)
  expect(view.get()[0]?.plans).toHaveLength(1)
  expect(view.get()[1]).toBe(built[1])
  end()
  expect(takes.size).toBe(0)
  // Without polling nobody asks.
  othersView(built, 0, () => {
    throw new Error('asked')
  }).subscribe(() => undefined)
})
