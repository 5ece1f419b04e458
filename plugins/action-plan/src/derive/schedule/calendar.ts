// The one door to Temporal. What is planned counts whole working days from the start, half-open; arithmetic on calendar days is in model/date.
import {Temporal} from 'temporal-polyfill'
import {dateOf, dayNumber} from '../../model/date.ts'
import type {Cadence, Period} from '../../model/plan.ts'
import type {Settings} from '../../model/settings.ts'
import {workdays} from './workdays.ts'

/** A window of working-day numbers, half-open; `to` is null for one without an end. */
export interface Window {
  readonly from: number
  readonly to: number | null
}

export interface Calendar {
  /** Day 0 is the first working day from here; null when the plan gives no date at all. */
  readonly origin: string | null
  /** Working days in a week without holidays. */
  readonly weekSize: number
  /** The date of working day `n` from 0; null without an origin, and past the year 9999. */
  dateOf(n: number): string | null
  /** Working days from the origin up to, not including, `date`: of a working day, its number. */
  dayOf(date: string): number
  /** Working days from the origin up to and including `date`. */
  through(date: string): number
  /** The working days of a period; null when it has no length, or is a date without an origin. */
  windowOf(period: Period): Window | null
}

/** Working days in an average month, as durations count them. */
const MONTH = 21

/** No date comes after this one, so that the day after every date still has a year of four digits. */
const LAST = dayNumber('9999-12-30')

/** The plan's calendar. `firstDate` is the earliest date that a phase states, used as origin when the settings give no start. */
export function calendar(settings: Pick<Settings, 'start' | 'workingDays' | 'holidays'>, firstDate: string | null): Calendar {
  const origin = settings.start ?? firstDate
  const {weekSize, nth, before} = workdays(origin === null ? 0 : dayNumber(origin), settings)

  const dateAt = (n: number): string | null => {
    const day = origin === null ? null : nth(n)
    return day === null || day > LAST ? null : dateOf(day)
  }
  const dayOf = (date: string): number => (origin === null ? 0 : before(dayNumber(date)))
  const through = (date: string): number => (origin === null ? 0 : before(dayNumber(date) + 1))
  const between = (start: Temporal.PlainDate, end: Temporal.PlainDate | null): Window => ({
    from: dayOf(start.toString()),
    to: end === null ? null : dayOf(end.toString()),
  })

  const windowOf = (period: Period): Window | null => {
    if (period.unit === 'unknown') return null
    if (period.unit === 'date') {
      const last = period.finish === null ? null : Temporal.PlainDate.from(period.finish)
      return origin === null ? null : between(Temporal.PlainDate.from(period.start), last?.add({days: 1}) ?? null)
    }
    const {unit, from, to} = period
    // Nothing says when the first week is, and another phase has dates: its first day is not that of the plan.
    if (settings.start === null && origin !== null) return null
    if (unit === 'day') return {from: from - 1, to}
    if (settings.start === null) {
      const size = unit === 'week' ? weekSize : MONTH
      return {from: (from - 1) * size, to: to === null ? null : to * size}
    }
    const start = Temporal.PlainDate.from(settings.start)
    // Week n is the n-th block of seven days: holidays shorten it and never shift it.
    const after = (count: number): Temporal.PlainDate => start.add(unit === 'week' ? {days: 7 * count} : {months: count})
    return between(after(from - 1), to === null ? null : after(to))
  }
  return {origin, weekSize, dateOf: dateAt, dayOf, through, windowOf}
}

export const UNDATED = {start: null, finish: null}

/** First and last day of a stretch; without a length or an end it has no last day, and past the end of the calendar it has neither. */
export function datesOf(days: Calendar, from: number, to: number | null): {readonly start: string | null; readonly finish: string | null} {
  if (to === null) return {start: days.dateOf(from), finish: null}
  const finish = to === from ? null : days.dateOf(to - 1)
  return to > from && finish === null ? UNDATED : {start: days.dateOf(from), finish}
}

const PERIODS: Readonly<Record<Cadence, Temporal.DurationLike>> = {
  daily: {days: 1},
  weekly: {days: 7},
  'bi-weekly': {days: 14},
  monthly: {months: 1},
  quarterly: {months: 3},
  yearly: {years: 1},
}

/** `start` plus whole periods: the first, from one period on, that is not before `today`. */
export function nextReview(start: string | null, cadence: Cadence | null, today: string): string | null {
  if (start === null || cadence === null) return null
  const first = Temporal.PlainDate.from(start)
  const period = Temporal.Duration.from(PERIODS[cadence])
  const elapsed = first.until(today, {largestUnit: period.days > 0 ? 'days' : 'months'})
  const size = period.days > 0 ? period.days : period.months + 12 * period.years
  let count = Math.max(1, Math.floor((period.days > 0 ? elapsed.days : elapsed.months) / size))
  const at = (n: number): Temporal.PlainDate => first.add(period.days > 0 ? {days: n * size} : {months: n * size})
  while (Temporal.PlainDate.compare(at(count), today) < 0) count++
  return at(count).toString()
}

/** The first moment of a date in a time zone, and that of the next day, in milliseconds since 1970. */
export function dayBounds(timeZone: string, date: string): {readonly from: number; readonly to: number} {
  const day = Temporal.PlainDate.from(date)
  const start = (one: Temporal.PlainDate): number => one.toZonedDateTime(timeZone).epochMilliseconds
  return {from: start(day), to: start(day.add({days: 1}))}
}
