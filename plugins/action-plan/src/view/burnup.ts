import type {Forecast, Point, Sums} from '../model/history.ts'

/** What is drawn: of all, or of one priority. */
export interface Series {
  readonly day: string
  readonly committed: boolean
  readonly scope: number | null
  readonly done: number | null
  readonly gap: string | null
}

export type Measure = 'tasks' | 'effort'

/** The numbers of one measure, of all or of one priority (`undefined` is all, null is "no priority"). */
export function seriesOf(points: readonly Point[], measure: Measure, priority?: string | null): readonly Series[] {
  return points.map(({day, commit, snapshot, gap}) => {
    const sums: Sums | null =
      snapshot === null
        ? null
        : priority === undefined
          ? snapshot
          : (snapshot.priorities.find(({id}) => id === priority) ?? {tasks: 0, done: 0, days: 0, doneDays: 0})
    return {
      day,
      committed: commit !== null,
      scope: sums === null ? null : measure === 'tasks' ? sums.tasks : sums.days,
      done: sums === null ? null : measure === 'tasks' ? sums.done : sums.doneDays,
      gap,
    }
  })
}

/** Everything that a burn-up chart draws, in units of its view box. */
export interface BurnUpChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly scope: readonly string[]
  readonly done: readonly string[]
  readonly gaps: readonly {readonly x: number; readonly width: number; readonly day: string; readonly reason: string}[]
  readonly dots: readonly {readonly x: number; readonly y: number; readonly of: 'scope' | 'done'; readonly committed: boolean}[]
  readonly days: readonly {readonly x: number; readonly label: string}[]
  readonly counts: readonly {readonly y: number; readonly label: string}[]
}

interface Size {
  readonly width: number
  readonly height: number
}
const MARGIN = {top: 12, right: 24, bottom: 30, left: 44}
/** More points than this are lines only. */
const DOTTED = 40
const TICKS = 5

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const round = (value: number): number => Math.round(value * 100) / 100

/** The chart of a series up to a day: lines are steps, for a number holds until the next revision; a gap breaks them. */
export function burnUpChart(series: readonly Series[], until: string, {width, height}: Size): BurnUpChart {
  const [left, top, right, bottom] = [MARGIN.left, MARGIN.top, width - MARGIN.right, height - MARGIN.bottom]
  const first = dayNumber(series[0]?.day ?? until)
  const last = Math.max(dayNumber(until), dayNumber(series.at(-1)?.day ?? until))
  const span = Math.max(1, last - first)
  const steps = scale(Math.max(1, ...series.map(({scope}) => scope ?? 0)))
  const most = steps.at(-1) as number
  const x = (day: string): number => round(first === last ? (left + right) / 2 : left + ((dayNumber(day) - first) / span) * (right - left))
  const y = (value: number): number => round(bottom - (value / most) * (bottom - top))
  const end = first === last ? (left + right) / 2 : right
  const edge = (index: number): number => (series[index + 1] === undefined ? round(end) : x((series[index + 1] as Series).day))

  const path = (of: 'scope' | 'done'): readonly string[] => {
    const parts: string[] = []
    let line = ''
    series.forEach((one, index) => {
      const value = one[of]
      if (value === null) {
        if (line !== '') parts.push(line)
        line = ''
        return
      }
      line += `${line === '' ? 'M' : 'L'}${x(one.day)} ${y(value)}H${edge(index)}`
    })
    return line === '' ? parts : [...parts, line]
  }
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    scope: path('scope'),
    done: path('done'),
    gaps: series.flatMap((one, index) =>
      one.gap === null ? [] : [{x: x(one.day), width: Math.max(2, round(edge(index) - x(one.day))), day: one.day, reason: one.gap}],
    ),
    dots:
      series.length > DOTTED
        ? []
        : series.flatMap(({day, scope, done, committed}) =>
            scope === null || done === null
              ? []
              : [
                  {x: x(day), y: y(scope), of: 'scope' as const, committed},
                  {x: x(day), y: y(done), of: 'done' as const, committed},
                ],
          ),
    days: dayTicks(first, last).map((day) => ({x: x(day), label: day})),
    counts: steps.map((value) => ({y: y(value), label: String(value)})),
  }
}

/** Round numbers from 0 to at least `most`. */
function scale(most: number): readonly number[] {
  const rough = most / (TICKS - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  return Array.from({length: Math.ceil(most / step) + 1}, (_, index) => round(index * step))
}

/** The first and the last day and evenly between, never one twice. */
function dayTicks(first: number, last: number): readonly string[] {
  const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
  const count = Math.min(TICKS, last - first + 1)
  return count <= 1
    ? [iso(first)]
    : Array.from({length: count}, (_, index) => iso(first + Math.round((index * (last - first)) / (count - 1))))
}

/** What the chart says, in a sentence. */
export function burnUpSentence(series: readonly Series[], unit: string): string {
  const known = series.filter(({scope}) => scope !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return 'No revision can be counted.'
  if (known.length === 1) return `One day with a revision: ${last.done ?? 0} of ${last.scope ?? 0} ${unit} done on ${last.day}.`
  return `From ${first.day} to ${last.day}: done went from ${first.done ?? 0} to ${last.done ?? 0}, scope from ${first.scope ?? 0} to ${last.scope ?? 0} ${unit}.`
}

/** The forecast with its basis, or why there is none. */
export function forecastText(forecast: Forecast): string {
  if (forecast.state === 'none') return `No forecast: ${forecast.because}.`
  const {left, weeks, slowest, fastest, done, likely, safe} = forecast
  const pace = slowest === fastest ? `${slowest} a week` : `${slowest} to ${fastest} a week`
  const range =
    likely === null
      ? 'not within ten years at this pace'
      : `half of the runs finish by ${likely} (50 %), ${safe === null ? 'and 85 % not within ten years' : `most by ${safe} (85 %)`}`
  return `${left} task${left === 1 ? '' : 's'} left; ${done} done in the last ${weeks} whole weeks (${pace}): ${range}. The scope is taken to stay as it is.`
}

/** The forecast held against the plan's own end; null when one of the two is missing. */
export function againstPlan({planEnd, ...forecast}: Forecast): string | null {
  if (planEnd === null || forecast.state === 'none' || forecast.safe === null || forecast.likely === null)
    return planEnd === null ? null : `The plan itself ends on ${planEnd}.`
  if (forecast.safe <= planEnd) return `The plan itself ends on ${planEnd}: both dates are within it.`
  return forecast.likely <= planEnd
    ? `The plan itself ends on ${planEnd}: between the two dates.`
    : `The plan itself ends on ${planEnd}: before both dates.`
}
