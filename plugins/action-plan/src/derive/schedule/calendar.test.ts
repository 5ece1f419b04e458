import fc from 'fast-check'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {DEFAULT_SETTINGS, WEEKDAYS, type Settings, type Weekday} from '../../model/settings.ts'
import {report} from '../../report.ts'
import {dateIn} from '../../model/date.ts'
import {calendar, nextReview} from './calendar.ts'

const settings = (change: Partial<Settings>): Settings => ({...DEFAULT_SETTINGS, start: '2026-11-23', ...change})
/** Days around both changes of the clocks, in both hemispheres, and a leap day. */
const start = fc.constantFrom('2026-03-02', '2026-03-28', '2026-10-24', '2026-11-23', '2027-12-31', '2028-02-28')
const date = fc.integer({min: 0, max: 500}).map((days) => new Date(Date.UTC(2026, 1, 1) + days * 86_400_000).toISOString().slice(0, 10))
const calendars = fc.record({
  start,
  workingDays: fc.subarray([...WEEKDAYS], {minLength: 1}),
  holidays: fc.uniqueArray(date, {maxLength: 15}),
})

afterEach(() => vi.unstubAllEnvs())

describe.each(['America/New_York', 'Australia/Lord_Howe'])('in %s', (zone) => {
  test('a working day has the number of its date, across changes of the clocks', () => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(calendars, fc.integer({min: 0, max: 400}), (change, n) => {
        const days = calendar(settings(change), null)
        expect(days.dayOf(days.dateOf(n) as string)).toBe(n)
      }),
    )
  })

  test('a date is the same whatever the clock of the machine says', () => {
    vi.stubEnv('TZ', zone)
    const days = calendar(settings({start: '2026-10-26'}), null)
    expect([0, 4, 5, 9].map((n) => days.dateOf(n))).toEqual(['2026-10-26', '2026-10-30', '2026-11-02', '2026-11-06'])
  })
})

/** The plain way: day after day from the origin. */
function walk(change: Settings): {readonly dateOf: (n: number) => string; readonly dayOf: (date: string) => number} {
  const works = (at: Date): boolean =>
    change.workingDays.includes(WEEKDAYS[(at.getUTCDay() + 6) % 7] as Weekday) && !change.holidays.includes(iso(at))
  const next = (at: Date): Date => new Date(at.getTime() + 86_400_000)
  const origin = new Date(`${change.start ?? ''}T00:00:00Z`)
  return {
    dateOf(n) {
      let at = origin
      for (let left = n; left > 0 || !works(at); at = next(at)) if (works(at)) left--
      return iso(at)
    },
    dayOf(day) {
      let count = 0
      for (let at = origin; iso(at) < day; at = next(at)) if (works(at)) count++
      return count
    },
  }
}
const iso = (at: Date): string => at.toISOString().slice(0, 10)

test('day after day gives the same numbers and dates', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(calendars, date, fc.integer({min: 0, max: 700}), (change, day, n) => {
      const [fast, plain] = [calendar(settings(change), null), walk(settings(change))]
      expect([fast.dateOf(n), fast.dayOf(day)]).toEqual([plain.dateOf(n), plain.dayOf(day)])
    }),
    {numRuns: 500},
  )
})

test('a far date is found without a walk to it, and past the last year there is none', () => {
  const days = calendar(settings({holidays: ['2026-12-25', '8999-12-31']}), null)
  expect(days.dayOf('9000-01-01')).toBe(1_819_195)
  expect(days.dateOf(1_819_195)).toBe('9000-01-01')
  expect(days.dateOf(10 ** 15)).toBeNull()
  expect(days.windowOf({unit: 'date', start: '9999-12-01', finish: '9999-12-31'})).toEqual({from: 2_080_060, to: 2_080_083})
})

test('a holiday never makes a working day earlier', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(calendars, date, fc.integer({min: 0, max: 300}), (change, holiday, n) => {
      const without = calendar(settings(change), null).dateOf(n) as string
      const withOne = calendar(settings({...change, holidays: [...change.holidays, holiday]}), null).dateOf(n) as string
      expect(withOne >= without).toBe(true)
    }),
  )
})

test('a holiday never makes an item of a plan start or finish earlier', {tags: ['slow']}, () => {
  const text = (holidays: readonly string[]): string =>
    `---\nplan:\n  start: 2026-11-23\n  holidays: [${holidays.join(', ')}]\n---\n# Plan\n## Items\n### 1. A\n#### 1.1 One\n- [ ] a\n**Timeline**: 3 days\n#### 1.2 Two\n- [ ] b\n**Timeline**: 8 days\n**Depends on**: 1.1\n#### 1.3 Three\n- [ ] c\n**Timeline**: 4 days\n## Implementation Schedule\n### Week 1\n- 1.1, 1.2\n### Week 3\n- 1.3\n`
  const dates = (holidays: readonly string[]): readonly (readonly [string | null, string | null])[] =>
    report({
      text: text(holidays),
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-23T12:00:00Z',
      today: null,
      evidence: null,
    }).sections.flatMap(({items}) => items.map(({start: from, finish}) => [from, finish] as const))
  const winter = fc
    .integer({min: 0, max: 40})
    .map((days) => new Date(Date.UTC(2026, 10, 20) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.uniqueArray(winter, {maxLength: 6}), winter, (holidays, another) => {
      const before = dates(holidays)
      dates([...holidays, another]).forEach(([from, finish], index) => {
        expect(from !== null && finish !== null).toBe(true)
        expect((from as string) >= (before[index]?.[0] as string)).toBe(true)
        expect((finish as string) >= (before[index]?.[1] as string)).toBe(true)
      })
    }),
    {numRuns: 60},
  )
})

test('week n is the n-th block of seven days: a holiday shortens it and never shifts the next', () => {
  const days = calendar(settings({holidays: ['2026-11-26']}), null)
  expect(days.windowOf({unit: 'week', from: 1, to: 1})).toEqual({from: 0, to: 4})
  const second = days.windowOf({unit: 'week', from: 2, to: 2})
  expect(second).toEqual({from: 4, to: 9})
  expect(days.dateOf(second?.from ?? -1)).toBe('2026-11-30')
})

test('without a start a week is as many days as the week has working days, and there are no dates', () => {
  const days = calendar(settings({start: null, workingDays: ['mon', 'tue', 'wed', 'thu']}), null)
  expect(days.windowOf({unit: 'week', from: 2, to: 3})).toEqual({from: 4, to: 12})
  expect(days.dateOf(0)).toBeNull()
})

test('a start on a day off begins on the next working day', () => {
  expect(calendar(settings({start: '2026-11-21'}), null).dateOf(0)).toBe('2026-11-23')
})

test('reviews are whole periods from the start; a short month has its last day', () => {
  expect(nextReview('2026-11-23', 'weekly', '2026-11-23')).toBe('2026-11-30')
  expect(nextReview('2026-11-23', 'bi-weekly', '2026-12-08')).toBe('2026-12-21')
  expect(nextReview('2027-01-31', 'monthly', '2027-02-01')).toBe('2027-02-28')
  expect(nextReview('2026-11-23', 'quarterly', '2026-11-24')).toBe('2027-02-23')
  expect(nextReview(null, 'weekly', '2026-11-24')).toBeNull()
})

test('a moment has another date in another time zone', () => {
  expect(dateIn('UTC', '2026-11-23T23:30:00Z')).toBe('2026-11-23')
  expect(dateIn('Europe/Berlin', '2026-11-23T23:30:00Z')).toBe('2026-11-24')
})

test('weeks of a plan without a start have no dates, whatever another phase says', () => {
  const text =
    '# P\n\n## Phase 1 (week 1)\n\n### A\n\n**Timeline**: 3 days\n\n**Due**: 2026-12-04\n\n- [ ] a\n\n## Phase 2 (14 - 18 December 2026)\n\n### B\n\n- [ ] b\n'
  const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  const {phases, problems} = report({text, source, baseline: null, now: '2026-11-23T09:00:00Z', today: '2026-11-23', evidence: null})
  expect(phases.map(({start, finish}) => [start, finish])).toEqual([
    [null, null],
    ['2026-12-14', '2026-12-18'],
  ])
  expect(problems.map(({rule}) => rule)).not.toContain('schedule/misses-due-date')
})
