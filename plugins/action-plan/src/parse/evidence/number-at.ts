import {firstPart} from '../../model/text.ts'
import type {Place} from '../../model/place.ts'
import {placeOf} from './json.ts'
import {plainLine} from './plain.ts'

/** The number that stands at a path, or why there is none; the place is that of the innermost object or list reached. */
export type NumberAt = Place & ({readonly number: number} | {readonly number: null; readonly reason: string})

type Step = string | number

/**
 * Steps of a path, or null when it is not one. Two ways of writing: names and places of a list, "results[0].mean" or
 * `results[0]["p 95"]`, and JSON Pointer (RFC 6901), "/results/0/mean". "length" after a list is how many it has.
 */
export function steps(path: string): readonly Step[] | null {
  if (path.startsWith('/'))
    return /~(?![01])/.test(path)
      ? null
      : path
          .slice(1)
          .split('/')
          .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const found: Step[] = []
  const step = /\.?([^.[\]"'\s][^.[\]]*)|\[(\d{1,9})\]|\["([^"]*)"\]|\['([^']*)'\]/y
  while (step.lastIndex < path.length) {
    const dotted = path[step.lastIndex] === '.'
    if (dotted && found.length === 0) return null
    const match = step.exec(path)
    if (match === null) return null
    const [whole, name, index, double, single] = match
    if (name !== undefined && found.length > 0 && !whole.startsWith('.')) return null
    found.push(index === undefined ? (name?.trim() ?? double ?? single ?? '') : Number(index))
  }
  return found.length === 0 ? null : found
}

/** The number at a path of a JSON value. A number written as a text is not one. */
export function numberAt(value: unknown, path: string): NumberAt {
  const way = steps(path)
  if (way === null)
    return {
      ...placeOf(value),
      number: null,
      reason: `unexpected path "${plainLine(path)}", expected one such as "results[0].mean" or "/results/0/mean"`,
    }
  let here = value
  let place = placeOf(value)
  const passed: Step[] = []
  for (const step of way) {
    const next = inside(here, step)
    if (next === undefined)
      return {
        ...place,
        number: null,
        reason: `${written(passed)} has no ${typeof step === 'number' ? `entry ${step}` : `"${plainLine(step)}"`}, ${has(here)}`,
      }
    passed.push(step)
    here = next
    if (typeof here === 'object' && here !== null) place = placeOf(here)
  }
  return typeof here === 'number' && Number.isFinite(here)
    ? {...place, number: here}
    : {...place, number: null, reason: `${written(passed)}: unexpected ${kind(here)}, expected a number`}
}

/** What a step leads to; undefined when it leads nowhere. */
function inside(value: unknown, step: Step): unknown {
  if (Array.isArray(value)) {
    if (step === 'length') return value.length
    return /^(?:0|[1-9]\d*)$/.test(String(step)) ? (value as readonly unknown[])[Number(step)] : undefined
  }
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<Step, unknown>)[step] : undefined
}

const written = (way: readonly Step[]): string =>
  way.length === 0
    ? 'the report'
    : way
        .map((step) => (typeof step === 'number' ? `[${step}]` : `.${plainLine(step)}`))
        .join('')
        .replace(/^\./, '')

function has(value: unknown): string {
  if (Array.isArray(value)) return `it is a list of ${value.length}`
  if (typeof value !== 'object' || value === null) return `it is ${kind(value)}`
  const names = Object.keys(value)
  return names.length === 0
    ? 'an empty object'
    : `expected one of ${plainLine(names.slice(0, 8).join(', '))}${names.length > 8 ? ', …' : ''}`
}

/** A value as a message names it. */
export function kind(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return `text ${JSON.stringify(firstPart(plainLine(value), 40))}`
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
