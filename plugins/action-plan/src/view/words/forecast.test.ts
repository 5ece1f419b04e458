import {expect, test} from 'vitest'
import type {Series} from '../pages/burnup-chart.ts'
import {againstPlan, burnUpSentence, forecastText} from './forecast.ts'
import {ENGLISH} from './words.ts'

const one = (day: string, done: number, scope = 10): Series => ({day, committed: true, scope, done, gap: null})

test('words', () => {
  const forecast = {
    state: 'forecast',
    left: 73,
    weeks: 6,
    slowest: 1.5,
    fastest: 2.5,
    done: 12,
    likely: '2027-06-07',
    safe: '2027-10-04',
    planEnd: '2027-08-02',
    asOf: '2026-11-23',
  } as const
  expect([
    burnUpSentence(ENGLISH, [one('2026-01-01', 3)], 'tasks'),
    burnUpSentence(ENGLISH, [one('2026-01-01', 3), one('2026-01-03', 5, 12)], 'tasks'),
    burnUpSentence(ENGLISH, [one('2026-01-01', 3), one('2026-01-03', 5)], 'tasks'),
    forecastText(ENGLISH, forecast),
    againstPlan(ENGLISH, forecast),
    forecastText(ENGLISH, {...forecast, likely: null, safe: null}),
    forecastText(ENGLISH, {state: 'none', cause: {code: 'standstill', facts: {weeks: 4}}, planEnd: null, asOf: '2026-11-23'}),
  ]).toMatchInlineSnapshot(`
    [
      "One day with a revision: 3 of 10 tasks done on 2026-01-01.",
      "From 2026-01-01 to 2026-01-03: done went from 3 to 5, scope went from 10 to 12 tasks.",
      "From 2026-01-01 to 2026-01-03: done went from 3 to 5, scope stayed at 10 tasks.",
      "73 tasks left; 12 done in the last 6 whole weeks (1.5 to 2.5 a week): 50 % likely by 2027-06-07, 85 % likely by 2027-10-04. The scope is taken to stay as it is.",
      "The plan itself ends on 2027-08-02: between the two dates.",
      "73 tasks left; 12 done in the last 6 whole weeks (1.5 to 2.5 a week): not within ten years at this pace. The scope is taken to stay as it is.",
      "No forecast: no progress in 4 weeks.",
    ]
  `)
})
