import {expect, test} from 'vitest'
import type {History} from '../../model/history.ts'
import {wordsIn} from '../words/words.ts'
import {historyView, type HistoryView} from './history.ts'

const PAGE = wordsIn((_, english) => english)
const point = (day: string, done: number, tasks: number): unknown => ({
  day,
  commit: 'a1b2c3d4',
  snapshot: {
    done,
    tasks,
    doneDays: done,
    days: tasks,
    priorities: [
      {id: 'P0', done, tasks: tasks - 5, doneDays: done, days: tasks - 5},
      {id: 'P1', done: 0, tasks: 5, doneDays: 0, days: 5},
    ],
  },
  gap: null,
  scopeChange: 0,
})
const HISTORY = {
  state: 'available',
  burnUp: {points: [point('2026-10-01', 2, 20), point('2026-11-01', 9, 24)], revisions: 2, gaps: 0, misdated: 0},
  forecast: {
    state: 'forecast',
    p50: '2026-12-20',
    p85: '2027-01-10',
    cause: {code: 'pace', facts: {left: 15, weeks: 4, done: 7, added: 4, perWeek: 1.6}},
  },
  days: [],
} as unknown as History
const END = {planned: '2026-12-01', projected: null, forecast: '2026-12-20', varianceDays: 19}

test('the charts of a page can be compared: one axis of days, and of the priorities one of counts; a change of scope is marked', () => {
  const {figures, byPriority} = historyView(PAGE, HISTORY, {asOf: '2026-11-10', end: END, planned: [], items: new Set()}) as HistoryView
  expect(figures).toHaveLength(2)
  expect(figures[1]?.chart.days).toEqual(figures[0]?.chart.days)
  expect(byPriority.map(({name}) => name)).toEqual(['P0', 'P1'])
  expect(byPriority[1]?.chart.counts).toEqual(byPriority[0]?.chart.counts)
  expect(byPriority[1]?.chart.days).toEqual(byPriority[0]?.chart.days)
  expect(figures[0]?.chart.changes.map(({by}) => by)).toEqual([4])
  expect(byPriority.map(({chart}) => chart.changes.length)).toEqual([1, 0])
})
