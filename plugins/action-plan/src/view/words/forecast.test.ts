import {expect, test} from 'vitest'
import type {Series} from '../pages/burnup-chart.ts'
import {burnUpSentence, endSentence, forecastText} from './forecast.ts'
import {ENGLISH} from './words.ts'

const one = (day: string, done: number, scope = 10): Series => ({day, committed: true, scope, done, gap: null})

const PACE = {
  p50: '2027-03-01',
  p85: '2027-03-29',
  cause: {code: 'pace', facts: {left: 37, weeks: 12, done: 35, added: 4, perWeek: 2.9}},
} as const
const END = {planned: '2026-12-29', projected: null, forecast: '2027-03-01', varianceDays: 62}

test('a burn-up chart in a sentence', () => {
  expect([
    burnUpSentence(ENGLISH, [one('2026-01-01', 3)], 'tasks'),
    burnUpSentence(ENGLISH, [one('2026-01-01', 3), one('2026-01-03', 5, 12)], 'tasks'),
    burnUpSentence(ENGLISH, [one('2026-01-01', 3), one('2026-01-03', 5)], 'tasks'),
  ]).toMatchInlineSnapshot(`
    [
      "One day with a revision: 3 of 10 tasks done on 2026-01-01.",
      "From 2026-01-01 to 2026-01-03: done went from 3 to 5, scope went from 10 to 12 tasks.",
      "From 2026-01-01 to 2026-01-03: done went from 3 to 5, scope stayed at 10 tasks.",
    ]
  `)
})

test('a forecast with what it is made of, or why there is none', () => {
  expect([
    forecastText(ENGLISH, PACE),
    forecastText(ENGLISH, {...PACE, p85: null, cause: {code: 'pace', facts: {...PACE.cause.facts, added: 0}}}),
    forecastText(ENGLISH, {p50: null, p85: null, cause: {code: 'standstill', facts: {weeks: 4}}}),
    forecastText(ENGLISH, {p50: null, p85: null, cause: {code: 'shallow', facts: {}}}),
    forecastText(ENGLISH, {p50: null, p85: null, cause: {code: 'no-end', facts: {left: 9, weeks: 12, done: 20, added: 31}}}),
  ]).toMatchInlineSnapshot(`
    [
      "50 % likely by 2027-03-01, 85 % likely by 2027-03-29. 37 tasks left; 35 done in the last 12 whole weeks, about 2.9 a week; 4 tasks were added.",
      "50 % likely by 2027-03-01; no date is 85 % likely within ten years. 37 tasks left; 35 done in the last 12 whole weeks, about 2.9 a week; the scope stayed the same.",
      "No forecast: no progress in 4 weeks.",
      "No forecast: this is a shallow clone: older revisions are missing.",
      "No forecast: in 12 weeks 20 tasks were done and 31 added, so most runs of the simulation do not end within ten years.",
    ]
  `)
})

const TODAY = '2026-11-28'
test('the planned end and the forecast in one sentence', () => {
  const none = {p50: null, p85: null, cause: {code: 'standstill', facts: {weeks: 4}}} as const
  const without = {planned: '2026-12-29', projected: null, forecast: null, varianceDays: null}
  expect([
    endSentence(ENGLISH, END, PACE, TODAY),
    endSentence(ENGLISH, {...END, varianceDays: -8}, {...PACE, p85: PACE.p50}, TODAY),
    endSentence(ENGLISH, {...END, varianceDays: 0}, {...PACE, p85: null}, TODAY),
    endSentence(ENGLISH, {...END, planned: null, varianceDays: null}, PACE, TODAY),
    endSentence(ENGLISH, without, none, TODAY),
    endSentence(ENGLISH, without, null, TODAY),
    endSentence(ENGLISH, {...without, planned: null}, none, TODAY),
    endSentence(ENGLISH, END, PACE, '2026-12-30'),
    endSentence(ENGLISH, without, null, '2026-12-29'),
    endSentence(ENGLISH, without, null, '2026-12-30'),
    endSentence(ENGLISH, without, null, null),
    endSentence(ENGLISH, without, {...none, cause: {code: 'finished', facts: {tasks: 88}}}, TODAY),
  ]).toMatchInlineSnapshot(`
    [
      "Planned end 2026-12-29; forecast 2027-03-01 to 2027-03-29, 8 weeks later.",
      "Planned end 2026-12-29; forecast 2027-03-01, 8 days earlier.",
      "Planned end 2026-12-29; forecast 2027-03-01 or later, as planned.",
      "Forecast: 2027-03-01 to 2027-03-29.",
      "Planned end 2026-12-29. No forecast: no progress in 4 weeks.",
      "Planned end 2026-12-29.",
      "No forecast: no progress in 4 weeks.",
      "Planned end 2026-12-29 (passed); forecast 2027-03-01 to 2027-03-29, 8 weeks later.",
      "Planned end 2026-12-29.",
      "Planned end 2026-12-29 (passed).",
      "Planned end 2026-12-29.",
      "All 88 tasks are done.",
    ]
  `)
})
