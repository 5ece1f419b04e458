import {expect, test} from 'vitest'
import type {Push} from '../model/live.ts'
import type {Report} from '../model/report.ts'
import {report} from '../report.ts'
import {lastGood, type LastGood} from './last-good.ts'

const GOOD = '# Plan\n## 1. Work\n- [ ] a\n'
const BROKEN = `---\nplan: {start: soon}\n---\n${GOOD}`
const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-24T12:00:00Z',
    today: null,
    evidence: null,
  })
const HISTORY = {history: {state: 'unavailable', cause: {code: 'no-git', facts: {}}}, periods: []} as const

function held(keep: boolean): {readonly last: LastGood; readonly pushed: Push[]} {
  const pushed: Push[] = []
  return {last: lastGood(keep, (push) => void pushed.push(push)), pushed}
}

test('a report with errors leaves the last good content whole, and its errors are told', () => {
  const {last, pushed} = held(true)
  const taken = last.take(read(GOOD))
  const whole = {...taken, history: HISTORY}
  last.complete(taken, whole)
  expect(last.take(read(BROKEN))).toBe(whole)
  expect(last.content()).toBe(whole)
  expect(pushed.map(({good, errors}) => [good, errors.map(({place}) => place)])).toEqual([
    [true, []],
    [true, ['plan.md:2:15']],
  ])
})

test('until there is a good one, the newest is shown as it is', () => {
  const {last, pushed} = held(true)
  const broken = read(BROKEN)
  expect(last.take(broken).report).toBe(broken)
  expect(pushed.at(-1)).toMatchObject({good: false})
  const again = read(BROKEN)
  expect(last.take(again).report).toBe(again)
  const good = read(GOOD)
  expect(last.take(good).report).toBe(good)
  expect(pushed.at(-1)).toMatchObject({good: true, errors: []})
})

test('a production build keeps nothing: it shows what it read', () => {
  const {last} = held(false)
  last.take(read(GOOD))
  const broken = read(BROKEN)
  expect(last.take(broken).report).toBe(broken)
})

test('while a newer report is read, what was known beside the one before stays', () => {
  const {last} = held(true)
  const taken = last.take(read(GOOD))
  last.complete(taken, {...taken, history: HISTORY})
  expect(last.take(read(GOOD)).history).toBe(HISTORY)
})

test('what an older reading completes does not overwrite a newer report', () => {
  const {last} = held(true)
  const older = last.take(read(GOOD))
  const newer = last.take(read(GOOD))
  last.complete(older, {...older, history: HISTORY})
  expect(last.content()).toBe(newer)
})

test('a report that the history judges anew is told again; one that stays is not', () => {
  const {last, pushed} = held(true)
  const taken = last.take(read(GOOD))
  last.complete(taken, {...taken, history: HISTORY})
  expect(pushed).toHaveLength(1)
  const next = last.take(read(GOOD))
  last.complete(next, {...next, report: read(GOOD)})
  expect(pushed).toHaveLength(3)
})
