import {expect, test} from 'vitest'
import {isUnreadablePeriod, readPeriod} from './period.ts'

function shown(heading: string): string {
  const period = readPeriod(heading)
  if (period === null || period.unit === 'unknown') return period?.unit ?? 'none'
  return period.unit === 'date' ? `${period.start} to ${period.finish}` : `${period.unit} ${period.from} to ${period.to}`
}

test.each([
  ['Week 1 (Immediate - P0 & Critical P1)', 'week 1 to 1'],
  ['Week 2-3 (High Priority - P1)', 'week 2 to 3'],
  ['Weeks 1, 2 and 4', 'week 1 to 4'],
  ['Week 1 - Week 4', 'week 1 to 4'],
  ['Phase 1 (Weeks 1-2)', 'week 1 to 2'],
  ['Phase 2: Months 2 to 3', 'month 2 to 3'],
  ['第1-2周', 'week 1 to 2'],
  ['第1周至第3周', 'week 1 to 3'],
  ['Week 1 (2026-12-01)', 'week 1 to 1'],
  ['Week 1 - 2026-11-23', 'week 1 to 1'],
  ['Week 1-2, 40 hours', 'week 1 to 2'],
  ['Week 1-2 - 3 tasks', 'week 1 to 2'],
  ['Weeks 1-2, 5-6 (P1)', 'week 1 to 6'],
  ['Weeks 1+2', 'week 1 to 2'],
  ['Sprint 3', 'unknown'],
  // A phase all the same, so that it holds its items together; that it has no dates is said.
  ['Milestone 2 — 31 March 2026', 'unknown'],
  ['Sprint 1-2 March 2026', 'unknown'],
  ['Week 0', 'unknown'],
  ['6–17 January 2026', '2026-01-06 to 2026-01-17'],
  ['Sprint 1: 6-17 Jan 2026', '2026-01-06 to 2026-01-17'],
  ['Q1', 'unknown'],
  ['3 weeks of cleaning', 'none'],
  // What has no end that is stated, or no one reading, is not read in part.
  ['Week 9+ (Low - P3)', 'none'],
  ['Week 9 onwards', 'none'],
  ['Week 4 - Month 2', 'none'],
  ['Week 1/2', 'none'],
])('%s: %s', (heading, expected) => expect(shown(heading)).toBe(expected))

test.each([
  ['Week 49, 2026', '2026-11-30 to 2026-12-06'],
  ['Week 49 2026 (P1)', '2026-11-30 to 2026-12-06'],
  ['Weeks 49-51, 2026', '2026-11-30 to 2026-12-20'],
  ['Week 49 - Week 51, 2026: hardening', '2026-11-30 to 2026-12-20'],
  ['Calendar week 49 of 2026', '2026-11-30 to 2026-12-06'],
  ['KW 49/2026', '2026-11-30 to 2026-12-06'],
  ['KW 52 2026 - KW 2 2027', '2026-12-21 to 2027-01-17'],
  ['CW 49 2026', '2026-11-30 to 2026-12-06'],
  ['2026-W49', '2026-11-30 to 2026-12-06'],
  ['2026-W49 - W51', '2026-11-30 to 2026-12-20'],
  ['2026-W53 to 2027-W01', '2026-12-28 to 2027-01-10'],
  ['Phase 2 (KW 49 2026)', '2026-11-30 to 2026-12-06'],
  ['Hardening: Week 49, 2026', '2026-11-30 to 2026-12-06'],
  ['What is left from Week 49, 2026', 'none'],
  // A year that has no such week, and weeks that go backwards.
  ['Week 53, 2027', 'none'],
  ['Weeks 51-49, 2026', 'none'],
  // No year: counted from the start of the plan.
  ['Week 49', 'week 49 to 49'],
  ['Week 2, 2000 records', 'week 2 to 2'],
  ['Week 1-2, 2026-12-01', 'week 1 to 2'],
  ['Week 1 (2026)', 'week 1 to 1'],
])('weeks of the calendar, %s: %s', (heading, expected) => expect(shown(heading)).toBe(expected))

test.each([
  ['Q1 2027', '2027-01-01 to 2027-03-31'],
  ['Q1-2027', '2027-01-01 to 2027-03-31'],
  ['2027 Q1', '2027-01-01 to 2027-03-31'],
  ['2027-Q1', '2027-01-01 to 2027-03-31'],
  ['Q1-Q2 2027', '2027-01-01 to 2027-06-30'],
  ['Q3/Q4 2027', '2027-07-01 to 2027-12-31'],
  ['Q1, Q2 and Q3 2027', '2027-01-01 to 2027-09-30'],
  ['Q4 2026 - Q1 2027', '2026-10-01 to 2027-03-31'],
  ['2026 Q4 – 2027 Q1', '2026-10-01 to 2027-03-31'],
  ['2027 Q1-Q2', '2027-01-01 to 2027-06-30'],
  ['March 2027', '2027-03-01 to 2027-03-31'],
  ['January-March 2027', '2027-01-01 to 2027-03-31'],
  ['Dec 2026 - Jan 2027', '2026-12-01 to 2027-01-31'],
  ['Dec. 2026 to Q1 2027', '2026-12-01 to 2027-03-31'],
  ['15 Dec 2026 - Jan 2027', '2026-12-15 to 2027-01-31'],
  ['Nov 13 - Nov 20, 2026', '2026-11-13 to 2026-11-20'],
  ['Nov 13-20, 2026', '2026-11-13 to 2026-11-20'],
  ['2026-01-05 to 2026-01-09', '2026-01-05 to 2026-01-09'],
  ['Phase 1 - Foundation (Q1 2027)', '2027-01-01 to 2027-03-31'],
  ['Q1 goals (Jan 4 - Mar 26, 2027)', 'none'],
  ['Q1 2027 (Jan 4 - Mar 26)', '2027-01-01 to 2027-03-31'],
  ['Sprint 3 (2026-12-01, 2026-12-15)', '2026-12-01 to 2026-12-15'],
  ['Q1 2027: what may break', '2027-01-01 to 2027-03-31'],
  ['Q4 2026 (before Dec 24)', '2026-10-01 to 2026-12-31'],
  ['Q1 2027+', 'none'],
  ['Phase 3 (from Q1 2027)', 'none'],
  ['Phase 3 (from Q1 to Q2 2027)', '2027-01-01 to 2027-06-30'],
  ['Q4 - Q1 2027', 'none'],
  ['Q1 2027 to mid-Q2 2027', 'none'],
  ['Phase 1 (March to the end of May 2027)', 'none'],
  ['Januar - August 2027', 'none'],
  ['Marketing (Q1 2027)', 'none'],
])('%s: %s', (heading, expected) => expect(shown(heading)).toBe(expected))

test('many dates are read at once', () => {
  // Time of the processor in milliseconds, which other work on the machine does not add to.
  const started = process.cpuUsage()
  for (const text of ['Q1 - ', 'Q1 2027, ', 'Dec 2026 ', 'Week 1, ', '1 - ']) readPeriod(text.repeat(20_000))
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000)
})

test.each([
  ['Week 9+', true],
  ['Week 4 - Month 2', true],
  ['Week 53, 2027', true],
  ['From Q1 2027', true],
  ['After March 2027', true],
  ['Q1 2027 onwards', true],
  ['KW 49', true],
  ['Since Week 3', true],
  ['Milestone 1 (due 2026-03-31)', true],
  ['Milestone 2 — 31 March 2026', true],
  ['Phase 3: until 31 March 2026', true],
  ['Sprint 3 (02/02/2026 – 13/02/2026)', true],
  ['Phase 1 (Jan–Mar)', true],
  ['Sprint 2 (Jan 19 – Jan 30)', true],
  ['Phase 2 (Q1)', true],
  ['Q2', true],
  ['Week 0', true],
  ['Weeks 10–2', true],
  ['Week of January 5, 2026', true],
  ['H1 2026', true],
  ['Dec 15 – Jan 9, 2027', true],
  ['6 – 17 January 2026', true],
  // Dates that can be read, a name that has none, and words.
  ['Week 9', false],
  ['Q1 2027', false],
  ['Sprint 3', false],
  ['Milestone 3: may the force', false],
  ['Sprint 4: march on', false],
  ['H100 cluster', false],
  ['Sprint 1: 6–17 Jan 2026', false],
  ['After Sprint 3', false],
  ['After the audit', false],
  ['From scratch', false],
  ['3 weeks of cleaning', false],
  ['Before Week 1', false],
])('%s is meant as a period and gives no dates: %s', (heading, expected) => expect(isUnreadablePeriod(heading)).toBe(expected))
