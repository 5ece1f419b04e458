import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Status} from '../model/status.ts'
import {report} from '../report.ts'
import {statusSchema} from '../view/files/schema.ts'
import {toStatus} from '../view/files/status.ts'
import {STATUS_SHAPE} from './status-shape.ts'
import {validateStatus, type Shape} from './validate-status.ts'

const SOURCE = {path: 'plan.md', commit: 'a1b2c3d', committedAt: '2026-11-24T12:00:00Z', changedAt: null, dirty: false}
const PLAN = `---
plan: {start: 2026-11-23}
---
# Plan
## Priority Levels
- **P0 (Critical)**: now - Immediate action required
## 1. First (P0)
### 1.1 One
- [x] a
- [ ] b
**Timeline**: 2 days
**Depends on**: 1.2
### 1.2 Two
- [ ] c
## Implementation Schedule
### Week 1 (P0)
- 1.1 and 1.2
## Success Metrics
- 80%+ test coverage
## Review Process
- Weekly review
## Next Steps
1. Start
`
const STATUS_JSON = JSON.stringify(
  toStatus(report({text: PLAN, source: SOURCE, baseline: null, now: SOURCE.committedAt, today: null, evidence: null}), 'build'),
)
const NOW = Date.parse('2026-11-25T12:00:00Z')
const changed = (edit: (status: Status) => void): unknown => {
  const status = JSON.parse(STATUS_JSON) as Status
  edit(status)
  return status
}
const reason = (value: unknown): string => {
  const found = validateStatus(value, NOW)
  return 'reason' in found ? found.reason : 'taken'
}

test('what the plugin writes is taken as it is', () => {
  const found = validateStatus(JSON.parse(STATUS_JSON), NOW)
  expect('status' in found && JSON.stringify(found.status)).toBe(STATUS_JSON)
})

test('what the plugin writes of any plan is taken', () => {
  const folder = join(import.meta.dirname, '../fixtures')
  const plans = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('plan.md'))
  expect(plans.length).toBeGreaterThan(10)
  for (const plan of plans) {
    const text = readFileSync(join(folder, plan), 'utf8')
    const status = toStatus(report({text, source: SOURCE, baseline: null, now: SOURCE.committedAt, today: null, evidence: null}), null)
    expect([plan, reason(JSON.parse(JSON.stringify(status)))]).toEqual([plan, 'taken'])
  }
})

test('what may be negative is taken so, as an item that is earlier than planned', () => {
  const planned = {id: '1.1', start: null, finish: null, earlyStart: 0, earlyFinish: 3, variance: -1, doubt: null, cause: null}
  expect(reason(changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {baseline: planned, totalFloat: -2})))).toBe('taken')
  expect(reason(changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {baseline: {...planned, earlyStart: -1}})))).toBe(
    'sections[0].items[0].baseline.earlyStart: unexpected -1, expected a number',
  )
})

test('an item may leave out a field', () => {
  const risk = {text: 'High', value: 'high'}
  expect(reason(changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {fields: {risk}})))).toBe('taken')
  expect(reason(changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {fields: {}})))).toBe('taken')
})

/** Keys of the schema that no page reads. */
const UNREAD = ['schemaVersion', 'ledger', 'metrics[].evidence.measure', 'metrics[].evidence.words', 'reviews[].cadence']

test('every key of the schema is looked at, and no other', () => {
  type Schema = {
    readonly $ref?: string
    readonly properties?: Record<string, Schema>
    readonly items?: Schema
    readonly anyOf?: readonly Schema[]
  }
  const defs = (statusSchema as {$defs?: Record<string, Schema>}).$defs ?? {}
  const ofSchema = (schema: Schema, at: string): string[] => {
    const found = schema.$ref === undefined ? schema : (defs[schema.$ref.replace('#/$defs/', '')] as Schema)
    if (found.anyOf !== undefined) return found.anyOf.flatMap((one) => ofSchema(one, at))
    if (found.items !== undefined) return ofSchema(found.items, `${at}[]`)
    return Object.entries(found.properties ?? {}).flatMap(([key, inner]) => {
      const name = at === '' ? key : at.endsWith('.fields') ? `${at}.*` : `${at}.${key}`
      return UNREAD.includes(name) ? [] : [name, ...ofSchema(inner, name)]
    })
  }
  const ofShape = (shape: Shape, at: string): string[] => {
    if (typeof shape === 'string') return []
    if ('?' in shape) return ofShape(shape['?'] as Shape, at)
    if (Array.isArray(shape)) return ofShape(shape[0] as Shape, `${at}[]`)
    return Object.entries(shape).flatMap(([written, inner]) => {
      const key = written.replace('?', '')
      const name = at === '' ? key : `${at}.${key}`
      return [name, ...ofShape(inner, name)]
    })
  }
  expect([...new Set(ofShape(STATUS_SHAPE, ''))].sort()).toEqual([...new Set(ofSchema(statusSchema as Schema, ''))].sort())
})

describe('is refused, with its place', () => {
  test.each([
    ['nothing', undefined, 'schemaVersion: unexpected nothing, expected 2'],
    ['null', null, 'schemaVersion: unexpected nothing, expected 2'],
    ['{}', {}, 'schemaVersion: unexpected nothing, expected 2'],
    ['another version', changed((status) => Object.assign(status, {schemaVersion: 1})), 'schemaVersion: unexpected 1, expected 2'],
    ['a number as a string', changed(({totals}) => Object.assign(totals, {done: '1'})), 'totals.done: unexpected "1", expected a number'],
    ['a negative number', changed(({totals}) => Object.assign(totals, {done: -1})), 'totals.done: unexpected -1, expected a number'],
    ['NaN', changed(({totals}) => Object.assign(totals, {tasks: NaN})), 'totals.tasks: unexpected null, expected a number'],
    [
      'an unknown health',
      changed(({totals}) => Object.assign(totals, {health: 'great'})),
      'totals.health: unexpected "great", expected done or on-track or at-risk or late or not-started or unknown',
    ],
    [
      'a field without a text',
      changed(({sections}) => Object.assign(sections[0]?.items[0]?.fields ?? {}, {risk: {text: null, value: 'high'}})),
      'sections[0].items[0].fields.risk.text: unexpected null, expected a string',
    ],
    [
      'a word of another list',
      changed(({sections}) => Object.assign(sections[0]?.items[0]?.tasks[0] ?? {}, {mark: 'open|done'})),
      'sections[0].items[0].tasks[0].mark: unexpected "open|done", expected open or done or dropped or unknown',
    ],
    ['an object where a list is', changed((status) => Object.assign(status, {phases: {}})), 'phases: unexpected {}, expected a list'],
    [
      'a list where an object is',
      changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {duration: []})),
      'sections[0].items[0].duration: unexpected [], expected an object',
    ],
    [
      'nothing where null is meant',
      changed(({sections}) => delete (sections[0]?.items[0] as {due?: unknown}).due),
      'sections[0].items[0].due: unexpected nothing, expected a string',
    ],
    [
      'a missing list',
      changed((status) => delete (status as unknown as {sections?: unknown}).sections),
      'sections: unexpected nothing, expected a list',
    ],
    [
      'a broken item',
      changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {title: 7})),
      'sections[0].items[0].title: unexpected 7, expected a string',
    ],
    [
      'more done than there are',
      changed(({totals, sections}) => {
        Object.assign(totals, {done: 9})
        Object.assign(sections[0] ?? {}, {done: 9})
      }),
      'totals: unexpected 9 of 3 tasks done, expected no more than there are',
    ],
    [
      'sums that do not add up',
      changed(({totals}) => Object.assign(totals, {done: 2})),
      'totals.done: unexpected 2, expected the sum of the sections, 1',
    ],
    [
      'a commit of the future',
      changed(({source}) => Object.assign(source, {committedAt: '2030-01-01T00:00:00Z'})),
      'source.committedAt: unexpected "2030-01-01T00:00:00Z", expected a time that is not in the future of this clock',
    ],
    [
      'a day of the future',
      changed((status) => Object.assign(status, {statusDate: '2030-01-01'})),
      'statusDate: unexpected "2030-01-01", expected a time that is not in the future of this clock',
    ],
  ])('%s', (_, value, expected) => expect(reason(value)).toBe(expected))
})
