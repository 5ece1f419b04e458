import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays} from '../../model/date.ts'
import type {BurnUpPoint} from '../../model/history.ts'
import {DEFAULT_SETTINGS, type Settings} from '../../model/settings.ts'
import {forecastText} from '../../view/words/forecast.ts'
import {ENGLISH} from '../../view/words/words.ts'
import {forecast, pastWeeks} from './forecast.ts'

const AS_OF = '2026-11-23'
const point = (day: string, done: number, tasks: number, finished = done, team: number | null = null): BurnUpPoint => ({
  day,
  commit: 'c',
  snapshot: {tasks, done, days: 0, doneDays: 0, priorities: [], team},
  gap: null,
  scopeChange: 0,
  finished,
})
/** One point a week, oldest first, the last one today. */
const weekly = (done: readonly number[], tasks: number | readonly number[], team: readonly number[] = []): readonly BurnUpPoint[] =>
  done.map((count, index) =>
    point(
      addDays(AS_OF, -7 * (done.length - 1 - index)),
      count,
      typeof tasks === 'number' ? tasks : (tasks[index] as number),
      count,
      team[index] ?? null,
    ),
  )
const given = (points: readonly BurnUpPoint[], settings: Partial<Settings> = {}): ReturnType<typeof forecast> =>
  forecast({points, revisions: points.length, settings: {...DEFAULT_SETTINGS, ...settings}, asOf: AS_OF})
const words = (points: readonly BurnUpPoint[]): string => forecastText(ENGLISH, given(points)).replace(/^No forecast: |\.$/g, '')
const rising = (steps: readonly number[]): readonly number[] => steps.reduce((all, step) => [...all, (all.at(-1) as number) + step], [0])
/** Calendar days from today to a date. */
const ahead = (date: string | null): number => (Date.parse(date ?? '') - Date.parse(AS_OF)) / 86_400_000

test('words where there is no date', () => {
  expect([
    words([]),
    words(weekly([0, 0], 0)),
    words(weekly([1, 4], 4)),
    words(weekly([1], 9)),
    words(weekly([1, 2, 3, 3, 3, 3, 3], 9)),
    words(weekly([6, 5, 3, 2, 1], 9)),
    words(weekly([0, 3, 3, 3, 3, 3, 5], 9)),
    words(weekly(rising([2, 2, 2, 2, 2, 2, 2, 2]), rising([4, 4, 4, 4, 4, 4, 4, 4]))),
  ]).toMatchInlineSnapshot(`
    [
      "no revision of the plan can be counted",
      "the plan has no tasks",
      "finished: all 4 tasks are done",
      "the history is too short (1 revision on 1 day in 0 whole weeks). A forecast needs revisions on 3 days over 4 weeks",
      "no progress in 4 weeks",
      "no progress in 4 weeks",
      "tasks were finished in 2 of the last 6 weeks; a forecast needs 4",
      "in 7 weeks 14 tasks were done and 28 added, so most runs of the simulation do not end within ten years",
    ]
  `)
})

test('the date is about where the pace leads, and says that nobody knows it to the day', () => {
  const found = given(weekly(rising(Array.from({length: 12}, () => 3)), 36 + 39))
  expect(found).toMatchObject({state: 'forecast', cause: {code: 'pace', facts: {left: 39, weeks: 12, done: 36, added: 0, perWeek: 3}}})
  // 39 left at 3 a week are 13 weeks.
  expect(Math.abs(ahead(found.p50) - 13 * 7)).toBeLessThanOrEqual(7)
  // 13 weeks ahead, a range of one week would be too sure.
  expect(ahead(found.p85) - ahead(found.p50)).toBeGreaterThanOrEqual(14)
})

test('scope that grows moves the end away', () => {
  const steps = Array.from({length: 12}, () => 3)
  const [same, grows] = [
    given(weekly(rising(steps), 72)),
    given(
      weekly(
        rising(steps),
        rising(steps.map(() => 1)).map((more) => 60 + more),
      ),
    ),
  ]
  expect(grows).toMatchObject({cause: {facts: {left: 36, added: 12}}})
  expect(ahead(grows.p50)).toBeGreaterThan(ahead(same.p50) * 1.3)
})

test('a finished task that is taken out of the plan changes no scope', () => {
  const kept = weekly([0, 4, 8, 12, 16, 20, 24, 28, 32, 36], 50)
  const before = given(kept)
  expect(before).toMatchObject({cause: {facts: {left: 14, done: 36, added: 0}}})
  expect(given([...kept.slice(0, -1), point(AS_OF, 6, 20, 36)])).toEqual(before)
})

test('a week of holidays yields nothing, and what lies behind it comes later', () => {
  const points = weekly(rising(Array.from({length: 12}, () => 4)), 48 + 16)
  const holidays = Array.from({length: 14}, (_, index) => addDays(AS_OF, 8 + index))
  const [plain, free] = [given(points), given(points, {holidays})]
  expect(ahead(free.p50) - ahead(plain.p50)).toBeGreaterThanOrEqual(12)
  expect(ahead(free.p50) - ahead(plain.p50)).toBeLessThanOrEqual(16)
})

test('past weeks with holidays were no slow weeks', () => {
  const holidays = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((index) => addDays(AS_OF, -7 * 4 + index))
  const points = weekly(rising([4, 4, 0, 0, 4, 4]), 16 + 16)
  expect(ahead(given(points, {holidays}).p50)).toBeLessThan(ahead(given(points).p50))
})

test('weeks of a smaller team count as the present team would have done them', () => {
  const done = rising(Array.from({length: 12}, () => 2))
  const doubled = weekly(done, 24 + 24, [...Array.from({length: 12}, () => 1), 2])
  expect(given(doubled, {team: 2})).toMatchObject({cause: {facts: {done: 48, perWeek: 4}}})
  expect(ahead(given(doubled, {team: 2}).p50)).toBeLessThan(ahead(given(weekly(done, 48)).p50) * 0.7)
})

test('the range is in order, lies on working days and does not change from run to run', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 6}), {minLength: 4, maxLength: 20}), fc.integer({min: 1, max: 60}), (steps, left) => {
      const counts = rising(steps)
      const found = given(weekly(counts, (counts.at(-1) as number) + left))
      expect(given(weekly(counts, (counts.at(-1) as number) + left))).toEqual(found)
      if (found.state === 'none') return
      expect(found.cause.facts.left).toBe(left)
      for (const date of [found.p50, found.p85])
        if (date !== null) expect([new Date(date).getUTCDay() % 6 !== 0, date > AS_OF]).toEqual([true, true])
      if (found.p85 !== null) expect(found.p50 <= found.p85).toBe(true)
    }),
  )
})

test('the weeks sum up to what was done, newest first', () => {
  const done = (points: readonly BurnUpPoint[]): readonly number[] => pastWeeks(points, AS_OF, null).map((week) => week.done)
  expect(done(weekly([1, 3, 3, 8], 9))).toEqual([5, 0, 2])
  expect(done([point('2026-11-01', 0, 9), point('2026-11-20', 6, 9)])).toEqual([6, 0, 0])
  expect(done(weekly([0, 4, 8, 5], 10))).toEqual([-3, 4, 4])
})
