import {expect, test} from 'vitest'
import {statusOn} from '../../live/status.ts'
import type {History, ReportPeriod} from '../../model/history.ts'
import {report, withHistory} from '../../report.ts'
import {badges} from './badge.ts'
import {digestOf} from './digest.ts'
import {forecastOf, forecastOutput} from './forecast.ts'
import {toMarkdown} from './markdown.ts'
import {toStatus} from './status.ts'
import {toTerminal} from './terminal.ts'
import {weeklyMarkdown} from './weekly.ts'

const PERIOD: ReportPeriod = {
  id: 'week',
  since: {kind: 'date', date: '2026-11-16'},
  base: null,
  note: null,
  before: null,
  changes: [],
  slipped: [],
}
/** A plan of one item that is on track, and a forecast that is nine weeks later. */
const TEXT = `---\nplan: {start: 2026-11-16}\n---\n# Plan\n\n## 1. Keys\n\n### 1.1 Rotate\n\n**Timeline**: 4 weeks\n\n${'- [x] done\n'.repeat(20)}${'- [ ] open\n'.repeat(20)}`
const FORECAST = {
  state: 'forecast',
  p50: '2027-02-12',
  p85: '2027-02-26',
  cause: {code: 'pace', facts: {left: 20, weeks: 12, done: 20, added: 0, perWeek: 1.7}},
}
const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
const alone = report({text: TEXT, source, baseline: null, now: '2026-11-23T18:00:00Z', today: null, evidence: null})
const made = withHistory(alone, {state: 'available', forecast: FORECAST, trend: null, added: []} as unknown as History)
const status = toStatus(made, null)

test('the forecast decides where it is worse than the items, and every output says so', () => {
  expect(status.totals.health).toBe('on-track')
  expect(status.verdict).toEqual({
    health: 'late',
    forecast: {day: '2027-02-12', percent: 50},
    because: 'forecast 9 weeks after the planned end',
  })
  const said = `Off track: ${status.verdict.because}`
  expect(toTerminal(status, false)).toContain(`\n${said}\n`)
  expect(forecastOutput(forecastOf(status, null))).toContain(`\n${said}\n`)
  expect(digestOf(status, PERIOD).summary[0]).toMatch(new RegExp(`^${said}\\.`))
  for (const markdown of [toMarkdown(status), weeklyMarkdown(status, PERIOD)])
    expect(markdown).toContain(said.replace('Off track', '**Off track**'))
  expect(badges(made)[0]).toMatchObject({id: 'overall', message: expect.stringMatching(/ · late$/) as string, color: '#b42318'})
})

test('on a later day the verdict is that of the items when they are late themselves', () => {
  expect(statusOn(status, '2027-06-01')).toMatchObject({totals: {health: 'late'}, verdict: {health: 'late', forecast: null}})
})
