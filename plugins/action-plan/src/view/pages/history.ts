import {largest} from '../../model/list.ts'
import {daysBetween} from '../../model/date.ts'
import type {Forecast, PlanEnd} from '../../model/forecast.ts'
import type {History, Unavailable} from '../../model/history.ts'
import {burnUpSentence, endSentence, forecastText, gapText, unitText, type ChartUnit} from '../words/forecast.ts'
import {unavailableText} from '../words/unavailable.ts'
import type {Wording} from '../words/words.ts'
import {dayView, type DayView, type ItemIds} from './changes.ts'
import {
  burnUpChart,
  NOTHING_AHEAD,
  seriesOf,
  type Ahead,
  type BurnUpChart,
  type ChartMeasure,
  type CommonScale,
  type Series,
} from './burnup-chart.ts'

/** A chart with what it says. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly sentence: string
  readonly chart: BurnUpChart
}

/** A line of the tables: of all as [done, tasks, scope change, done days, days], and [done, tasks] of each priority; null in a gap. */
export interface HistoryRow {
  readonly day: string
  readonly commit: string | null
  readonly sums: readonly [number, number, number, number, number] | null
  readonly priorities: readonly (readonly [number, number])[]
  readonly gap: string | null
}

/** What the history page draws: computed at build, so that no arithmetic and no d3 reach the browser. */
export interface HistoryView {
  readonly state: 'available'
  /** How the forecast comes about; empty where the sentence says that there is none. */
  readonly forecast: string
  /** The planned end and the forecast, in a sentence. */
  readonly end: string
  readonly revisions: number
  readonly gaps: number
  readonly misdated: number
  /** Days from the first point to the day of the build. */
  readonly span: number
  readonly figures: readonly Figure[]
  readonly byPriority: readonly Figure[]
  readonly rows: readonly HistoryRow[]
  readonly priorities: readonly (string | null)[]
  readonly days: readonly DayView[]
}

/** Why there is no history to draw. */
export interface NoHistoryView {
  readonly state: 'unavailable'
  readonly reason: string
  readonly fix: string
}

type Dates = Pick<Forecast, 'p50' | 'p85'>

const NO_DATES: Dates = {p50: null, p85: null}
const LARGE = {width: 760, height: 350}
const SMALL = {width: 380, height: 200}

/** What a history is held against: the day of the build, the plan's end, the line of the baseline, and the items that the plan still has. */
export interface Beside {
  readonly asOf: string
  readonly end: PlanEnd
  readonly planned: Ahead['planned']
  readonly items: ItemIds
}

/** The page of a history in the words of its language. */
// eslint-disable-next-line max-lines-per-function -- a table of the parts of a page
export function historyView(
  words: Wording,
  history: History | Unavailable,
  {asOf, end, planned, items}: Beside,
): HistoryView | NoHistoryView {
  if (history.state === 'unavailable') return {state: 'unavailable', ...unavailableText(words, history.cause)}
  const {points, revisions, gaps, misdated} = history.burnUp
  const known = points.flatMap(({snapshot}) => snapshot ?? [])
  const priorities = known.at(-1)?.priorities.map(({id}) => id) ?? []
  const figure = (
    name: string,
    unit: ChartUnit,
    series: readonly Series[],
    size: typeof LARGE,
    ahead: Ahead,
    common?: CommonScale,
  ): Figure => ({
    name,
    unit: unitText(words, unit),
    sentence: burnUpSentence(words, series, unit),
    chart: burnUpChart(words, series, asOf, size, ahead, common),
  })
  const sentence = endSentence(words, end, history.forecast, asOf)
  const of = (measure: ChartMeasure, name: string, unit: ChartUnit, ahead: Ahead, common?: CommonScale): Figure =>
    figure(name, unit, seriesOf(points, measure), LARGE, ahead, common)
  const tasksAhead: Ahead = {
    planned,
    marks: marksOf(words, asOf, end.planned, history.forecast),
    forecast: history.forecast.p50 === null ? null : history.forecast,
  }
  const ahead = [...tasksAhead.marks, ...planned].map(({day}) => day)
  // The charts of a page have one axis of days; those of the priorities one of counts, too.
  const last = ahead.length === 0 ? null : ahead.reduce((a, b) => (a > b ? a : b))
  const most = largest(
    known.flatMap((one) => one.priorities.map(({tasks}) => tasks)),
    0,
  )
  return {
    state: 'available',
    forecast: history.forecast.p50 === null && sentence !== '' ? '' : forecastText(words, history.forecast),
    end: sentence,
    revisions,
    gaps,
    misdated,
    figures: [
      of('tasks', words.say('build.chart.tasks', 'By task'), 'tasks', tasksAhead),
      ...(known.some(({days}) => days > 0)
        ? [
            of(
              'effort',
              words.say('build.chart.effort', 'By effort'),
              'days',
              {...NOTHING_AHEAD, marks: marksOf(words, asOf, end.planned, NO_DATES)},
              {most: 0, last},
            ),
          ]
        : []),
    ],
    byPriority:
      priorities.length > 1
        ? priorities.map((id) =>
            figure(
              id ?? words.say('plan.progress.noPriority', 'No priority'),
              'tasks',
              seriesOf(points, 'tasks', id),
              SMALL,
              NOTHING_AHEAD,
              {most, last: null},
            ),
          )
        : [],
    span: points[0] === undefined ? 0 : daysBetween(points[0].day, asOf),
    rows: points.map(({day, commit, snapshot, gap, scopeChange}) => ({
      day,
      commit: commit === null ? null : commit.slice(0, 7),
      sums: snapshot === null ? null : [snapshot.done, snapshot.tasks, scopeChange, snapshot.doneDays, snapshot.days],
      priorities: priorities.map((id) => {
        const own = snapshot?.priorities.find((one) => one.id === id)
        return [own?.done ?? 0, own?.tasks ?? 0] as const
      }),
      gap: gap === null ? null : gapText(words, gap),
    })),
    priorities,
    days: history.days.map((day) => dayView(words, day, items)),
  }
}

/** The plan's own end, and the two dates of the forecast where they are asked for: it counts tasks. By date. */
function marksOf(words: Wording, asOf: string, planned: string | null, dates: Dates): Ahead['marks'] {
  return (
    [
      [planned, words.say('build.chart.end', 'planned end')],
      [dates.p50, '50 %'],
      [dates.p85, '85 %'],
    ] as const
  )
    .flatMap(([day, label]) => (day === null || day <= asOf ? [] : [{day, label: `${label} ${words.day(day)}`}]))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
