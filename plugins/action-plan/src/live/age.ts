import {DAY} from '../model/date.ts'

const UNITS = [
  ['second', 1000, 60_000],
  ['minute', 60_000, 3_600_000],
  ['hour', 3_600_000, 2 * DAY],
  ['day', DAY, Infinity],
] as const

export interface Age {
  readonly count: number
  readonly unit: (typeof UNITS)[number][0]
}

/** How long ago; null for "just now", and for what lies ahead of this clock. */
export function age(then: number, now: number): Age | null {
  const passed = now - then
  if (!(passed >= 5000)) return null
  const [unit, size] = UNITS.find(([, , limit]) => passed < limit) as (typeof UNITS)[number]
  return {count: Math.floor(passed / size), unit}
}
