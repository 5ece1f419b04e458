import {DAY} from '../model/date.ts'
import type {Status} from '../model/status.ts'
import {SCHEMA_VERSION, STATUS_SHAPE} from './status-shape.ts'

/**
 * What a value must be: text names a kind ("number" from 0 up, "signed", "string", "boolean") or the words to choose from ("open|done");
 * `[shape]` is a list, an object has the shapes of its keys. A question mark is for what may be null: "string?", `{'?': shape}`; at the
 * end of a key, for one that may be missing. The key "*" stands for every key.
 *
 * The table is generated from the schema. Ajv's standalone code for the same schema was measured, too: 9.2 kB gzipped without these
 * messages, where the table and this checker are 1.6 kB.
 */
export type Shape = string | readonly [Shape] | {readonly [key: string]: Shape}

/** The first place where a value is not of a shape, with what was found and expected; null when there is none. */
export function faultIn(value: unknown, shape: Shape, at: string): string | null {
  if (typeof shape === 'string') {
    const [kind = '', optional] = shape.split('?')
    const words = kind.split('|')
    const right =
      (value === null && optional !== undefined) ||
      (words.length > 1
        ? words.includes(value as string)
        : kind === 'number' || kind === 'signed'
          ? Number.isFinite(value) && (kind === 'signed' || (value as number) >= 0)
          : typeof value === kind)
    return right ? null : unexpectedValue(value, at, words.length > 1 ? words.join(' or ') : `a ${kind.replace('signed', 'number')}`)
  }
  if ('?' in shape) return value === null ? null : faultIn(value, shape['?'] as Shape, at)
  const isList = Array.isArray(shape)
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList)
    return unexpectedValue(value, at, isList ? 'a list' : 'an object')
  for (const name of Object.keys(isList || '*' in shape ? value : shape)) {
    const key = name.replace('?', '')
    if (key !== name && !(key in value)) continue
    const place = isList ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const found = faultIn(
      (value as Record<string, unknown>)[key],
      (shape as Record<string, Shape>)[isList ? 0 : '*' in shape ? '*' : name] as Shape,
      place,
    )
    if (found !== null) return found
  }
  return null
}

/** "items[0].done: unexpected 3, expected a number". */
export function unexpectedValue(value: unknown, at: string, expected: string): string {
  const found = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return `${at === '' ? 'status.json' : at}: unexpected ${found.length > 40 ? `${found.slice(0, 40)}…` : found}, expected ${expected}`
}

/** A status that a page may show, or why not. Wrong counts are worse than old ones: what does not add up is refused. */
export function validateStatus(value: unknown, now: number): {readonly status: Status} | {readonly reason: string} {
  const version = (value as {schemaVersion?: unknown} | null)?.schemaVersion
  if (version !== SCHEMA_VERSION) return {reason: unexpectedValue(version, 'schemaVersion', `${SCHEMA_VERSION}`)}
  const wrong = faultIn(value, STATUS_SHAPE, '')
  if (wrong !== null) return {reason: wrong}
  const status = value as Status
  const items = status.sections.flatMap((section) => section.items.map((item) => ({...item, tasks: item.tasksTotal})))
  for (const {id, done, tasks} of [{id: 'totals', ...status.totals}, ...status.sections, ...status.priorities, ...items])
    if (done > tasks) return {reason: `${id ?? 'no priority'}: unexpected ${done} of ${tasks} tasks done, expected no more than there are`}
  for (const key of ['done', 'tasks'] as const) {
    const sum = status.sections.reduce((all, section) => all + section[key], 0)
    if (sum !== status.totals[key])
      return {reason: `totals.${key}: unexpected ${status.totals[key]}, expected the sum of the sections, ${sum}`}
  }
  // A day of grace for time zones and clocks that are a little off.
  for (const [key, time] of [
    ['source.committedAt', status.source.committedAt],
    ['statusDate', status.statusDate],
  ] as const)
    if (time !== null && !(Date.parse(time) <= now + 2 * DAY))
      return {reason: `${key}: unexpected "${time}", expected a time that is not in the future of this clock`}
  return {status}
}
