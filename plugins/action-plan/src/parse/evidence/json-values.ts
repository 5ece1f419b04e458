import {placeOf} from './json.ts'
import {kind} from './number-at.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'

export type Values = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member that must be an object. */
export function recordIn(values: Values, name: string): Values {
  const value = values[name]
  return isRecord(value) ? value : refuse(values, name, 'an object')
}

/** A member that must be a list of objects. */
export function recordsIn(values: Values, name: string): readonly Values[] {
  const value = values[name]
  return Array.isArray(value) && value.every(isRecord) ? value : refuse(values, name, 'a list of objects')
}

/** A member that must count something: a number as JSON writes one, whole, not below 0. */
export function countIn(values: Values, name: string): number {
  const value = values[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(values, name, 'a whole number of 0 or more')
}

/** A member that is a text; null when it is absent or null. */
export function textIn(values: Values, name: string): string | null {
  const value = values[name]
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : refuse(values, name, 'a text')
}

/** More milliseconds than this are a mistake; sums of them stay numbers. */
const MOST = 1e15

/** A member that is a time in milliseconds or the like; null when it is absent or null. */
export function amountIn(values: Values, name: string): number | null {
  const value = values[name]
  if (value === undefined || value === null) return null
  return typeof value === 'number' && value >= 0 && value <= MOST ? value : refuse(values, name, 'a number of 0 or more')
}

function refuse(values: Values, name: string, expected: string): never {
  throw new Unreadable(placeOf(values), `${name}: unexpected ${kind(values[name])}, expected ${expected}`, WRITE_AGAIN)
}
