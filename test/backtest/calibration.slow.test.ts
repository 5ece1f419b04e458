import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {coverage} from './backtest.ts'
import {checkAll, rowOf} from './page.ts'
import type {Series} from './series.ts'

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const all = checkAll(JSON.parse(at('series.json')) as readonly Series[], false)
const shown = all.filter(({half}) => half === 'shown').map(({checked}) => checked)

test('there are enough public plans, each with a commit', () => {
  expect(all.length).toBeGreaterThanOrEqual(20)
  for (const {plan} of all) expect(plan.commit).toMatch(/^[0-9a-f]{40}$/)
})

test.each(['weeks4', 'weeks8'] as const)('85 %% means 85 %% ± 5 on the plans that the method was not chosen on: %s', (question) => {
  const {p50, p85} = coverage(shown, question)
  expect(p85).toBeGreaterThanOrEqual(0.8)
  expect(p85).toBeLessThanOrEqual(0.9)
  expect(p50).toBeGreaterThanOrEqual(0.4)
  expect(p50).toBeLessThanOrEqual(0.6)
})

test.each(['weeks4', 'weeks8', 'weeks13', 'weeks26'] as const)('the page says what is measured: %s', (question) => {
  expect(at('../../docs/reference/forecast-calibration.md')).toContain(rowOf(all, question))
})
