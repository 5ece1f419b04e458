import {FINDING_LEVELS} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'
import {MEASURES, type Measure, type MetricSetting} from '../../model/settings.ts'
import {unitNamed} from '../../model/unit.ts'

/** Which metric's setting cannot be used, and why. */
export interface Fault {
  readonly key: string
  readonly reason: string
}

type Given = Readonly<Record<string, unknown>>
type Key = Exclude<keyof MetricSetting, keyof Place>

interface Part {
  readonly expected: string
  is(value: unknown): boolean
}

const text = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const number = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const oneOf = (list: readonly string[]): Part => ({
  expected: `one of ${list.join(', ')}`,
  is: (value) => typeof value === 'string' && list.includes(value),
})

/** Every part of a metric's setting, in the order of the documentation. */
const PARTS: Readonly<Record<Key, Part>> = {
  report: {expected: 'a path of the project, such as reports/coverage.xml', is: text},
  items: {
    expected: 'a list of items of the plan in quotes, such as ["1.2", "10.1"]',
    is: (value) => Array.isArray(value) && value.length > 0 && value.every(text),
  },
  url: {
    expected: 'an address that begins with https:// or http:// and holds no password',
    is: (value) => typeof value === 'string' && isAddress(value),
  },
  measure: oneOf(Object.keys(MEASURES)),
  atLeast: {expected: 'a number', is: number},
  atMost: {expected: 'a number', is: number},
  at: {expected: 'a path in JSON, such as results.p95', is: text},
  unit: {expected: 'a unit, such as ms', is: text},
  contains: {expected: 'a text that the file contains', is: text},
  level: oneOf(FINDING_LEVELS),
  maxAge: {expected: 'a number of days above 0', is: (value) => number(value) && (value as number) > 0},
}
export const METRIC_KEYS = Object.keys(PARTS) as readonly Key[]
const SOURCES = ['report', 'items', 'url'] as const

export const METRIC_EXPECTED = 'metric texts, each with {report: path}, {items: [...]} or {url: address}'

function isAddress(value: string): boolean {
  try {
    const {protocol, username, password} = new URL(value)
    return /^https?:$/.test(protocol) && username === '' && password === ''
  } catch {
    return false
  }
}

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first thing that is wrong with the settings of the metrics; null when nothing is. */
export function metricFault(metrics: Given): Fault | null {
  for (const [key, given] of Object.entries(metrics)) {
    if (!isRecord(given))
      return {key, reason: `unexpected ${JSON.stringify(given)}, expected settings such as {report: reports/coverage.xml}`}
    for (const [name, value] of Object.entries(given)) {
      if (!Object.hasOwn(PARTS, name)) return {key, reason: `unexpected setting "${name}", expected one of ${METRIC_KEYS.join(', ')}`}
      const part = PARTS[name as Key]
      if (!part.is(value)) return {key, reason: `${name}: unexpected ${JSON.stringify(value)}, expected ${part.expected}`}
    }
    const sources = SOURCES.filter((name) => Object.hasOwn(given, name))
    if (sources.length !== 1)
      return {
        key,
        reason: `${sources.length === 0 ? 'names no evidence' : `unexpected ${sources.join(' and ')}`}, expected one of ${SOURCES.join(', ')}`,
      }
    const needs = MEASURE_NEEDS[given.measure as Measure]
    if (needs !== undefined && !Object.hasOwn(given, needs)) return {key, reason: `measure: ${String(given.measure)} needs "${needs}"`}
    if (number(given.atLeast) && number(given.atMost) && (given.atLeast as number) > (given.atMost as number))
      return {key, reason: `atLeast: unexpected ${String(given.atLeast)}, expected no more than atMost, which is ${String(given.atMost)}`}
  }
  return null
}

const MEASURE_NEEDS: Readonly<Partial<Record<Measure, Key>>> = {
  lines: 'report',
  branches: 'report',
  passed: 'report',
  failures: 'report',
  findings: 'report',
  exists: 'report',
  number: 'at',
  contains: 'contains',
  items: 'items',
  answers: 'url',
}

/** A metric's setting in which nothing is wrong. */
export function readMetricSetting(given: Given, {line, column}: Place): MetricSetting {
  const all = Object.fromEntries(METRIC_KEYS.map((key) => [key, given[key] ?? null])) as unknown as MetricSetting
  return {...all, unit: all.unit === null ? null : unitNamed(all.unit), line, column}
}
