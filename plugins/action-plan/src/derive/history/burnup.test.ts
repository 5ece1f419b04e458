import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {RevisionSummary} from '../../model/history.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {burnUp, dayOfEach, snapshot} from './burnup.ts'

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`
const revision = (n: number, tasks: number, done: number): RevisionSummary => ({
  commit: 'c',
  author: 'Ann',
  subject: '',
  at: `${day(n)}T12:00:00Z`,
  day: day(n),
  snapshot: {tasks, done, days: 0, doneDays: 0, priorities: [], team: null},
  gap: null,
  finished: 0,
})

test('scope that changes today does not move what was shown yesterday', () => {
  const revisions = fc
    .array(fc.record({n: fc.integer({min: 1, max: 27}), tasks: fc.nat(50), done: fc.nat(50)}), {minLength: 1, maxLength: 30})
    .map((all) => all.sort((a, b) => a.n - b.n).map(({n, tasks, done}) => revision(n, tasks, done)))
  fc.assert(
    fc.property(revisions, fc.nat(99), (before, tasks) => {
      const old = burnUp(before, 0).points
      expect(burnUp([...before, revision(28, tasks, 0)], 0).points.slice(0, old.length)).toEqual(old)
    }),
  )
})

test('scope changes sum up to the scope', () => {
  const {points} = burnUp([revision(1, 10, 0), revision(1, 12, 0), revision(3, 9, 1), revision(4, 15, 1)], 0)
  expect(points.map(({snapshot: sum, scopeChange}) => [sum?.tasks, scopeChange])).toEqual([
    [12, 0],
    [9, -3],
    [15, 6],
  ])
})

test('priorities sum up to the whole', () => {
  const found = snapshot(parsePlan('## 1. A (P1)\n\n- [x] a\n- [ ] b\n\n## 2. B (P0)\n\n- [x] c\n- [-] d\n').plan)
  expect(found).toMatchObject({tasks: 3, done: 2})
  expect(found.priorities.map(({id, tasks, done}) => [id, tasks, done])).toEqual([
    ['P0', 1, 1],
    ['P1', 2, 1],
  ])
})

test('days never fall, and those in order are kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 1, max: 28})), (days) => {
      const {days: found, misdated} = dayOfEach(
        days.map((n) => ({at: day(n)})),
        (at) => at,
        day(1),
      )
      expect([...found].sort()).toEqual(found)
      if ([...days].sort((a, b) => a - b).join() === days.join()) expect([found, misdated]).toEqual([days.map(day), 0])
    }),
  )
})
