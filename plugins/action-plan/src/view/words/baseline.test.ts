import {expect, test} from 'vitest'
import type {FoundRevision} from '../../model/history.ts'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {axis} from '../timeline/axis.ts'
import {baselineText, baselineView} from './baseline.ts'
import {plannedText, varianceText} from './variance.ts'
import {toStatus} from '../files/status.ts'
import {choiceOf, sentenceOf, timeline} from '../timeline/timeline.ts'
import {ENGLISH} from './words.ts'

const plan = (setting: string, days: readonly [number, number], extra = ''): string =>
  `---\nplan:\n  start: 2026-11-23\n${setting}---\n# P\n\n## 1. Work\n\n### 1.1 Alpha vault\n\n- [ ] a\n\n**Timeline**: ${days[0]} days\n\n### 1.2 Beta parser\n\n- [ ] b\n\n**Timeline**: ${days[1]} days\n\n${extra}`
const GONE = '### 1.3 Gamma docs\n\n- [ ] c\n\n**Timeline**: 1 day\n'
const FRESH = '### 1.4 Delta audit\n\n- [ ] d\n- [ ] e\n\n**Timeline**: 1 day\n'
const made = (baseline: FoundRevision | null): Report =>
  report({
    text: plan('  baseline: v1.0\n', [6, 1], FRESH),
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline,
    now: '2026-11-23T12:00:00Z',
    today: null,
    evidence: null,
  })
const THEN: FoundRevision = {state: 'found', commit: 'abcdef0123', at: '2026-11-02T12:00:00Z', text: plan('', [3, 2], GONE)}

test('words', () => {
  expect([varianceText(ENGLISH, null), varianceText(ENGLISH, 0), varianceText(ENGLISH, 1), varianceText(ENGLISH, -2)]).toEqual([
    'unknown',
    'as planned',
    '1 working day later',
    '2 working days earlier',
  ])
  const status = toStatus(made(THEN), null)
  expect([
    baselineText(ENGLISH, status),
    baselineText(
      ENGLISH,
      toStatus(made({state: 'unavailable', cause: {code: 'unknown-revision', facts: {revision: 'v1.0', shallow: false}}}), null),
    ),
    baselineText(ENGLISH, toStatus(made(null), null)),
    ...status.sections.flatMap(({items}) => items.map(({baseline}) => plannedText(ENGLISH, baseline))),
  ]).toMatchInlineSnapshot(`
    [
      "Compared with the baseline v1.0 (abcdef0 of 2026-11-02): the plan ends on 2026-11-30, 3 working days later than planned (2026-11-25). Items: 1 later, 1 earlier, 1 new, 1 gone. Scope went from 3 to 4 tasks.",
      "The baseline v1.0 cannot be compared with: "v1.0" is no git revision (name one that is: git tag and git log --oneline list them).",
      null,
      "2026-11-25, 3 working days later",
      "2026-11-24, 1 working day earlier",
      "not in the baseline",
    ]
  `)
})

test('the history tells what does not end as planned, most late first', () => {
  const one = made(THEN)
  const told = baselineView(ENGLISH, one, toStatus(one, null))
  expect(told?.rows.map(({name, planned, now, variance}) => `${name}: ${planned} -> ${now}, ${variance}`)).toEqual([
    '1.1 Alpha vault: 2026-11-25 -> 2026-11-30, 3 working days later',
    '1.2 Beta parser: 2026-11-24 -> 2026-11-23, 1 working day earlier',
  ])
  expect([told?.added, told?.removed]).toEqual([['1.4 Delta audit'], ['1.3 Gamma docs (1 task)']])
})

test('the timeline draws it under the bars, and says it', () => {
  const one = made(THEN)
  const [status, own] = [toStatus(one, null), axis(one)]
  const drawing = timeline(ENGLISH, status, own, {...choiceOf(new URLSearchParams(), own), zoom: 'days'})
  expect(drawing.baseline).toBe(true)
  expect(drawing.rows.flatMap(({bar}) => (bar === null ? [] : [bar.planned]))).toEqual([{x: 0, width: 132}, {x: 0, width: 88}, null])
  expect(sentenceOf(ENGLISH, status.sections[0]?.items[0] as never, own)).toContain('; against the baseline 3 working days later')
  expect(timeline(ENGLISH, toStatus(made(null), null), axis(made(null)), choiceOf(new URLSearchParams(), own)).baseline).toBe(false)
})
