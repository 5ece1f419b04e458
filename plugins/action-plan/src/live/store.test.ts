import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import type {Status} from '../model/status.ts'
import {report} from '../report.ts'
import {toStatus} from '../view/files/status.ts'
import type {Asked} from './poll.ts'
import {store, type LiveSource} from './store.ts'
import {summaryOf} from './summary.ts'

const statusOf = (text: string, committedAt: string, commit: string): Status =>
  toStatus(
    report({
      text,
      source: {path: 'plan.md', commit, committedAt, changedAt: null, dirty: false},
      baseline: null,
      now: committedAt,
      today: '2026-11-24',
      evidence: null,
    }),
    'm.2',
  )
const BEFORE = statusOf('# P\n## 1. S\n- [ ] a\n- [ ] b\n', '2026-11-24T12:00:00Z', 'a1')
const AFTER = statusOf('# P\n## 1. S\n- [x] a\n- [ ] b\n', '2026-11-24T13:00:00Z', 'b2')

beforeEach(() => {
  vi.stubGlobal('document', {scripts: [{src: 'https://docs.example.test/assets/js/main.1.js'}]})
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date']})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A store of a page that was built with the numbers before, and what feeds it. */
function opened() {
  let [take, push, known]: Parameters<LiveSource> = [() => undefined, () => undefined, () => null]
  const made = store(summaryOf(BEFORE), 'before', (hear, told, names) => {
    ;[take, push, known] = [hear, told, names]
    return () => undefined
  })
  let told = 0
  made.subscribe(() => void told++)
  const next = (run: () => void): Promise<void> => {
    const before = told
    run()
    return vi.waitFor(() => expect(told).toBeGreaterThan(before))
  }
  const asked = (status: Status): Asked => ({at: 1, answer: {kind: 'status', status, digest: 'after'}})
  return {
    made,
    known: () => known(),
    take: (status: Status) => next(() => take(asked(status))),
    same: (build: string) => next(() => take({at: 1, answer: {kind: 'same', digest: 'before', build, checkedAt: null}})),
    push: (one: Parameters<typeof push>[0]) => next(() => push(one)),
  }
}

test('while nothing is new the numbers of the build stand, and are known to be those of now', async () => {
  const {made, known, same} = opened()
  expect(known()).toBe('before')
  await same('m.1')
  expect(made.numbers()).toBeNull()
  expect(made.get()).toMatchObject({status: null, check: {state: 'fresh'}, newerSite: false})
  await same('m.2')
  expect(made.get()).toMatchObject({status: null, newerSite: true})
})

test('what names the numbers is what names those that are shown', async () => {
  const {known, take, push} = opened()
  await take(AFTER)
  expect(known()).toBe('after')
  await push({status: BEFORE, good: true, errors: []})
  expect(known()).toBeNull()
})

test('newer numbers are shown with what changed, said once and marked for a moment', async () => {
  const {made, take} = opened()
  expect(made.numbers()).toBeNull()
  await take(AFTER)
  expect(made.numbers()).toEqual(summaryOf(AFTER))
  expect(made.get()).toMatchObject({
    check: {state: 'fresh'},
    newerSite: true,
    rolledBack: false,
    said: {done: 1, tasks: 2, percent: 50, moved: 1, rolledBack: false},
  })
  expect([...made.get().changed].sort()).toEqual(['item 1', 'section 1', 'totals'])
  vi.advanceTimersByTime(8000)
  expect(made.get().changed.size).toBe(0)
})

test('an earlier commit is told, until there is a later one', async () => {
  const {made, take} = opened()
  await take(AFTER)
  await take(BEFORE)
  expect(made.get()).toMatchObject({rolledBack: true, said: {done: 0, tasks: 2, percent: 0, moved: -1, rolledBack: true}})
  await take(BEFORE)
  expect(made.get().rolledBack).toBe(true)
  await take(AFTER)
  expect(made.get().rolledBack).toBe(false)
})

test('what the development server pushes comes with the errors of the plan; when it is gone, the last good answer is remembered', async () => {
  const {made, push} = opened()
  const errors = [{place: 'plan.md:1:1', reason: 'wrong', fix: 'fix it'}]
  await push({status: AFTER, good: true, errors})
  expect(made.get()).toMatchObject({errors, good: true, check: {state: 'fresh'}})
  const {check} = made.get()
  await push({code: 'unreachable', facts: {}})
  expect(made.get().check).toMatchObject({
    state: 'failed',
    cause: {code: 'unreachable', facts: {}},
    freshAt: check.state === 'fresh' ? check.at : null,
  })
})

test('the file of another plan is refused, and a newer site is told all the same', async () => {
  const {made, take, push} = opened()
  await take({...AFTER, source: {...AFTER.source, path: 'other.md'}})
  expect(made.numbers()).toBeNull()
  expect(made.get()).toMatchObject({
    status: null,
    newerSite: true,
    check: {
      state: 'failed',
      cause: {code: 'invalid', facts: {reason: 'source.path: unexpected "other.md", expected "plan.md", the plan of this page'}},
    },
  })
  // The same file, as it is called from another folder, or not named at all.
  for (const path of ['site/plan.md', 'stdin']) {
    await push({status: {...AFTER, source: {...AFTER.source, path}}, good: true, errors: []})
    expect(made.get().check.state).toBe('fresh')
  }
  await push({status: {...AFTER, source: {...AFTER.source, path: 'big-plan.md'}}, good: true, errors: []})
  expect(made.get().check.state).toBe('failed')
})

test('numbers that are sent again are those that are shown: nothing is drawn again', async () => {
  const {made, take} = opened()
  await take(AFTER)
  const {status} = made.get()
  await take(structuredClone(AFTER))
  expect(made.get().status).toBe(status)
})
