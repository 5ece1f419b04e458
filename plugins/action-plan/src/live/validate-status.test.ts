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
    if ('|' in shape) return (shape as {readonly '|': readonly Shape[]})['|'].flatMap((one) => ofShape(one, at))
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
    ['NaN', changed(({totals}) => Object.assign(totals, {tasks: NaN})), 'totals.tasks: unexpected NaN, expected a number'],
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
      'sections[0].items[0].due: unexpected nothing, expected an ISO date',
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
      'section 1: unexpected done 9, expected 1, as its tasks say',
    ],
    [
      'sums that do not add up',
      changed(({totals}) => Object.assign(totals, {done: 2})),
      'totals: unexpected done 2, expected 1, as its tasks say',
    ],
    [
      'a count of an item that its boxes do not have',
      changed(({sections}) => Object.assign(sections[0]?.items[1] ?? {}, {done: 1})),
      'item 1.2: unexpected done 1, expected 0, as its tasks say',
    ],
    [
      'a count of a priority that its items do not have',
      changed(({priorities}) => Object.assign(priorities[0] ?? {}, {tasks: 4})),
      'priority P0: unexpected tasks 4, expected 3, as its tasks say',
    ],
    [
      'a percentage of other numbers',
      changed(({totals}) => Object.assign(totals, {percent: 34})),
      'totals: unexpected percent 34, expected 33, as its tasks say',
    ],
    [
      'a percentage of nothing',
      changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {percent: null})),
      'item 1.1: unexpected percent null, expected 50, as its tasks say',
    ],
    [
      'more items than there are',
      changed(({totals}) => Object.assign(totals, {items: 3})),
      'totals: unexpected 0 of 3 items done, expected the 2 items that there are',
    ],
    [
      'more items done than there are',
      changed(({totals}) => Object.assign(totals, {itemsDone: 3})),
      'totals: unexpected 3 of 2 items done, expected the 2 items that there are',
    ],
    [
      'a word where a date is',
      changed(({sections}) => Object.assign(sections[0]?.items[0] ?? {}, {start: 'soon'})),
      'sections[0].items[0].start: unexpected "soon", expected an ISO date',
    ],
    [
      'a word where a time is',
      changed(({source}) => Object.assign(source, {committedAt: 'soon'})),
      'source.committedAt: unexpected "soon", expected an ISO time',
    ],
    [
      'a time zone that there is not',
      changed((status) => Object.assign(status, {timeZone: 'Mars/Olympus'})),
      'timeZone: unexpected "Mars/Olympus", expected a time zone that this browser knows',
    ],
    [
      'a cause without its facts',
      changed(({totals}) => Object.assign(totals, {cause: {code: 'items-late', facts: {count: 1, items: 2, more: 0}}})),
      'totals.cause.facts.names: unexpected nothing, expected a list',
    ],
    [
      'facts within facts',
      changed(({metrics}) =>
        Object.assign(metrics[0] ?? {}, {
          cause: {
            code: 'measured',
            facts: {path: 'a', shown: {code: 'contains', facts: {line: 1}}, targets: [{kind: 'all'}, {kind: 'bound'}]},
          },
        }),
      ),
      'metrics[0].cause.facts.shown.facts.text: unexpected nothing, expected a string',
    ],
    [
      'a target of no kind',
      changed(({metrics}) =>
        Object.assign(metrics[0] ?? {}, {
          cause: {code: 'measured', facts: {path: 'a', shown: {code: 'file-exists', facts: {}}, targets: [{kind: 'all'}, {kind: 'bound'}]}},
        }),
      ),
      'metrics[0].cause.facts.targets[1].bound: unexpected nothing, expected at-least or above or at-most or below',
    ],
    [
      'a version that is a million lists in each other',
      {schemaVersion: JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)) as unknown},
      'schemaVersion: unexpected […], expected 2',
    ],
    [
      'a title that is a million objects in each other',
      changed((status) => Object.assign(status, {title: JSON.parse('{"a":'.repeat(100_000) + '0' + '}'.repeat(100_000)) as unknown})),
      'title: unexpected {"a": …}, expected a string',
    ],
    [
      'an item of a very long name',
      changed(({sections}) => Object.assign(sections[0]?.items[1] ?? {}, {id: 'a'.repeat(5000), done: 1})),
      `item ${'a'.repeat(295)}…`,
    ],
    [
      'a code that every object inherits',
      changed(({totals}) => Object.assign(totals, {cause: {code: 'constructor', facts: {}}})),
      expect.stringContaining('totals.cause.code: unexpected "constructor", expected all-done or'),
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
  ])('%s', (_, value, expected) => expect(reason(value)).toEqual(expected))
})
