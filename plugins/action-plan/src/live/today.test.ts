import {expect, test} from 'vitest'
import {todayIn} from './today.ts'

test.each([
  ['UTC', '2026-03-01T00:00:00Z', '2026-03-01'],
  ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
  ['Etc/UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
  ['America/New_York', '2026-03-01T04:59:59Z', '2026-02-28'],
  ['America/New_York', '2026-03-01T05:00:00Z', '2026-03-01'],
  ['Pacific/Kiritimati', '2026-02-28T10:00:00Z', '2026-03-01'],
  ['Europe/Berlin', '2026-12-31T23:30:00Z', '2027-01-01'],
])('in %s, %s is on %s', (timeZone, instant, date) => {
  expect(todayIn(timeZone, new Date(instant))).toBe(date)
})
