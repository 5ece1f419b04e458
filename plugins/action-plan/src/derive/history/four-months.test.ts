import {beforeAll, expect, test} from 'vitest'
import {fourMonths} from '../../fixtures/four-months.ts'
import {addDays, daysBetween} from '../../model/date.ts'
import type {Report} from '../../model/report.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {report, withHistory} from '../../report.ts'
import {supposeReport} from '../schedule/what-if.ts'
import {historyOf} from './history.ts'

const {past, text, today} = fourMonths()
let made: Report
let points: readonly (readonly [day: string, done: number, tasks: number])[] = []

beforeAll(async () => {
  const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  const alone = report({text, source, baseline: null, now: `${today}T18:00:00Z`, today: null, evidence: null})
  const history = await historyOf(past, parsePlan, alone)
  made = withHistory(alone, history)
  if (history.state === 'available')
    points = history.burnUp.points.map(({day, snapshot}) => [day, snapshot?.done ?? -1, snapshot?.tasks ?? -1])
})

test('burn-up points are the sums of each week, by hand', () => {
  expect(points).toHaveLength(18)
  expect([points[0], points[3], points[8], points[12], points[15], points[17]]).toEqual([
    ['2026-07-31', 0, 88],
    // 3 + 4 + 4 done, 3 added
    ['2026-08-21', 11, 91],
    // 11 + 3 + 2 + 3 + 4 + 4, and 1 added
    ['2026-09-25', 27, 92],
    // 27 + 2 + 2 + 4 + 2, and 2 taken out
    ['2026-10-23', 37, 90],
    // 37 + 3 + 2 + 3, and 2 added
    ['2026-11-13', 45, 92],
    ['2026-11-27', 51, 92],
  ])
})

test('the trend is that of the last seven days, and the pace that of the last twelve weeks', () => {
  expect(made.trend).toEqual({since: '2026-11-20', done: 3, added: 0})
  // The last twelve weeks: 3 4 4 2 2 4 2 3 2 3 3 3 done, 1 - 2 + 2 added.
  expect(made.forecast?.cause).toEqual({code: 'pace', facts: {left: 41, weeks: 12, done: 35, added: 1, perWeek: 2.9}})
})

/** A plain bootstrap with a generator of its own: calendar days to the end, without holidays and without doubt about the pace. */
function resampled(share: number): number {
  const done = [3, 4, 4, 2, 2, 4, 2, 3, 2, 3, 3, 3]
  const added = [0, 0, 1, 0, 0, 0, -2, 0, 0, 2, 0, 0]
  let state = 7
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const ends = Array.from({length: 4000}, () => {
    let [left, weeks] = [41, 0]
    for (; left > 0; weeks++) {
      const at = Math.floor(random() * 12)
      left += (added[at] as number) - (done[at] as number)
    }
    return 7 * weeks
  })
  return ends.sort((a, b) => a - b)[Math.ceil(share * ends.length) - 1] as number
}

test('the forecast lies about where an independent resampling leads, and is not as sure', () => {
  const {p50, p85} = made.forecast ?? {p50: null, p85: null}
  const [likely, safe] = [daysBetween(today, p50 ?? today), daysBetween(today, p85 ?? today)]
  const [plain, plainSafe] = [resampled(0.5), resampled(0.85)]
  // 41 tasks at 2.8 a week are 14 to 15 weeks.
  expect(plain).toBeGreaterThanOrEqual(13 * 7)
  expect(plain).toBeLessThanOrEqual(16 * 7)
  expect(Math.abs(likely - plain)).toBeLessThanOrEqual(28)
  expect(likely).toBeGreaterThanOrEqual(plain - 7)
  expect(safe - likely).toBeGreaterThan(plainSafe - plain)
})

test('the end: as planned, as projected and as forecast', () => {
  // 23 items, two a week from 3 August on: the twelfth week ends on 23 October.
  expect(made.end.planned).toBe('2026-10-23')
  expect(made.end.varianceDays).toBe(daysBetween('2026-10-23', made.end.forecast ?? ''))
  // Left: 1 of 4 tasks of item 13 (2 days, because days are whole) and 10 items of 5 days. One of two people does item 13 and 5 items, the other 5 items:
  // 27 working days from Friday 27 November on. 24, 25 and 31 December and 1 January are free: the 27th is 8 January.
  expect(made.end.projected).toBe('2027-01-08')
  const items = made.sections.flatMap((section) => section.items)
  expect(items[12]?.projected).toEqual({start: '2026-11-27', end: '2026-11-30'})
  expect(items[11]?.projected).toBeNull()
  // Fifty-two days for four people; and no more people than that make it shorter than an item's own week.
  expect(supposeReport(made, {team: 4}).after ?? '').toMatch(/^2026-12-/)
  expect(supposeReport(made, {team: null}).after).toBe(addDays('2026-11-27', 6))
})
