import fc from 'fast-check'
import {Temporal} from 'temporal-polyfill'
import {expect, test} from 'vitest'
import {addDays, dateIn, dateOf, dayNumber, dayOf, daysBetween, daysInMonth, weekdayOf} from './date.ts'

test.each([
  ['UTC', '2026-03-01T00:00:00Z', '2026-03-01'],
  ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
  ['Etc/UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
  ['America/New_York', '2026-03-01T04:59:59Z', '2026-02-28'],
  ['America/New_York', '2026-03-01T05:00:00Z', '2026-03-01'],
  ['Pacific/Kiritimati', '2026-02-28T10:00:00Z', '2026-03-01'],
  ['Europe/Berlin', '2026-12-31T23:30:00Z', '2027-01-01'],
])('in %s, %s is on %s', (timeZone, instant, date) => {
  expect(dateIn(timeZone, instant)).toBe(date)
})

test('a day is a day, also when clocks change and over the ends of years', () => {
  expect(['2026-03-28', '2026-10-24', '2026-12-31', '2028-02-28'].map((date) => addDays(date, 1))).toEqual([
    '2026-03-29',
    '2026-10-25',
    '2027-01-01',
    '2028-02-29',
  ])
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
  expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dateOf(-1)]).toEqual([0, -1, '1969-12-31'])
  expect(['2026-11-23', '2026-11-29', '1969-12-29'].map((date) => weekdayOf(dayNumber(date)))).toEqual([0, 6, 0])
  expect([daysInMonth(2026, 2), daysInMonth(2028, 2), daysInMonth(2100, 2), daysInMonth(2026, 12)]).toEqual([28, 29, 28, 31])
  expect([dateOf(dayOf(2026, 14, 3)), dateOf(dayOf(2028, 3, 0))]).toEqual(['2027-02-03', '2028-02-29'])
})

test('the date in a zone is the one that Temporal gives', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({min: new Date('1900-01-01'), max: new Date('9998-12-31'), noInvalidDate: true}),
      (zone, at) => {
        const instant = at.toISOString()
        expect(dateIn(zone, instant)).toBe(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString())
      },
    ),
  )
  expect(dateIn('Europe/Berlin', '2026-11-23T22:30:00-01:00')).toBe('2026-11-24')
})
