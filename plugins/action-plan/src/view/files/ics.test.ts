import {readFileSync} from 'node:fs'
import ICAL from 'ical.js'
import {afterEach, expect, test, vi} from 'vitest'
import {nextReview} from '../../derive/schedule/calendar.ts'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {toIcs} from './ics.ts'

const PLAN = readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8')
const read = (text: string, committedAt: string | null = '2026-11-24T09:30:00+02:00'): Report =>
  report({
    text,
    source: {path: 'docs/plan.md', commit: null, committedAt, changedAt: null, dirty: false},
    baseline: null,
    now: committedAt ?? '2026-11-25T10:00:00Z',
    today: null,
    evidence: null,
  })
/** Read by another program than the one that wrote it. */
const events = (text: string): readonly ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(toIcs(read(text)))).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
const event = (text: string, uid: string): ICAL.Event => {
  const found = events(text).find((one) => one.uid.startsWith(`${uid}.`))
  if (found === undefined) throw new Error(`no event ${uid}`)
  return found
}
const occurrences = (one: ICAL.Event, count: number): readonly string[] => {
  const dates = one.iterator()
  return Array.from({length: count}, () => dates.next()?.toString() ?? 'none')
}

afterEach(() => vi.unstubAllEnvs())

test('phases, deadlines and reviews are all-day events of the right days', () => {
  expect(events(PLAN).map((one) => [one.uid, one.startDate.toString(), one.endDate.toString(), one.startDate.isDate])).toEqual([
    ['phase-week-1.docs-plan-md@action-plan', '2026-11-23', '2026-11-28', true],
    ['phase-week-2-3.docs-plan-md@action-plan', '2026-11-30', '2026-12-12', true],
    ['phase-week-4-6.docs-plan-md@action-plan', '2026-12-14', '2027-01-02', true],
    ['phase-week-7-8.docs-plan-md@action-plan', '2027-01-04', '2027-01-16', true],
    ['deadline-p0.docs-plan-md@action-plan', '2026-11-23', '2026-11-24', true],
    ['deadline-p1.docs-plan-md@action-plan', '2026-11-27', '2026-11-28', true],
    ['deadline-p2.docs-plan-md@action-plan', '2026-12-18', '2026-12-19', true],
    ['review-weekly-review-of-progress.docs-plan-md@action-plan', '2026-11-30', '2026-12-01', true],
    ['review-bi-weekly-security-audits.docs-plan-md@action-plan', '2026-12-07', '2026-12-08', true],
    ['review-monthly-architecture-review.docs-plan-md@action-plan', '2026-12-23', '2026-12-24', true],
    ['review-quarterly-dependency-audit.docs-plan-md@action-plan', '2027-02-23', '2027-02-24', true],
  ])
})

test('reviews recur as often as they say', () => {
  expect(occurrences(event(PLAN, 'review-weekly-review-of-progress'), 3)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14'])
  expect(occurrences(event(PLAN, 'review-bi-weekly-security-audits'), 3)).toEqual(['2026-12-07', '2026-12-21', '2027-01-04'])
  expect(occurrences(event(PLAN, 'review-monthly-architecture-review'), 3)).toEqual(['2026-12-23', '2027-01-23', '2027-02-23'])
  expect(occurrences(event(PLAN, 'review-quarterly-dependency-audit'), 3)).toEqual(['2027-02-23', '2027-05-23', '2027-08-23'])
})

test.each(['monthly', 'quarterly'] as const)(
  'a calendar program finds the same %s reviews as the progress page, in short months too',
  (cadence) => {
    const name = cadence === 'monthly' ? 'review-monthly-architecture-review' : 'review-quarterly-dependency-audit'
    for (const start of ['2026-10-31', '2026-11-30', '2027-01-30', '2027-01-29', '2027-11-29', '2027-01-28', '2028-02-29', '2027-12-30']) {
      const own = events(PLAN.replace('2026-11-23', start)).filter(({uid}) => uid.startsWith(name))
      const found = own.flatMap((one) => occurrences(one, 30)).sort()
      let expected = nextReview(start, cadence, start)
      for (const date of found.slice(0, 24)) {
        expect(date, start).toBe(expected)
        expected = nextReview(start, cadence, new Date(Date.parse(expected as string) + 86_400_000).toISOString().slice(0, 10))
      }
    }
  },
)

test('due dates are events with the names of their items', () => {
  const one = event(PLAN.replace('#### 2.2 API Security\n', '#### 2.2 API Security\n**Due**: 2026-12-04\n'), 'due-2-2')
  expect([one.summary, one.startDate.toString()]).toEqual(['Due: 2.2 API Security', '2026-12-04'])
})

test('the same commit gives the same bytes on every machine, stamped with the time of the commit', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland')
  const east = toIcs(read(PLAN))
  vi.stubEnv('TZ', 'America/Los_Angeles')
  expect(toIcs(read(PLAN))).toBe(east)
  expect([...new Set(east.match(/^DTSTAMP:.*$/gm))]).toEqual(['DTSTAMP:20261124T073000Z'])
})

test('without dates the calendar is valid and empty', () => {
  const body = toIcs(read(PLAN.replace('  start: 2026-11-23\n', '  team: 3\n')))
  const calendar = new ICAL.Component(ICAL.parse(body))
  expect([calendar.name, calendar.getFirstPropertyValue('version'), calendar.getAllSubcomponents().length]).toEqual(['vcalendar', '2.0', 0])
})

test('any text survives, on lines of at most 75 octets that end as the standard says', () => {
  const title = 'Straße; Prüfung, \\n "x": 検証'.padEnd(120, ' ж')
  const text = PLAN.replace('- Weekly review of progress', `- Weekly ${title}`)
  const body = toIcs(read(text))
  expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  expect(events(text).map(({summary}) => summary)).toContain(read(text).reviews[0]?.review.text)
})
