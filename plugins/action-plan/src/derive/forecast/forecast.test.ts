import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {BurnUpPoint} from '../../model/history.ts'
import {DEFAULT_SETTINGS} from '../../model/settings.ts'
import {addDays} from '../../model/date.ts'
import {forecast, throughput} from './forecast.ts'
import {forecastText} from '../../view/words/forecast.ts'
import {ENGLISH} from '../../view/words/words.ts'

const AS_OF = '2026-11-23'
const point = (day: string, done: number, tasks: number, finished = done): BurnUpPoint => ({
  day,
  commit: 'c',
  snapshot: {tasks, done, days: 0, doneDays: 0, priorities: []},
  gap: null,
  scopeChange: 0,
  finished,
})
/** One point a week, oldest first, the last one today. */
const weekly = (done: readonly number[], tasks: number): readonly BurnUpPoint[] =>
  done.map((count, index) => point(addDays(AS_OF, -7 * (done.length - 1 - index)), count, tasks))
const given = (points: readonly BurnUpPoint[], settings = DEFAULT_SETTINGS): ReturnType<typeof forecast> =>
  forecast({points, revisions: points.length, settings, asOf: AS_OF, planEnd: null})
const words = (points: readonly BurnUpPoint[]): string => {
  const found = given(points)
  return found.state === 'none' ? forecastText(ENGLISH, found).replace(/^No forecast: |\.$/g, '') : 'a date'
}

test('words where there is no date', () => {
  expect([
    words([]),
    words(weekly([0, 0], 0)),
    words(weekly([1, 4], 4)),
    words(weekly([1], 9)),
    words(weekly([1, 2, 3, 3, 3, 3, 3], 9)),
    words(weekly([5, 3, 2, 1], 9)),
  ]).toMatchInlineSnapshot(`
    [
      "no revision of the plan can be counted",
      "the plan has no tasks",
      "finished: all 4 tasks are done",
      "not enough history: 1 revision on 1 day over 0 whole weeks; a forecast needs 3 days over 3 weeks",
      "no progress in 4 weeks",
      "no progress in 3 weeks: no more tasks are done than were before",
    ]
  `)
})

test('a steady pace gives one date: the working day on which the last task falls', () => {
  // 4 left at 2 a week: two weeks of five working days, from tomorrow on.
  expect(given(weekly([0, 2, 4, 6], 10))).toMatchObject({
    state: 'forecast',
    left: 4,
    slowest: 2,
    fastest: 2,
    likely: '2026-12-07',
    safe: '2026-12-07',
  })
  expect(given(weekly([0, 2, 4, 6], 10), {...DEFAULT_SETTINGS, holidays: ['2026-12-04']})).toMatchObject({likely: '2026-12-08'})
})

test('the range is in order, lies on working days and does not change from run to run', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 6}), {minLength: 4, maxLength: 20}), fc.integer({min: 1, max: 60}), (steps, left) => {
      let done = 0
      const counts = [0, ...steps.map((step) => (done += step))]
      const found = given(weekly(counts, done + left))
      expect(given(weekly(counts, done + left))).toEqual(found)
      if (found.state === 'none') return
      expect(found.left).toBe(left)
      expect(found.slowest <= found.fastest).toBe(true)
      const dates = [found.likely, found.safe]
      for (const date of dates) if (date !== null) expect([new Date(date).getUTCDay() % 6 !== 0, date >= AS_OF]).toEqual([true, true])
      if (found.likely === null) expect(found.safe).toBeNull()
      else if (found.safe !== null) expect(found.likely <= found.safe).toBe(true)
    }),
  )
})

test('throughput sums up to what was done in whole weeks', () => {
  expect(throughput(weekly([1, 3, 3, 8], 9), AS_OF)).toEqual([5, 0, 2])
  expect(throughput([point('2026-11-01', 0, 9), point('2026-11-20', 6, 9)], AS_OF)).toEqual([6, 0, 0])
})

test('pace is what was finished, whether or not it is still there', () => {
  const kept = weekly([0, 4, 8, 12, 16, 20, 24, 28, 32, 36], 50)
  const before = given(kept)
  expect(before).toMatchObject({left: 14, done: 36, slowest: 4, fastest: 4})
  expect(given([...kept.slice(0, -1), point(AS_OF, 6, 20, 36)])).toEqual(before)
})

test('a task that is unticked is undone', () => {
  expect(throughput(weekly([0, 4, 8, 5], 10), AS_OF)).toEqual([-3, 4, 4])
  fc.assert(
    fc.property(fc.array(fc.integer({min: -6, max: 6}), {minLength: 4, maxLength: 12}), (steps) => {
      let done = 100
      const counts = [done, ...steps.map((step) => (done += step))]
      expect([...throughput(weekly(counts, 200), AS_OF)].reverse()).toEqual(steps)
      const found = given(weekly(counts, 200))
      if (found.state === 'forecast') expect([found.slowest >= 0, found.fastest > 0, found.done > 0]).toEqual([true, true, true])
    }),
  )
})
