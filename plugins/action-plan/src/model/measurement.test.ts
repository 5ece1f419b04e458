import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {report} from '../report.ts'
import {badges} from '../view/files/badge.ts'
import {reportViews, secondsText} from '../view/pages/tool-reports.ts'
import type {EvidenceFile} from './evidence-file.ts'
import {amountText, expiresOn, createdAt, shareOf, sumOf} from './measurement.ts'
import {ENGLISH} from '../view/words/words.ts'
import {toStatus} from '../view/files/status.ts'

const coverage = (covered: number, total: number, at: string | null, committedAt: string | null): EvidenceFile => ({
  path: 'cov.json',
  state: 'read',
  facts: {
    kind: 'coverage',
    format: 'x',
    tool: 'x',
    at,
    commit: null,
    lines: {covered, total},
    branches: null,
    files: [],
  },
  numbers: {},
  texts: {},
  commit: 'abc',
  committedAt,
})
const judged = (file: EvidenceFile, setting: string): ReturnType<typeof report> =>
  report({
    text: `---\nplan:\n  timeZone: Europe/Berlin\n  metrics:\n    Coverage: ${setting}\n---\n# P\n## Success Metrics\n- Coverage\n`,
    source: {path: 'docs/plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-27T12:00:00Z',
    today: null,
    evidence: {files: [file], urls: []},
  })

describe('when a report was made', () => {
  test.each([
    ['2026-11-26T10:00:00Z', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
    ['2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z', '2026-11-19T10:00:00Z'],
    // The same instant order whatever the offsets.
    ['2026-11-20T00:30:00+02:00', '2026-11-19T23:00:00Z', '2026-11-20T00:30:00+02:00'],
    [null, '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
    ['2026-11-26T10:00:00Z', null, '2026-11-26T10:00:00Z'],
    [null, null, null],
  ])('the tool says %s, the commit %s', (at, committedAt, expected) => {
    const file = coverage(8, 10, at, committedAt)
    expect(createdAt(file)).toBe(expected)
    // The metric and the page of tests say the same.
    const metric = judged(file, '{report: cov.json, atLeast: 80}').metrics[0]
    expect([metric?.evidence?.at, reportViews([file])[0]?.at]).toEqual([expected, expected])
  })

  test('what is too old says the day in the zone of the plan, as the last day on which it counts does', () => {
    expect(expiresOn('2026-11-20T23:30:00Z', 3, 'Europe/Berlin')).toBe('2026-11-24')
    const {metrics} = toStatus(judged(coverage(8, 10, '2026-11-20T23:30:00Z', null), '{report: cov.json, atLeast: 80, maxAge: 3}'), null)
    expect(metrics[0]).toMatchObject({
      because: 'cov.json: it was made on 2026-11-21, more than 3 days ago',
      evidence: {goodUntil: '2026-11-24'},
    })
  })
})

describe('amounts', () => {
  test('a share is never rounded up, and says whether it reaches its target', () => {
    expect([99.97, 99.999, 79.96, 79.999, 66.6666, 83.4, 0, 100].map((value) => amountText(shareOf(value), '%'))).toEqual([
      '99.97 %',
      '99.99 %',
      '79.96 %',
      '79.99 %',
      '66.66 %',
      '83.4 %',
      '0 %',
      '100 %',
    ])
    expect(amountText(shareOf(79.996, [79.995]), '%')).toBe('79.996 %')
    expect(amountText(shareOf(5.004, [5]), '%')).toBe('5.004 %')
    expect(amountText(shareOf(0.0004), '%')).toBe('0.0004 %')
    fc.assert(
      fc.property(fc.double({min: 0, max: 100, noNaN: true}), fc.integer({min: 0, max: 100_000}), (value, thousandths) => {
        const limit = thousandths / 1000
        expect(Math.sign(shareOf(value, [limit]) - limit)).toBe(Math.sign(value - limit))
        expect(shareOf(value, [limit])).toBeLessThanOrEqual(value + 1e-9)
      }),
    )
  })

  test('cause, status.json and badge have the same number for the same report', () => {
    const made = judged(coverage(9997, 10_000, null, '2026-11-20T10:00:00Z'), '{report: cov.json, atLeast: 99.95}')
    expect(toStatus(made, null).metrics[0]).toMatchObject({
      state: 'met',
      because: '99.97 % of lines (9997 of 10000), target at least 99.95 % (cov.json)',
      evidence: {value: 99.97, target: 'at least 99.95 %'},
    })
    expect(badges(made).at(-1)?.message).toBe('met (99.97 %)')
  })

  test('other numbers, sums, and times that round to whole minutes', () => {
    expect([amountText(12.5, 'ms'), amountText(2, null), amountText(1 / 3, 's')]).toEqual(['12.5 ms', '2', '0.333333 s'])
    expect(sumOf([])).toEqual({covered: 0, total: 0})
    expect(
      sumOf([
        {covered: 1, total: 2},
        {covered: 3, total: 4},
      ]),
    ).toEqual({covered: 4, total: 6})
    expect([119.7, 245, 12.34].map((seconds) => secondsText(ENGLISH, seconds))).toEqual(['2 min 0 s', '4 min 5 s', '12.3 s'])
  })
})
