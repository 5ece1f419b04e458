import fc from 'fast-check'
import {expect, test} from 'vitest'
import {schedule, type Activity, type Schedule} from './critical-path.ts'

const activity = (id: string, days: number | null, dependsOn: readonly string[] = [], more: Partial<Activity> = {}): Activity => ({
  id,
  days,
  from: 0,
  due: null,
  done: false,
  dependsOn: dependsOn.map((other) => ({id: other, title: null, line: 1, column: 1})),
  line: 1,
  column: 1,
  ...more,
})
const slot = (made: Schedule, id: string): NonNullable<ReturnType<Schedule['slots']['get']>> => {
  const found = made.slots.get(id)
  if (found === undefined) throw new Error(`${id} has no slot`)
  return found
}

/** Acyclic: an activity waits only for those before it; then the order is shuffled. */
const networks = fc
  .array(
    fc.record({
      days: fc.integer({min: 0, max: 9}),
      from: fc.option(fc.integer({min: 0, max: 20}), {nil: null}),
      waits: fc.array(fc.nat(), {maxLength: 3}),
    }),
    {minLength: 1, maxLength: 25},
  )
  .chain((list) => {
    const all = list.map(({days, from, waits}, at) =>
      activity(`1.${at + 1}`, days, at === 0 ? [] : [...new Set(waits.map((n) => `1.${(n % at) + 1}`))], {from}),
    )
    return fc.shuffledSubarray(all, {minLength: all.length})
  })

test('everything starts at the latest of its phase and of what it waits for', () => {
  fc.assert(
    fc.property(networks, (activities) => {
      const made = schedule(activities)
      expect(made.problems).toEqual([])
      for (const {id, days, from, dependsOn} of activities) {
        const ends = dependsOn.map((other) => made.slots.get(other.id)?.earlyFinish)
        const expected =
          ends.includes(undefined) || (from === null && ends.length === 0) ? null : Math.max(from ?? 0, ...ends.map((end) => end ?? 0))
        expect(made.slots.get(id)?.earlyStart ?? null).toBe(expected)
        if (expected !== null) expect(slot(made, id).earlyFinish).toBe(expected + (days ?? 0))
      }
    }),
  )
})

test('without due dates no float is negative, free float is never more than total, and late dates keep the order', () => {
  fc.assert(
    fc.property(networks, (activities) => {
      const made = schedule(activities)
      for (const [id, {totalFloat, freeFloat, lateStart, lateFinish, earlyStart}] of made.slots) {
        expect(totalFloat).toBeGreaterThanOrEqual(0)
        expect(freeFloat).toBeGreaterThanOrEqual(0)
        expect(freeFloat).toBeLessThanOrEqual(totalFloat)
        expect(totalFloat).toBe(lateStart - earlyStart)
        for (const other of activities.find((one) => one.id === id)?.dependsOn ?? [])
          expect(slot(made, other.id).lateFinish).toBeLessThanOrEqual(lateStart)
        expect(lateFinish).toBeGreaterThanOrEqual(lateStart)
      }
    }),
  )
})

test('an activity with float can slip by all of it and the end stays; by one day more and it does not', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (activities, pick) => {
      const made = schedule(activities)
      const placed = activities.filter(({id}) => made.slots.has(id))
      const chosen = placed[pick % Math.max(placed.length, 1)]
      if (chosen === undefined) return
      const end = (list: readonly Activity[]): number =>
        Math.max(0, ...[...schedule(list).slots.values()].map(({earlyFinish}) => earlyFinish))
      const {totalFloat, earlyStart} = slot(made, chosen.id)
      const slipped = (by: number): readonly Activity[] =>
        activities.map((one) => (one.id === chosen.id ? {...one, from: earlyStart + by} : one))
      expect(end(slipped(totalFloat))).toBe(end(activities))
      expect(end(slipped(totalFloat + 1))).toBe(end(activities) + 1)
    }),
  )
})

test('a due date that cannot be kept is the only way to negative float', () => {
  const made = schedule([activity('1.1', 5), activity('1.2', 3, ['1.1'], {due: 6})])
  expect(slot(made, '1.2').totalFloat).toBe(-2)
  expect(slot(made, '1.1').totalFloat).toBe(-2)
  expect(slot(schedule([activity('1.1', 5), activity('1.2', 3, ['1.1'], {due: 8})]), '1.2').totalFloat).toBe(0)
})

test('the critical path is the chain without float; without dependencies nothing is critical', () => {
  const made = schedule([activity('1.1', 5), activity('1.2', 3), activity('1.3', 2, ['1.1', '1.2'])])
  expect(['1.1', '1.2', '1.3'].map((id) => slot(made, id).critical)).toEqual([true, false, true])
  expect(slot(schedule([activity('1.1', 5), activity('1.2', 5)]), '1.1').critical).toBe(false)
})

test('a cycle is named whole, once, from its first item, and only its own and what waits for it lose their place', () => {
  const made = schedule([
    activity('1.1', 1),
    activity('1.2', 1, ['1.4']),
    activity('1.3', 1, ['1.2']),
    activity('1.4', 1, ['1.3']),
    activity('1.5', 1, ['1.4']),
  ])
  expect(made.problems.map(({rule, reason}) => [rule, reason])).toEqual([
    ['depends/cycle', 'these items wait for each other: 1.2 → 1.4 → 1.3 → 1.2'],
  ])
  expect([...made.slots.keys()]).toEqual(['1.1'])
  expect(schedule([activity('1.1', 1, ['1.1'])]).problems.map(({reason}) => reason)).toEqual(['these items wait for each other: 1.1 → 1.1'])
})

test('every ring of any size is named with all its items', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 40}), (size) => {
      const ids = Array.from({length: size}, (_, at) => `2.${at + 1}`)
      const made = schedule(ids.map((id, at) => activity(id, 1, [ids[(at + 1) % size] as string])))
      expect(made.problems.map(({reason}) => reason)).toEqual([`these items wait for each other: ${[...ids, ids[0]].join(' → ')}`])
    }),
  )
})

test('an unknown item is an error with the nearest one as its fix', () => {
  const {problems} = schedule([activity('1.1', 1), activity('1.2', 1, ['1.11'])])
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "column": 1,
        "facts": {
          "item": "1.2",
          "named": "1.11",
          "nearest": "1.1",
        },
        "fix": "name an item of the plan (is it 1.1?)",
        "line": 1,
        "reason": "1.2 depends on 1.11, but the plan has no item 1.11",
        "rule": "depends/unknown-item",
        "severity": "error",
      },
    ]
  `)
})

test('a chain of 50,000 does not overflow, forward or as a ring', {tags: ['slow']}, () => {
  const size = 50_000
  const chain = Array.from({length: size}, (_, at) => activity(`1.${at + 1}`, 1, at === 0 ? [] : [`1.${at}`]))
  expect(slot(schedule(chain), `1.${size}`).earlyFinish).toBe(size)
  const ring = [activity('1.1', 1, [`1.${size}`]), ...chain.slice(1)]
  const {problems} = schedule(ring)
  expect(problems.length).toBe(1)
  expect(problems[0]?.reason.split(' → ').length).toBe(size + 1)
})

test('what is done delays nothing, also when nothing places it in time; what is due may take until then', () => {
  const undated = {from: null, days: null}
  expect(schedule([activity('1.1', 2, ['1.2']), activity('1.2', null, [], {...undated, done: true})]).slots.get('1.1')).toMatchObject({
    earlyStart: 0,
    earlyFinish: 2,
  })
  expect(schedule([activity('1.1', 2, ['1.2']), activity('1.2', null, [], undated)]).slots.has('1.1')).toBe(false)
  expect(schedule([activity('1.1', 2, ['1.2']), activity('1.2', null, [], {due: 7})]).slots.get('1.1')).toMatchObject({earlyStart: 7})
  expect(schedule([activity('1.1', 2, ['1.2']), activity('1.2', null, [], {due: 7, done: true})]).slots.get('1.1')).toMatchObject({
    earlyStart: 0,
  })
})
