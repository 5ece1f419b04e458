import {DAY} from './date.ts'

/** What a unit measures, and how many of the smallest one it holds; units of two dimensions cannot be compared. */
interface UnitKind {
  readonly dimension: 'share' | 'time' | 'months' | 'bytes'
  readonly factor: number
  /** How it is written, lower case unless the case tells it from another. */
  readonly names: readonly string[]
}

/** Every unit whose meaning is certain. What is not here is kept as it is written and never converted: "m", "KB". */
export const UNITS = {
  '%': {dimension: 'share', factor: 1, names: ['%', 'percent', 'per cent']},
  share: {dimension: 'share', factor: 100, names: ['share']},
  ns: {dimension: 'time', factor: 1e-6, names: ['ns', 'nanosecond', 'nanoseconds']},
  µs: {dimension: 'time', factor: 1e-3, names: ['µs', 'μs', 'us', 'microsecond', 'microseconds']},
  ms: {
    dimension: 'time',
    factor: 1,
    names: ['ms', 'msec', 'millisecond', 'milliseconds'],
  },
  s: {dimension: 'time', factor: 1e3, names: ['s', 'sec', 'secs', 'second', 'seconds']},
  min: {dimension: 'time', factor: 6e4, names: ['min', 'mins', 'minute', 'minutes']},
  h: {dimension: 'time', factor: 36e5, names: ['h', 'hr', 'hrs', 'hour', 'hours']},
  days: {dimension: 'time', factor: DAY, names: ['d', 'day', 'days']},
  weeks: {dimension: 'time', factor: 7 * DAY, names: ['week', 'weeks']},
  months: {dimension: 'months', factor: 1, names: ['month', 'months']},
  years: {dimension: 'months', factor: 12, names: ['year', 'years']},
  B: {dimension: 'bytes', factor: 1, names: ['B', 'byte', 'bytes']},
  kB: {dimension: 'bytes', factor: 1e3, names: ['kB']},
  MB: {dimension: 'bytes', factor: 1e6, names: ['MB']},
  GB: {dimension: 'bytes', factor: 1e9, names: ['GB']},
  KiB: {dimension: 'bytes', factor: 1024, names: ['KiB']},
  MiB: {dimension: 'bytes', factor: 1024 ** 2, names: ['MiB']},
  GiB: {dimension: 'bytes', factor: 1024 ** 3, names: ['GiB']},
} as const satisfies Record<string, UnitKind>

export type Unit = keyof typeof UNITS

const BY_NAME = new Map<string, Unit>(
  (Object.keys(UNITS) as Unit[]).flatMap((unit) => UNITS[unit].names.map((name) => [name, unit] as const)),
)

/** A unit as it is known by; what nobody knows stays as it is written. */
export function unitNamed(text: string): string {
  return BY_NAME.get(text) ?? BY_NAME.get(text.toLowerCase()) ?? text
}

/** True for a unit of the table: it is no noun ("5 ms", not "5 incidents"). */
function isUnit(name: string): name is Unit {
  return Object.hasOwn(UNITS, name)
}

/** A value in another unit; null when the two measure different things, or nobody knows. No unit at all is a plain number. */
export function inUnit(value: number, from: string | null, to: string | null): number | null {
  if (from === to) return value
  if (from === null || to === null || !isUnit(from) || !isUnit(to)) return null
  const [a, b] = [UNITS[from], UNITS[to]]
  return a.dimension === b.dimension ? (value * a.factor) / b.factor : null
}
