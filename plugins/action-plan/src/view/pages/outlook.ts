import {addDays, dayNumber} from '../../model/date.ts'
import type {Outlook, SmallBurnUp} from '../../model/global.ts'
import type {BurnUpPoint, Forecast, History, Unavailable} from '../../model/history.ts'
import {noForecastShort} from '../words/forecast.ts'
import type {Wording} from '../words/words.ts'

/** A trend is told of so many days. */
const WEEK = 7
/** A history of fewer days draws nothing that an eye could read. */
const LEAST = 21
const SIZE = {width: 400, height: 130}
/** Steps nearer than this, in units of the view box, are one. */
const APART = 3

/** Where a plan is heading; null when its history cannot be read. */
export function outlookOf(words: Wording, history: History | Unavailable | null): Outlook | null {
  if (history?.state !== 'available') return null
  const {forecast, burnUp} = history
  const points = burnUp.points.filter(({snapshot}) => snapshot !== null)
  return {
    p50: forecast.state === 'none' ? null : forecast.likely,
    p85: forecast.state === 'none' ? null : forecast.safe,
    none: forecast.state === 'none' ? noForecastShort(words, forecast.cause) : null,
    trend: trendOf(points, forecast.asOf),
    burnUp: smallBurnUp(points, forecast),
  }
}

/** What was done, and what came into scope, since a week before a day. */
export function trendOf(points: readonly BurnUpPoint[], asOf: string): Outlook['trend'] {
  const since = addDays(asOf, -WEEK)
  const [before, now] = [points.findLast(({day}) => day <= since), points.at(-1)]
  if (before?.snapshot == null || now?.snapshot == null) return null
  return {since, done: now.finished - before.finished, added: now.snapshot.tasks - before.snapshot.tasks}
}

function smallBurnUp(points: readonly BurnUpPoint[], forecast: Forecast): SmallBurnUp | null {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last?.snapshot == null || addDays(first.day, LEAST) > forecast.asOf) return null
  const {p50, p85} = forecast.state === 'none' ? {p50: null, p85: null} : {p50: forecast.likely, p85: forecast.safe}
  const days = [forecast.asOf, p50, p85, forecast.planEnd].flatMap((day) => (day === null ? [] : [dayNumber(day)]))
  const [from, to] = [dayNumber(first.day), Math.max(...days)]
  const most = Math.max(1, ...points.map(({snapshot}) => snapshot?.tasks ?? 0))
  const x = (day: string): number => Math.round((SIZE.width * (dayNumber(day) - from)) / (to - from))
  const y = (count: number): number => Math.round((SIZE.height - 2) * (1 - count / most)) + 1
  const steps = (of: 'tasks' | 'done'): string => {
    let drawn = -APART
    const line = points.map(({day, snapshot}, index) => {
      const [at, height] = [x(day), y(snapshot?.[of] ?? 0)]
      if (index > 0 && index < points.length - 1 && at - drawn < APART) return ''
      drawn = at
      return index === 0 ? `M${at} ${height}` : `H${at}V${height}`
    })
    return `${line.join('')}H${x(forecast.asOf)}`
  }
  const {tasks, done} = last.snapshot
  return {
    ...SIZE,
    scope: steps('tasks'),
    done: steps('done'),
    cone: p50 === null ? '' : `M${x(forecast.asOf)} ${y(done)}L${x(p50)} ${y(tasks)}H${p85 === null ? SIZE.width : x(p85)}z`,
    today: x(forecast.asOf),
    end: forecast.planEnd === null ? null : x(forecast.planEnd),
  }
}
