import {DAY} from '../model/date.ts'

const UNITS = [
  ['second', 1000, 60_000],
  ['minute', 60_000, 3_600_000],
  ['hour', 3_600_000, 2 * DAY],
  ['day', DAY, Infinity],
] as const

/** How long ago, in words; what lies ahead of this clock is "just now". */
export function age(then: number, now: number): string {
  const passed = now - then
  if (!(passed >= 5000)) return 'just now'
  const [unit, size] = UNITS.find(([, , limit]) => passed < limit) as (typeof UNITS)[number]
  const count = Math.floor(passed / size)
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
