import {expect, test} from 'vitest'
import type {EvidenceFacts} from '../../model/tool-report.ts'
import type {EvidenceFileAt} from '../../model/evidence-file.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {trends} from './trend.ts'

test('each revision of a report has its value, or why it has none', () => {
  const {plan} = parsePlan(
    '---\nplan:\n  timeZone: Europe/Berlin\n  metrics:\n    "80%+ coverage": {report: c.xml}\n---\n# P\n## Success Metrics\n- 80%+ coverage\n- Other\n',
  )
  const past = (at: string, facts: EvidenceFacts): EvidenceFileAt => ({
    commit: at.slice(8, 10),
    at,
    file: {path: 'c.xml', state: 'read', facts, numbers: {}, texts: {}, commit: null, committedAt: null},
  })
  const coverage = (covered: number, total: number): EvidenceFacts => ({
    kind: 'coverage',
    format: 'x',
    tool: 't',
    at: null,
    commit: null,
    lines: {covered, total},
    branches: null,
    files: [],
  })
  expect(
    trends(plan, new Map([['c.xml', [past('2026-11-01T23:30:00Z', coverage(2, 3)), past('2026-11-02T12:00:00Z', coverage(0, 0))]]])),
  ).toEqual([
    [
      {
        day: '2026-11-02',
        commit: '01',
        value: 66.66,
        says: {code: 'share', facts: {share: 66.66, of: 'lines', part: null, covered: 2, total: 3}},
      },
      {day: '2026-11-02', commit: '02', value: null, says: {code: 'nothing-measured', facts: {of: 'lines', part: null}}},
    ],
    [],
  ])
})

test('a small number stays what it is: only shares are floored', () => {
  const {plan} = parsePlan(
    '---\nplan:\n  metrics:\n    "Prices in under 1 s": {report: b.json, at: mean, unit: s}\n---\n# P\n## Success Metrics\n- Prices in under 1 s\n',
  )
  const evidenceFile: EvidenceFileAt['file'] = {
    path: 'b.json',
    state: 'read',
    facts: {kind: 'json', format: 'JSON', tool: 'JSON', at: null, commit: null, value: null},
    numbers: {mean: {line: 1, column: 1, number: 0.0000010149998767}},
    texts: {},
    commit: null,
    committedAt: null,
  }
  expect(trends(plan, new Map([['b.json', [{commit: 'a', at: '2026-11-01T12:00:00Z', file: evidenceFile}]]]))).toEqual([
    [
      {
        day: '2026-11-01',
        commit: 'a',
        value: 0.0000010149998767,
        says: {code: 'number', facts: {at: 'mean', value: 0.0000010149998767, unit: 's'}},
      },
    ],
  ])
})
