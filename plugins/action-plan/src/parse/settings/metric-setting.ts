import {FINDING_LEVELS} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'
import {MEASURES, type Measure, type MetricSetting} from '../../model/settings.ts'
import {unitOf} from '../values/unit.ts'
import {METRIC_KEYS, METRIC_SOURCES, type MetricFault, type MetricKey} from '../../rules/settings.ts'

type Given = Readonly<Record<string, unknown>>

const text = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const number = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const oneOf =
  (list: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && list.includes(value)

/** Whether a value can be that part of a metric's setting; the rule says what each can be. */
const PARTS: Readonly<Record<MetricKey, (value: unknown) => boolean>> = {
  report: text,
  items: (value) => Array.isArray(value) && value.length > 0 && value.every(text),
  url: (value) => typeof value === 'string' && isAddress(value),
  measure: oneOf(Object.keys(MEASURES)),
  atLeast: number,
  atMost: number,
  at: text,
  unit: text,
  contains: text,
  level: oneOf(FINDING_LEVELS),
  maxAge: (value) => number(value) && value > 0,
}

function isAddress(value: string): boolean {
  try {
    const {protocol, username, password} = new URL(value)
    return /^https?:$/.test(protocol) && username === '' && password === ''
  } catch {
    return false
  }
}

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first thing that is wrong with the setting of a metric; null when nothing is. */
export function metricFault(given: unknown): MetricFault | null {
  if (!isRecord(given)) return {fault: 'not-settings', found: JSON.stringify(given)}
  for (const [part, value] of Object.entries(given)) {
    if (!Object.hasOwn(PARTS, part)) return {fault: 'unknown-part', part}
    if (!PARTS[part as MetricKey](value)) return {fault: 'value', part: part as MetricKey, found: JSON.stringify(value)}
  }
  const parts = METRIC_SOURCES.filter((name) => Object.hasOwn(given, name))
  if (parts.length !== 1) return {fault: 'sources', parts}
  const {measure, atLeast, atMost} = given
  const needed = MEASURE_NEEDS[measure as Measure]
  if (needed !== undefined && !Object.hasOwn(given, needed)) return {fault: 'needs', measure: measure as Measure, part: needed}
  return number(atLeast) && number(atMost) && atLeast > atMost ? {fault: 'bounds', atLeast, atMost} : null
}

const MEASURE_NEEDS: Readonly<Partial<Record<Measure, MetricKey>>> = {
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
  return {...all, unit: all.unit === null ? null : unitOf(all.unit), line, column}
}
