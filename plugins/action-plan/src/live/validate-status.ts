import {DAY, dayNumber} from '../model/date.ts'
import {percentOf} from '../model/number.ts'
import type {Status} from '../model/status.ts'
import {FACTS_SHAPE, SCHEMA_VERSION, STATUS_SHAPE} from './status-shape.ts'
import {firstPart} from '../model/text.ts'

/**
 * What a value must be: text names a kind (one of `KINDS`, "string", "boolean") or the words to choose from ("open|done"); `[shape]` is a
 * list, an object has the shapes of its keys. A question mark is for what may be null: "string?", `{'?': shape}`; at the end of a key, for
 * one that may be missing. The key "*" stands for every key, and "|" lists shapes of which one fits. "facts" is what FACTS_SHAPE says of
 * the code that stands beside it.
 *
 * The table is generated from the schema. Ajv's standalone code for the same schema was measured, too: 9.2 kB gzipped without these
 * messages, where the table and this checker are 2.7 kB.
 */
export type Shape = string | readonly [Shape] | {readonly '|': readonly Shape[]} | {readonly [key: string]: Shape}

/** Kinds of values that a type does not tell, each with what is expected. */
const KINDS: Readonly<Record<string, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  number: ['a number', (value) => Number.isFinite(value) && (value as number) >= 0],
  signed: ['a number', Number.isFinite],
  date: ['an ISO date', (value) => typeof value === 'string' && !Number.isNaN(dayNumber(value))],
  time: ['an ISO time', (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))],
  zone: ['a time zone that this browser knows', isZone],
}

function isZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', {timeZone: value}) !== null
  } catch {
    return false
  }
}

const KEPT: Readonly<Record<string, Shape>> = FACTS_SHAPE
const factsOf = ({code}: {readonly code?: unknown}): Shape =>
  typeof code === 'string' && Object.hasOwn(KEPT, code) ? (KEPT[code] as Shape) : {}

/** The first place where a value is not of a shape, with what was found and expected; null when there is none. */
export function faultIn(value: unknown, shape: Shape, at: string): string | null {
  if (typeof shape === 'string') return faultOfKind(value, shape, at)
  if ('?' in shape) return value === null ? null : faultIn(value, shape['?'] as Shape, at)
  if ('|' in shape) {
    const found = (shape as {readonly '|': readonly Shape[]})['|'].map((one) => faultIn(value, one, at))
    return found.includes(null) ? null : (found[0] as string)
  }
  const isList = Array.isArray(shape)
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList)
    return unexpectedValue(value, at, isList ? 'a list' : 'an object')
  for (const name of Object.keys(isList || '*' in shape ? value : shape)) {
    const key = name.replace('?', '')
    if (key !== name && !Object.hasOwn(value, key)) continue
    const place = isList ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const inner = (shape as Record<string, Shape>)[isList ? 0 : '*' in shape ? '*' : name] as Shape
    const found = faultIn((value as Record<string, unknown>)[key], inner === 'facts' ? factsOf(value) : inner, place)
    if (found !== null) return found
  }
  return null
}

function faultOfKind(value: unknown, shape: string, at: string): string | null {
  const [kind = '', optional] = shape.split('?')
  if (value === null && optional !== undefined) return null
  const words = kind.split('|')
  if (words.length > 1) {
    const choice = words.filter(Boolean)
    return choice.includes(value as string) ? null : unexpectedValue(value, at, choice.join(' or '))
  }
  const [expected, fits] = KINDS[kind] ?? [`a ${kind}`, (one: unknown) => typeof one === kind]
  return fits(value) ? null : unexpectedValue(value, at, expected)
}

/** "items[0].done: unexpected 3, expected a number". */
export function unexpectedValue(value: unknown, at: string, expected: string): string {
  const found = value === undefined ? 'nothing' : shown(value)
  return `${at === '' ? 'status.json' : at}: unexpected ${found.length > 40 ? `${firstPart(found, 40)}…` : found}, expected ${expected}`
}

/** A value as JSON; of a list or an object only so much as is read. */
function shown(value: unknown): string {
  // JSON writes a number without end as null.
  if (typeof value === 'number') return `${value}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  const [key] = Object.keys(value)
  return key === undefined ? '{}' : `{${JSON.stringify(key)}: …}`
}

interface Counts {
  readonly tasks: number
  readonly done: number
}
const sumOf = (all: readonly Counts[]): Counts => ({
  tasks: all.reduce((sum, {tasks}) => sum + tasks, 0),
  done: all.reduce((sum, {done}) => sum + done, 0),
})

/** The first number that is not what the boxes of the tasks say; null when there is none. */
function miscount({totals, sections, priorities}: Status): string | null {
  const items = sections.flatMap((section) =>
    section.items.map(({id, tasksTotal, done, percent, priority, tasks}) => ({
      place: `item ${id}`,
      priority,
      found: {tasks: tasksTotal, done, percent},
      boxes: {tasks: tasks.filter(({mark}) => mark !== 'dropped').length, done: tasks.filter(({mark}) => mark === 'done').length},
    })),
  )
  const all = items.map(({boxes}) => boxes)
  let next = 0
  const rows = [
    ...items,
    ...sections.map(({id, items: own, ...found}) => ({
      place: `section ${id}`,
      found,
      boxes: sumOf(all.slice(next, (next += own.length))),
    })),
    ...priorities.map(({id, ...found}) => ({
      place: `priority ${id ?? 'none'}`,
      found,
      boxes: sumOf(items.filter(({priority}) => priority === id).map(({boxes}) => boxes)),
    })),
    {place: 'totals', found: totals, boxes: sumOf(all)},
  ]
  for (const {place, found, boxes} of rows)
    for (const [key, value] of Object.entries({...boxes, percent: percentOf(boxes.done, boxes.tasks)}))
      if (found[key as keyof Counts] !== value)
        return `${place}: unexpected ${key} ${found[key as keyof Counts]}, expected ${value}, as its tasks say`
  return totals.items === items.length && totals.itemsDone <= totals.items
    ? null
    : `totals: unexpected ${totals.itemsDone} of ${totals.items} items done, expected the ${items.length} items that there are`
}

/** The most that is said of what is wrong. */
const LONGEST = 300

/** A status that a page may show, or why not. Wrong counts are worse than old ones: what does not add up is refused. */
export function validateStatus(value: unknown, now: number): {readonly status: Status} | {readonly reason: string} {
  const found = checked(value, now)
  // It holds names of the file, which may be as long as it pleases.
  return 'reason' in found && found.reason.length > LONGEST ? {reason: `${firstPart(found.reason, LONGEST)}…`} : found
}

function checked(value: unknown, now: number): {readonly status: Status} | {readonly reason: string} {
  const version = (value as {schemaVersion?: unknown} | null)?.schemaVersion
  if (version !== SCHEMA_VERSION) return {reason: unexpectedValue(version, 'schemaVersion', `${SCHEMA_VERSION}`)}
  const wrong = faultIn(value, STATUS_SHAPE, '')
  if (wrong !== null) return {reason: wrong}
  const status = value as Status
  const miscounted = miscount(status)
  if (miscounted !== null) return {reason: miscounted}
  // A day of grace for time zones and clocks that are a little off.
  for (const [key, time] of [
    ['source.committedAt', status.source.committedAt],
    ['statusDate', status.statusDate],
  ] as const)
    if (time !== null && !(Date.parse(time) <= now + 2 * DAY))
      return {reason: `${key}: unexpected "${time}", expected a time that is not in the future of this clock`}
  return {status}
}
