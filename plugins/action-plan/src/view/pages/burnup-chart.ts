import {largest} from '../../model/list.ts'
import type {GapCause} from '../../model/cause.ts'
import {DAY, dateIn, midnight} from '../../model/date.ts'
import {roundTo} from '../../model/number.ts'
import type {BurnUpPoint, Sums} from '../../model/history.ts'
import {scaleLinear, scaleUtc, utcDay} from '../timeline/scales.ts'
import {gapText} from '../words/forecast.ts'
import type {Wording} from '../words/words.ts'

/** What is drawn: of all, or of one priority. */
export interface Series {
  readonly day: string
  readonly committed: boolean
  readonly scope: number | null
  readonly done: number | null
  readonly gap: GapCause | null
}

export type ChartMeasure = 'tasks' | 'effort'

/** The numbers of one measure, of all or of one priority (`undefined` is all, null is "no priority"). */
export function seriesOf(points: readonly BurnUpPoint[], measure: ChartMeasure, priority?: string | null): readonly Series[] {
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

/** What lies ahead of the last point. */
export interface Ahead {
  /** The baseline: tasks that would be done by the end of each day. */
  readonly planned: readonly {readonly day: string; readonly tasks: number}[]
  /** Named days: the plan's end, the dates of the forecast. */
  readonly marks: readonly {readonly day: string; readonly label: string}[]
  /** The days by which all is done with 50 % and 85 %; null without a forecast. */
  readonly forecast: {readonly p50: string; readonly p85: string | null} | null
}
export const NOTHING_AHEAD: Ahead = {planned: [], marks: [], forecast: null}

/** What charts beside each other have in common, so that an eye can compare them. */
export interface CommonScale {
  /** The axis of counts goes at least up to this. */
  readonly most: number
  /** The axis of days goes at least up to this, as far as it is drawn at all; null for no more than it needs. */
  readonly last: string | null
}
const OWN_SCALE: CommonScale = {most: 0, last: null}

/** A text on an axis. `minor` ones are left out where there is little room. */
export interface AxisLabel {
  readonly at: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly minor: boolean
}

/** Everything that a burn-up chart draws, in units of its view box. */
export interface BurnUpChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Paths: one, or more where gaps break them. */
  readonly scope: readonly string[]
  readonly done: readonly string[]
  readonly planned: string
  /** From today to the two days of the forecast, closed; empty without one. */
  readonly cone: string
  /** Where today is; null when it is the end of the drawing. */
  readonly today: number | null
  /** Where the scope changed, and by how much: on the line of the new scope. */
  readonly changes: readonly {readonly x: number; readonly y: number; readonly by: number}[]
  /** What each point says, for the reader who points at it. */
  readonly values: readonly {readonly x: number; readonly text: string}[]
  readonly gaps: readonly {readonly x: number; readonly width: number; readonly day: string; readonly reason: string}[]
  readonly dots: readonly {readonly x: number; readonly y: number; readonly of: 'scope' | 'done'; readonly committed: boolean}[]
  readonly days: readonly AxisLabel[]
  readonly counts: readonly AxisLabel[]
  readonly marks: readonly {readonly x: number; readonly y: number; readonly label: string; readonly anchor: 'start' | 'end'}[]
}

interface Size {
  readonly width: number
  readonly height: number
}
const MARGIN = {right: 24, bottom: 34, left: 52}
/** Room above the drawing: for a rule, and for each line of marks. */
const TOP = 12
const MARK = 28
/** More points than this are lines only. */
const DOTTED = 40
/** Units of the axis between two labels, about. */
const ROOM = 140
const COUNTS = 5
/** The width of a letter on the axis, about. */
const LETTER = 6.6
/** A label nearer to an end of the axis than this begins or ends there. */
const EDGE = 24
/** How far ahead marks are drawn, against the length of what is known, and at least in days: the past must stay readable. */
const FAR = 2
const NEAR_DAYS = 120

/** Steps nearer than this no eye can tell apart. */
const APART = 0.5

const time = (day: string): number => midnight(day).getTime()
const iso = (date: Date): string => dateIn('UTC', date)
const round = (value: number): number => roundTo(value, 1)

/** The instant by which all is done with 85 %; without such a day, never. */
const safeDay = ({p85}: {readonly p85: string | null}): number => (p85 === null ? Infinity : time(p85))

/** The chart of a series up to a day: lines are steps, for a number holds until the next revision; a gap breaks them. */
// eslint-disable-next-line max-lines-per-function -- parts of one drawing, which share its scales
export function burnUpChart(
  words: Wording,
  series: readonly Series[],
  until: string,
  size: Size,
  ahead: Ahead,
  common: CommonScale = OWN_SCALE,
): BurnUpChart {
  const first = time(series[0]?.day ?? until)
  const known = Math.max(time(until), time(series.at(-1)?.day ?? until))
  const limit = known + Math.max(FAR * (known - first), NEAR_DAYS * DAY)
  const marks = ahead.marks.filter(({day}) => time(day) <= limit)
  const planned = ahead.planned.filter(({day}) => time(day) <= limit && time(day) >= first)
  const last = largest(
    [
      ...[...marks, ...planned].map(({day}) => time(day)),
      ...(ahead.forecast === null || time(ahead.forecast.p50) > limit ? [] : [Math.min(limit, safeDay(ahead.forecast))]),
      Math.min(limit, time(common.last ?? until)),
    ],
    known,
  )
  const [left, right, bottom] = [MARGIN.left, size.width - MARGIN.right, size.height - MARGIN.bottom]
  const top = TOP + MARK * marks.length

  const days = scaleUtc()
    .domain(first === last ? [first - DAY, first + DAY] : [first, last])
    .range([left, right])
  const most = largest([common.most, ...series.map(({scope}) => scope ?? 0), ...planned.map(({tasks}) => tasks)], 1)
  const counts = scaleLinear().domain([0, most]).nice(COUNTS).range([bottom, top])
  const x = (day: string): number => round(days(time(day)))
  const y = (value: number): number => round(counts(value))
  const end = round(days(known))
  const edge = (index: number): number => (series[index + 1] === undefined ? end : x((series[index + 1] as Series).day))
  const lines = (of: 'scope' | 'done'): readonly string[] =>
    steps(series.map((one, index) => ({from: x(one.day), to: edge(index), y: one[of] === null ? null : y(one[of] as number)})))
  const coneOf = (): string => {
    const now = series.findLast(({scope}) => scope !== null)
    if (ahead.forecast === null || now?.done == null || now.scope === null || time(ahead.forecast.p50) > limit) return ''
    const from = `M${end} ${y(now.done)}L${x(ahead.forecast.p50)} ${y(now.scope)}`
    const safe = safeDay(ahead.forecast)
    if (safe <= last) return `${from}H${round(days(safe))}z`
    // Its later side leaves the drawing on the way up.
    return `${from}H${right}V${y(now.done + ((now.scope - now.done) * (last - known)) / (safe - known))}z`
  }
  return {
    ...size,
    left,
    right,
    top,
    bottom,
    scope: lines('scope'),
    done: lines('done'),
    planned:
      planned.length === 0
        ? ''
        : (steps(
            [{day: series[0]?.day ?? until, tasks: 0}, ...planned].map(({day, tasks}, index, all) => ({
              from: x(day),
              to: x(all[index + 1]?.day ?? day),
              y: y(tasks),
            })),
          )[0] ?? ''),
    cone: coneOf(),
    today: last > known ? end : null,
    changes: scopeChanges(series).flatMap((by, index) =>
      by === 0 ? [] : [{x: x((series[index] as Series).day), y: y(series[index]?.scope ?? 0), by}],
    ),
    values: scopeChanges(series).map((by, index) => ({
      x: x((series[index] as Series).day),
      text: valueText(words, series[index] as Series, by),
    })),
    gaps: series.flatMap((one, index) =>
      one.gap === null
        ? []
        : [{x: x(one.day), width: Math.max(2, round(edge(index) - x(one.day))), day: one.day, reason: gapText(words, one.gap)}],
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
    days: dayLabels(words, days.copy().domain([first, last]), first, last, left, right),
    counts: counts.ticks(COUNTS).map((value, index) => ({at: y(value), text: words.number(value), anchor: 'end', minor: index % 2 === 1})),
    marks: marks.map(({day, label}, index) => ({
      x: x(day),
      y: TOP + MARK * index,
      label,
      anchor: x(day) > (left + right) / 2 ? ('end' as const) : ('start' as const),
    })),
  }
}

/** By how much each point changed the scope of the known one before it; the first one begins it. */
function scopeChanges(series: readonly Series[]): readonly number[] {
  let before: number | null = null
  return series.map(({scope}) => {
    if (scope === null) return 0
    const by = before === null ? 0 : roundTo(scope - before, 1)
    before = scope
    return by
  })
}

/** "26 Nov 2026: 50 of 93 done, scope +3". */
function valueText(words: Wording, {day, scope, done, gap}: Series, by: number): string {
  if (gap !== null || scope === null || done === null) return `${words.day(day)}: ${gap === null ? '' : gapText(words, gap)}`
  const value = words.say('build.chart.value', '{day}: {done} of {scope} done', {day: words.day(day), done, scope})
  if (by === 0) return value
  return words.say('build.chart.scopeChange', '{value}, scope {by}', {value, by: by > 0 ? `+${words.number(by)}` : `−${words.number(-by)}`})
}

/** Steps as paths. Those that no eye can tell apart are one; null breaks the line. */
function steps(parts: readonly {readonly from: number; readonly to: number; readonly y: number | null}[]): readonly string[] {
  const paths: string[] = []
  let line = ''
  let height: number | null = null
  let drawn = 0
  let end = 0
  const close = (): void => {
    if (line !== '') paths.push(`${line}H${end}`)
    line = ''
  }
  parts.forEach(({from, to, y}, index) => {
    end = y === null ? end : to
    if (y === null) close()
    else if (line === '') line = `M${from} ${y}`
    else if (y === height || (to - drawn < APART && (parts[index + 1]?.y ?? null) !== null)) return
    else line += `H${from}V${y}`
    height = y
    drawn = from
  })
  close()
  return paths
}

type Days = ReturnType<typeof scaleUtc<number>>

/** Round dates along the axis, as many as fit: years, months or days, each said once. */
function dayLabels(words: Wording, days: Days, first: number, last: number, left: number, right: number): readonly AxisLabel[] {
  if (first === last) return [{at: (left + right) / 2, text: words.day(iso(new Date(first))), anchor: 'middle', minor: false}]
  let wanted = Math.max(2, Math.floor((right - left) / ROOM))
  let labels = labelsOf(words, days, first, last, left, right, wanted)
  // The steps between round dates are uneven: where one is too short for its words, there are fewer labels.
  while (wanted > 2 && touch(labels)) labels = labelsOf(words, days, first, last, left, right, --wanted)
  return labels
}

/** Does a label begin before the one in front of it ends? */
function touch(labels: readonly AxisLabel[]): boolean {
  const start = ({at, text, anchor}: AxisLabel): number => at - text.length * LETTER * (anchor === 'start' ? 0 : anchor === 'end' ? 1 : 0.5)
  return labels.some((label, index) => {
    const before = labels[index - 1]
    return before !== undefined && start(label) < start(before) + before.text.length * LETTER
  })
}

/** About as many round dates as wanted. */
function labelsOf(
  words: Wording,
  days: Days,
  first: number,
  last: number,
  left: number,
  right: number,
  wanted: number,
): readonly AxisLabel[] {
  const span = (last - first) / DAY
  const ticks = span <= wanted ? utcDay.range(new Date(first), new Date(last + DAY)) : days.ticks(wanted)
  const step = ticks.length < 2 ? span : ((ticks[1] as Date).getTime() - (ticks[0] as Date).getTime()) / DAY
  let year = -1
  return ticks.map((date, index) => {
    const fresh = date.getUTCFullYear() !== year
    year = date.getUTCFullYear()
    const at = round(days(date))
    return {
      at,
      text: step >= 360 ? String(year) : words.day(iso(date), step >= 27 ? 'monthYear' : fresh ? 'full' : 'dayMonth'),
      // A letter may be twice as large on a phone: those at an end stay inside.
      anchor: right - at < EDGE ? 'end' : at - left < EDGE ? 'start' : 'middle',
      minor: index % 2 === 1,
    }
  })
}
