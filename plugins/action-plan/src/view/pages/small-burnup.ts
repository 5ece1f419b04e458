import {largest} from '../../model/list.ts'
import {addDays, dayNumber} from '../../model/date.ts'
import type {SmallBurnUp} from '../../model/global.ts'
import type {History, Unavailable} from '../../model/history.ts'
import type {Report} from '../../model/report.ts'

/** A history of fewer days draws nothing that an eye could read. */
const LEAST_DAYS = 21
const SIZE = {width: 400, height: 130}
/** Steps nearer than this, in units of the view box, are one. */
const APART = 3

/** Scope and done with what is likely to follow, for a home page; null while the history is too short. */
export function smallBurnUp(
  history: History | Unavailable | null,
  {statusDate: asOf, end}: Pick<Report, 'statusDate' | 'end'>,
): SmallBurnUp | null {
  if (history?.state !== 'available') return null
  const points = history.burnUp.points.filter(({snapshot}) => snapshot !== null)
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last?.snapshot == null || addDays(first.day, LEAST_DAYS) > asOf) return null
  if (last.snapshot.tasks === 0) return null
  const {p50, p85} = history.forecast
  const days = [asOf, p50, p85, end.planned].flatMap((day) => (day === null ? [] : [dayNumber(day)]))
  const [from, to] = [dayNumber(first.day), largest(days)]
  const most = largest(
    points.map(({snapshot}) => snapshot?.tasks ?? 0),
    1,
  )
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
    return `${line.join('')}H${x(asOf)}`
  }
  const {tasks, done} = last.snapshot
  return {
    ...SIZE,
    scope: steps('tasks'),
    done: steps('done'),
    cone: p50 === null ? '' : `M${x(asOf)} ${y(done)}L${x(p50)} ${y(tasks)}H${p85 === null ? SIZE.width : x(p85)}z`,
    today: x(asOf),
    end: end.planned === null ? null : x(end.planned),
  }
}
