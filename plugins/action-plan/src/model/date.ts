// Arithmetic on calendar days. Days are those of UTC, which has no clock changes: a day always has the same length.

/** Milliseconds of a day. */
export const DAY = 86_400_000

/** Days from 1970-01-01 to an ISO date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The ISO date of a day's number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** The instant at which a date begins in UTC. */
export function midnight(date: string): Date {
  return new Date(dayNumber(date) * DAY)
}

/** A date so many days later; fewer than 0 is earlier. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** How many days the second date is after the first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The weekday of a day's number: 0 is Monday, as in `WEEKDAYS`. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The number of a day by year, month and day of the month, both from 1. Months beyond 12 are in later years; day 0 is the last one of the month before. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY
}

/** How many days a month of a year has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for an ISO calendar date that exists, in a year that a plan can mean: other years are typing errors, and have no room for the days around them. */
export function isDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text)?.map(Number) ?? []
  return (
    year !== undefined &&
    year >= 1900 &&
    year <= 9998 &&
    day !== undefined &&
    month !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** Formats by time zone: the first one costs a phone a tenth of a second. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', {timeZone, year: 'numeric', month: '2-digit', day: '2-digit'})
  formats.set(timeZone, format)
  return format
}

/** The ISO date of an instant in a time zone. A text is an ISO time with offset. */
export function dateIn(timeZone: string, instant: string | Date): string {
  const time = new Date(instant)
  if (timeZone === 'UTC') return dateOf(Math.floor(time.getTime() / DAY))
  const parts = formatOf(timeZone).formatToParts(time)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
