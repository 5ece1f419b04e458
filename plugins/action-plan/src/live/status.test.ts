import {expect, test} from 'vitest'
import type {PageStatus} from '../model/page.ts'
import type {Status, StatusMetric} from '../model/status.ts'
import {report} from '../report.ts'
import {toStatus} from '../view/files/status.ts'
import {timelineStatus} from '../view/timeline/timeline.ts'
import {statusOn} from './status.ts'

const SOURCE = {path: 'plan.md', commit: 'a1b2c3d', committedAt: '2026-11-24T12:00:00Z', changedAt: null, dirty: false}
const PLAN = '# Plan\n## Success Metrics\n- Coverage\n'
const BUILT = toStatus(report({text: PLAN, source: SOURCE, baseline: null, now: SOURCE.committedAt, today: null, evidence: null}), null)

const EVIDENCE: StatusMetric['evidence'] = {
  measure: null,
  value: 90,
  unit: '%',
  words: '90 % of lines',
  target: 'at least 80 %',
  goal: {code: 'targets', facts: {targets: [{kind: 'bound', bound: 'at-least', value: 80, unit: '%'}]}},
  source: 'coverage.xml',
  kind: 'file',
  line: 1,
  tool: 'coverage.py',
  commit: null,
  at: '2026-11-20T00:00:00Z',
  goodUntil: '2026-12-20',
}
const JUDGED: StatusMetric['cause'] = {code: 'not-read', facts: {path: 'coverage.xml'}}
const metricOn = (state: StatusMetric['state'], goodUntil: string | null, today: string): Pick<StatusMetric, 'state' | 'cause'> => {
  const metric: StatusMetric = {text: 'Coverage', state, because: 'judged', cause: JUDGED, evidence: {...EVIDENCE, goodUntil}}
  const {state: then, cause} = statusOn({...BUILT, metrics: [metric]}, today).metrics[0] as StatusMetric
  return {state: then, cause}
}
const OLD = {
  state: 'unknown',
  cause: {code: 'expired', facts: {source: 'coverage.xml', until: '2026-12-20', today: '2026-12-21'}},
}

test.each([
  ['on the last day it counts', 'met', '2026-12-20', '2026-12-20', {state: 'met', cause: JUDGED}],
  ['after it a met metric is unknown', 'met', '2026-12-20', '2026-12-21', OLD],
  ['and so is an unmet one', 'unmet', '2026-12-20', '2026-12-21', OLD],
  ['what was unknown keeps its reason', 'unknown', '2026-12-20', '2026-12-21', {state: 'unknown', cause: JUDGED}],
  ['without an allowed age it counts for ever', 'met', null, '2030-01-01', {state: 'met', cause: JUDGED}],
] as const)('evidence of a metric: %s', (_, state, goodUntil, today, expected) => {
  expect(metricOn(state, goodUntil, today)).toEqual(expected)
})

const DATES = `---
plan: {start: 2026-11-23}
---
# Plan
## 1. Section
### 1.1 Without a Timeline
- [ ] a
### 1.2 Dropped
- [-] a

**Timeline**: 1 day
**Due**: 2026-11-24
### 1.3 Without tasks

**Timeline**: 1 day
### 1.4 Open
- [ ] a

**Timeline**: 2 days
## Implementation Schedule
### Week 1
- 1.1, 1.2, 1.3, 1.4
`
test.each(['2026-11-23', '2026-11-25', '2026-11-28', '2027-01-01'])(
  'judged again on %s, a page says what a build of that day says',
  (today) => {
    const on = (day: string | null): Status =>
      toStatus(report({text: DATES, source: SOURCE, baseline: null, now: '2026-11-23T12:00:00Z', today: day, evidence: null}), null)
    const told = ({sections, totals, phases}: PageStatus) => ({
      items: sections.flatMap(({items}) => items.map(({id, health, cause}) => [id, health, cause])),
      totals: [totals.health, totals.cause],
      phases: phases.map(({id, health, cause}) => [id, health, cause]),
    })
    expect(told(statusOn(on(null), today))).toEqual(told(on(today)))
    expect(told(statusOn(timelineStatus(on(null)), today))).toEqual(told(on(today)))
  },
)
