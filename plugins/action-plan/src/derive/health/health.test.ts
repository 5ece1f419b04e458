import fc from 'fast-check'
import {expect, test} from 'vitest'
import {HEALTHS} from '../../model/health.ts'
import type {HealthInputs} from '../../model/report.ts'
import {groupHealth, heldAgainst, itemHealth, lateArrival, THRESHOLDS} from './health.ts'
import type {ItemCause} from '../../model/cause.ts'
import {healthText} from '../../view/words/health.ts'
import {ENGLISH} from '../../view/words/words.ts'

const item = (change: Partial<HealthInputs>): HealthInputs => ({
  tasks: 4,
  done: 0,
  start: '2026-11-23',
  finish: '2026-11-27',
  due: null,
  addedOn: null,
  riskFrom: '2026-11-25',
  ...change,
})

test.each([
  ['no tasks', item({tasks: 0}), '2026-12-31', 'unknown'],
  ['all done, long ago', item({done: 4}), '2026-12-31', 'done'],
  ['the day after its last day', item({done: 3}), '2026-11-28', 'late'],
  ['its last day', item({done: 3, riskFrom: null}), '2026-11-27', 'on-track'],
  ['after its due date, before its last day', item({due: '2026-11-24'}), '2026-11-25', 'late'],
  ['after its last day, on its due date', item({done: 3, due: '2026-12-04'}), '2026-12-04', 'at-risk'],
  ['after its last day and its due date', item({done: 3, due: '2026-12-04'}), '2026-12-05', 'late'],
  ['after its last day, on the day it came into the plan', item({addedOn: '2026-12-04'}), '2026-12-04', 'at-risk'],
  ['the day after it came into the plan', item({addedOn: '2026-12-04'}), '2026-12-05', 'late'],
  ['its due date', item({due: '2026-11-24'}), '2026-11-24', 'not-started'],
  ['the first day of risk', item({}), '2026-11-25', 'at-risk'],
  ['the day before', item({}), '2026-11-24', 'not-started'],
  ['some done in time', item({done: 1, riskFrom: '2026-11-26'}), '2026-11-25', 'on-track'],
  ['some done without dates', item({done: 1, start: null, finish: null, riskFrom: null}), '2026-11-25', 'unknown'],
  ['nothing done without dates', item({start: null, finish: null, riskFrom: null}), '2026-11-25', 'not-started'],
  ['before its start', item({}), '2026-11-01', 'not-started'],
])('%s', (_, inputs, today, health) => {
  const verdict = itemHealth(inputs, today)
  expect(verdict.health).toBe(health)
  expect(healthText(ENGLISH, verdict.cause)).not.toBe('')
})

test.each([
  [{}, '2026-11-28', 'should have finished 2026-11-27; 0 of 4 tasks done', 1],
  [{due: '2026-12-04'}, '2026-12-25', 'was due 2026-12-04; 0 of 4 tasks done', 21],
  [{addedOn: '2026-12-04'}, '2026-12-06', 'should have finished 2026-11-27, added 2026-12-04; 0 of 4 tasks done', 2],
  [{finish: '2026-10-02', due: '2026-12-04'}, '2026-12-04', 'planned to finish 2026-10-02, due 2026-12-04; 0 of 4 tasks done', null],
  [{finish: '2026-10-02', addedOn: '2026-12-04'}, '2026-12-04', 'planned to finish 2026-10-02, added 2026-12-04; 0 of 4 tasks done', null],
  [{tasks: 0, due: '2026-12-04'}, '2026-12-14', 'was due 2026-12-04; no tasks show that it is done', 10],
  [{done: 4}, '2026-12-14', 'all 4 tasks done', null],
])('%o on %s: %s', (change, today, because, lateDays) => {
  const verdict = itemHealth(item(change), today)
  expect([healthText(ENGLISH, verdict.cause), verdict.lateDays]).toEqual([because, lateDays])
})

test('more done never makes it worse, a later day never better', () => {
  const badness = {done: 0, 'on-track': 1, 'not-started': 1, unknown: 1, 'at-risk': 2, late: 3}
  const day = fc.integer({min: 0, max: 60}).map((days) => new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.integer({min: 0, max: 4}), day, day, (done, one, other) => {
      const [first, second] = [one, other].sort() as [string, string]
      expect(badness[itemHealth(item({done}), second).health]).toBeGreaterThanOrEqual(badness[itemHealth(item({done}), first).health])
      expect(badness[itemHealth(item({done: 4}), second).health]).toBe(0)
    }),
  )
})

type Parts = Parameters<typeof groupHealth>[0]
const PLAIN = {priority: null, lateDays: null}

/** A group's verdict with its cause as a sentence. */
const told = (parts: Parts): {readonly health: string; readonly because: string} => {
  const {health, cause} = groupHealth(parts, [])
  return {health, because: healthText(ENGLISH, cause)}
}
const DONE = {code: 'all-done', facts: {tasks: 1}} as const

test('a group is as its worst part, and names it', () => {
  const part = (name: string, health: (typeof HEALTHS)[number]) => ({...PLAIN, name, health, cause: DONE})
  expect(told([part('1.1', 'done'), part('1.2', 'late'), part('1.3', 'at-risk')])).toEqual({
    health: 'late',
    because: '1 of 3 items late: 1.2',
  })
  expect(told([part('1.1', 'at-risk'), part('1.2', 'not-started')])).toEqual({
    health: 'at-risk',
    because: '1 of 2 items at risk: 1.1',
  })
  expect(told([part('1.1', 'done'), part('1.2', 'done')])).toEqual({health: 'done', because: 'all 2 items done'})
  expect(groupHealth([part('1.1', 'not-started'), part('1.2', 'not-started')], []).health).toBe('not-started')
  expect(groupHealth([part('1.1', 'done'), part('1.2', 'not-started')], []).health).toBe('on-track')
  expect(groupHealth([], []).health).toBe('unknown')
})

test('the most urgent are named first: by priority, then by days late; without either, as the plan has them', () => {
  const part = (name: string, priority: string | null, lateDays: number): Parts[number] => ({
    name,
    priority,
    lateDays,
    health: 'late',
    cause: DONE,
  })
  const parts = [part('1.1', 'P1', 1), part('1.2', 'P0', 84), part('1.3', null, 9), part('1.4', 'P0', 119), part('1.5', 'P1', 1)]
  expect(groupHealth(parts, ['P0', 'P1', null]).cause).toEqual({
    code: 'items-late',
    facts: {count: 5, items: 5, names: ['1.4', '1.2', '1.1'], more: 2},
  })
})

test('where some are done and no other has dates, nobody can say that it is in time', () => {
  const part = (health: (typeof HEALTHS)[number], cause: ItemCause = DONE) => ({...PLAIN, name: '1.1', health, cause})
  const undated = {...PLAIN, name: '1.2', ...itemHealth(item({start: null, finish: null, riskFrom: null}), '2026-11-25')}
  expect(told([part('done'), undated, undated])).toEqual({
    health: 'unknown',
    because: '2 of 3 items without dates',
  })
  expect(groupHealth([undated, undated], []).health).toBe('not-started')
  expect(groupHealth([part('done'), undated, part('not-started', {code: 'starts', facts: {start: '2026-12-01'}})], []).health).toBe(
    'on-track',
  )
})

test('the table of thresholds speaks of every health', () => {
  expect(new Set(THRESHOLDS.map(({health}) => health))).toEqual(new Set(HEALTHS))
})

test('an item that is planned and has no tasks keeps the whole from being done; one with nothing says nothing', () => {
  const judged = (name: string, change: Partial<HealthInputs>) => ({...PLAIN, name, ...itemHealth(item(change), '2026-12-31')})
  const done = judged('1.1', {done: 4})
  expect(told([done, judged('1.2', {tasks: 0, start: null, finish: null, riskFrom: null})])).toEqual({
    health: 'done',
    because: 'its item is done',
  })
  expect(told([done, judged('1.2', {tasks: 0})])).toEqual({
    health: 'unknown',
    because: '1 of 2 items without tasks or dates',
  })
  expect(told([done, judged('1.2', {tasks: 0, due: '2026-12-30'})])).toMatchObject({health: 'late'})
})

test.each([
  ['nothing that it was not in the plan for', {due: null, finish: '2026-12-04', duration: {}}, '2026-12-10', '2026-12-10'],
  ['its own last day, which it stood in the plan for', {due: null, finish: '2026-12-04', duration: {}}, '2026-12-04', null],
  ['the end of its phase, as far as it stood in the plan', {due: null, finish: null, duration: null}, '2026-12-10', '2026-12-10'],
  ['its Due field, as far as it stood in the plan', {due: '2026-12-01', finish: '2026-12-04', duration: {}}, '2026-12-10', '2026-12-10'],
  ['its Due field, which it stood in the plan for', {due: '2026-12-01', finish: '2026-12-04', duration: {}}, '2026-12-01', null],
] as const)('an item that came later is held against %s', (_, dates, addedOn, expected) => {
  const held = heldAgainst({...dates, tasks: 2, dropped: 0}, '2026-11-27')
  expect(lateArrival(held, addedOn)).toBe(expected)
})

test.each([
  ['its Due field', {due: '2026-12-01', finish: null, tasks: 2, dropped: 0, duration: null}, {due: '2026-12-01', finish: null}],
  ['the end of its phase', {due: null, finish: null, tasks: 2, dropped: 0, duration: null}, {due: '2026-11-27', finish: null}],
  ['its own last day', {due: null, finish: '2026-12-04', tasks: 2, dropped: 0, duration: {}}, {due: null, finish: '2026-12-04'}],
  ['nothing, dropped as a whole', {due: '2026-12-01', finish: '2026-12-04', tasks: 0, dropped: 2, duration: {}}, {due: null, finish: null}],
])('an item is held against %s', (_, dates, expected) => {
  expect(heldAgainst(dates, '2026-11-27')).toEqual(expected)
})
