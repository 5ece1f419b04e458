import {dayNumber, weekdayOf} from '../../model/date.ts'
import {WEEKDAYS, type Settings, type Weekday} from '../../model/settings.ts'

/** Working days counted from a first day; days are numbers since 1970-01-01. */
export interface Workdays {
  /** Working days in a week without holidays. */
  readonly weekSize: number
  /** Working day `n` from 0; null below 0, and in a week without work. */
  nth(n: number): number | null
  /** Working days from the first day up to, not including, `day`. */
  before(day: number): number
}

/** Working days from `first` on, by whole weeks and a search among the holidays: a far date costs no more than a near one. */
export function workdays(first: number, {workingDays, holidays}: Pick<Settings, 'workingDays' | 'holidays'>): Workdays {
  // How far after the first day of each week of the count its days of work are.
  const offsets = [0, 1, 2, 3, 4, 5, 6].filter((offset) => workingDays.includes(WEEKDAYS[weekdayOf(first + offset)] as Weekday))
  const size = offsets.length
  const weekdaysBefore = (day: number): number => {
    const passed = Math.max(0, day - first)
    return Math.floor(passed / 7) * size + offsets.filter((offset) => offset < passed % 7).length
  }
  const free = Array.from(new Set(holidays.map(dayNumber)))
    .filter((day) => day >= first && offsets.includes((day - first) % 7))
    .sort((a, b) => a - b)
  // Working days before each holiday: they never fall.
  const worked = free.map((day, index) => weekdaysBefore(day) - index)
  return {
    weekSize: size,
    nth(n) {
      if (n < 0 || size === 0) return null
      const at = n + below(worked, n + 1)
      return first + 7 * Math.floor(at / size) + (offsets[at % size] as number)
    },
    before: (day) => weekdaysBefore(day) - below(free, day),
  }
}

/** How many of the values, in order, are below a limit. */
export function below(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
