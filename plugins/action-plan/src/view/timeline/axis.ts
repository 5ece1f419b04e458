import {dateIn, dateOf, dayNumber, midnight, weekdayOf} from '../../model/date.ts'
import {roundTo} from '../../model/number.ts'
import {WEEKDAYS} from '../../model/settings.ts'
import {projectionSettings, type ProjectionSettings} from '../../model/projection.ts'
import type {Report} from '../../model/report.ts'
import {scaleUtc, utcDay, utcMonday, utcMonth, type TimeInterval} from './scales.ts'

/** How much of a date stands at a tick. */
export const DATE_STYLES = ['day', 'month', 'quarter', 'year'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export const ZOOMS = ['days', 'weeks', 'months', 'quarters'] as const
export type ZoomId = (typeof ZOOMS)[number]

/** A line across the drawing, `at` units from its left edge; null for what has no room for its label. */
export interface WeekTick {
  readonly at: number
  /** The number of the week, from 1. */
  readonly week: number | null
}
export interface DateTick {
  readonly at: number
  /** ISO date. */
  readonly date: string | null
}

export interface Zoom {
  readonly id: ZoomId
  /** How wide one unit is. */
  readonly pixels: number
  /** Weeks of the plan; empty when they would count from nothing. */
  readonly weeks: readonly WeekTick[]
  /** Calendar dates; empty without dates. */
  readonly dates: readonly DateTick[]
  /** How much of a date is written. */
  readonly dateStyle: DateStyle
}

/** What the drawing is measured in: calendar days from `origin` when the plan has dates, else working days from its start. */
export interface Axis {
  /** ISO date at the left edge; null without dates. */
  readonly origin: string | null
  /** First day of Week 1; null when the plan names none. */
  readonly start: string | null
  /** Units from edge to edge; 0 when nothing has a place in time. */
  readonly span: number
  /** Units in a week. */
  readonly week: number
  /** Working days in a week. */
  readonly workingDays: number
  readonly holidays: number
  /** Stretches without work, in units. */
  readonly off: readonly {readonly at: number; readonly size: number}[]
  /** Those that the plan's length allows, finest first. */
  readonly zooms: readonly Zoom[]
  /** The finest zoom that fits a screen. */
  readonly best: ZoomId
  /** What a projection with another team or start needs beside the numbers of the page; null when nothing is left whose length is known. */
  readonly projection: ProjectionSettings | null
}

/** The widest drawing that fits a screen beside its labels. */
const SCREEN = 1000
/** A drawing that fills a screen beside labels of usual length. */
const FILLED = 760
/** No more than so many times as wide as its zoom is. */
const WIDENED = 2.5
/** A zoom with more ticks than this helps nobody. */
const MOST_TICKS = 1500
/** Wider than this no drawing gets, however long the plan. */
const WIDEST = 30_000

interface Dates {
  readonly dates: readonly DateTick[]
  readonly dateStyle: DateStyle
}
type DateTicks = (level: Level, pixels: number) => Dates

interface Level {
  readonly id: ZoomId
  /** Pixels of a calendar day. */
  readonly pixels: number
  readonly interval: TimeInterval
  readonly dateStyle: DateStyle
  /** Every how many weeks a week has a label. */
  readonly weeks: number
}

const quarters = utcMonth.every(3) ?? utcMonth

const LEVELS: readonly Level[] = [
  {id: 'days', pixels: 44, interval: utcDay, dateStyle: 'day', weeks: 1},
  {id: 'weeks', pixels: 14, interval: utcMonday, dateStyle: 'day', weeks: 1},
  {id: 'months', pixels: 5, interval: utcMonth, dateStyle: 'month', weeks: 1},
  {id: 'quarters', pixels: 2, interval: quarters, dateStyle: 'quarter', weeks: 4},
]

/** The axis of a report, with the ticks of each zoom. */
export function axis(report: Report): Axis {
  const workingDays = report.settings.workingDays.length
  const common = {workingDays, holidays: report.settings.holidays.length, start: report.settings.start, projection: projectionOf(report)}
  const dates = datesOf(report)
  const made = (
    span: number,
    week: number,
    weekOne: number | null,
    ticks: DateTicks | null,
  ): Pick<Axis, 'span' | 'week' | 'zooms' | 'best'> => {
    const zooms = LEVELS.flatMap((level) => zoomOf(level, span, week, weekOne, ticks))
    const best = bestOf(zooms, span)
    return {span, week, zooms: zooms.map((zoom) => (zoom.id === best ? (filled(zoom, span, week, weekOne, ticks) ?? zoom) : zoom)), best}
  }
  if (dates === null) return {...common, origin: null, off: [], ...made(unitsOf(report, workingDays), workingDays, 0, null)}
  const {from} = dates
  const to = withToday(report, dates)
  const span = to - from
  const weekOne = report.settings.start === null ? null : dayNumber(report.settings.start) - from
  return {...common, origin: dateOf(from), off: offDays(report, from, span), ...made(span, 7, weekOne, dateTicks(from, to))}
}

function projectionOf({settings, phases, sections}: Report): ProjectionSettings | null {
  const isLeft = sections.some(({items}) =>
    items.some(
      ({item, scheduled, progress: {tasks, done}}) => item.duration !== null && scheduled !== null && (tasks === 0 || done < tasks),
    ),
  )
  return isLeft
    ? projectionSettings(
        settings,
        phases.map(({phase}) => phase),
      )
    : null
}

/** After the planned end, the axis of an unfinished plan goes on to today and a week more: what is late is not over. */
function withToday({statusDate, totals}: Report, {from, to}: {readonly from: number; readonly to: number}): number {
  const today = dayNumber(statusDate)
  return totals.done === totals.tasks || today < to || today > to + AFTER * (to - from) ? to : today + 8
}

/** Further past its end than so many times its length, a plan is over, whatever its boxes say. */
const AFTER = 4

/** A due date further off than so many times the whole schedule would press it to a line: it is left out of the drawing, not of the table. */
const FAR = 10

/** From the first date to the day after the last, in whole weeks, as numbers of days; null without dates. */
function datesOf(report: Report): {readonly from: number; readonly to: number} | null {
  const items = report.sections.flatMap((section) => section.items)
  const placed = [...report.phases, ...items]
    .flatMap(({start, finish}) => [start, finish])
    .filter((date) => date !== null)
    .sort()
  if (placed.length === 0) return null
  const [first, end] = [dayNumber(placed[0] as string), dayNumber(placed.at(-1) as string)]
  const room = FAR * Math.max(end - first, 365)
  const stated = [
    ...items.flatMap(({item}) => item.due?.date ?? []),
    ...report.priorities.flatMap(({deadlineDate}) => deadlineDate ?? []),
    ...items.flatMap(({projected}) => projected?.end ?? []),
    ...[...report.phases, ...items].flatMap(({planned}) => [planned?.start ?? [], planned?.finish ?? []].flat()),
  ]
  const near = stated.filter((date) => dayNumber(date) >= first - room && dayNumber(date) <= end + room)
  const all = [...placed, ...near, ...(report.settings.start === null ? [] : [report.settings.start])].sort()
  const from = dayNumber(all[0] as string)
  const last = dayNumber(all.at(-1) as string)
  return {from, to: from + Math.ceil((last - from + 1) / 7) * 7}
}

/** Working days to the end of the last week; 0 when nothing has a length. */
function unitsOf(report: Report, week: number): number {
  const items = report.sections.flatMap((section) => section.items)
  const last = (ends: readonly number[]): number => ends.reduce((latest, end) => Math.max(latest, end), 0)
  const end = last([
    ...report.phases.map(({window}) => window?.to ?? 0),
    ...items.flatMap(({scheduled: slot, planned}) => [slot?.earlyFinish ?? 0, planned?.earlyFinish ?? 0]),
  ])
  if (end === 0) return 0
  // What states no duration stands on a day, too.
  const days = items.flatMap(({scheduled: slot}) => (slot !== null && slot.earlyStart === slot.earlyFinish ? [slot.earlyStart + 1] : []))
  return Math.ceil(last([end, ...days]) / week) * week
}

/** One zoom, unless it had too many ticks; the widest view is always there. */
function zoomOf(level: Level, span: number, week: number, weekOne: number | null, dates: DateTicks | null): readonly Zoom[] {
  if (span === 0) return []
  const widest = level.id === 'quarters'
  if (!widest && (span / week) * (level.id === 'days' ? 7 : 1) > MOST_TICKS) return []
  const natural = roundTo(level.pixels * (7 / week), 2)
  const pixels = widest ? Math.min(natural, Math.max(WIDEST / span, 0.01)) : natural
  return [
    {
      id: level.id,
      pixels,
      weeks: weekOne === null ? [] : weekTicks(span, week, weekOne, level, pixels),
      ...(dates === null ? {dates: [], dateStyle: level.dateStyle} : dates(level, pixels)),
    },
  ]
}

/** The zoom that a page starts with, so wide that it fills a screen; null where it does already, and for days, which are wide enough. */
function filled({id, pixels}: Zoom, span: number, week: number, weekOne: number | null, dates: DateTicks | null): Zoom | null {
  const level = LEVELS.find((one) => one.id === id)
  const wider = Math.min(FILLED / (pixels * span), WIDENED)
  return level === undefined || id === 'days' || wider <= 1
    ? null
    : (zoomOf({...level, pixels: level.pixels * wider}, span, week, weekOne, dates)[0] ?? null)
}

/** Calendar ticks of a level. */
function dateTicks(first: number, end: number): DateTicks {
  const [from, to] = [midnight(dateOf(first)), midnight(dateOf(end))]
  const scale = scaleUtc()
    .domain([from, to])
    .range([0, end - first])
  return (level, pixels) => {
    const long = scale(to) * pixels > WIDEST / 2 && level.id === 'quarters'
    const ticks = (long ? scale.ticks(100) : scale.ticks(level.interval)).map((date) => ({at: Math.round(scale(date)), date: isoOf(date)}))
    return {
      dateStyle: long ? 'year' : level.dateStyle,
      dates: crowdless(
        withFirst(
          ticks.filter(({at}) => at < scale(to)),
          isoOf(from),
          62 / pixels,
        ),
        level.id === 'days' ? 0 : 48 / pixels,
      ),
    }
  }
}

const isoOf = (date: Date): string => dateIn('UTC', date)

/** The period that has begun before the left edge has its label there, when there is room. */
function withFirst(ticks: readonly DateTick[], date: string, room: number): readonly DateTick[] {
  const [first] = ticks
  return first !== undefined && first.at < room ? ticks : [{at: 0, date}, ...ticks]
}

/** Labels that would touch the one before are left out; their lines stay. */
function crowdless(ticks: readonly DateTick[], room: number): readonly DateTick[] {
  let free = -Infinity
  return ticks.map((tick) => {
    if (tick.at < free) return {...tick, date: null}
    free = tick.at + room
    return tick
  })
}

function weekTicks(span: number, week: number, weekOne: number, level: Level, pixels: number): readonly WeekTick[] {
  // So many weeks a label that it never touches the next, and that the longest plan has a few hundred ticks.
  const every = Math.max(level.weeks, Math.ceil(30 / (week * pixels)), Math.ceil(span / week / 400))
  return Array.from({length: Math.ceil((span - weekOne) / week / every)}, (_, index) => ({
    at: weekOne + index * every * week,
    week: index * every + 1,
  }))
}

/** Weekends and holidays, as stretches; none for plans so long that nobody could see them. */
function offDays(report: Report, from: number, span: number): Axis['off'] {
  if (span > MOST_TICKS) return []
  const works = new Set(report.settings.workingDays)
  const holidays = new Set(report.settings.holidays)
  const off: {at: number; size: number}[] = []
  for (let at = 0; at < span; at++) {
    const weekday = WEEKDAYS[weekdayOf(from + at)]
    if (weekday !== undefined && works.has(weekday) && !holidays.has(dateOf(from + at))) continue
    const open = off.at(-1)
    if (open !== undefined && open.at + open.size === at) open.size++
    else off.push({at, size: 1})
  }
  return off
}

/** The finest zoom that fits a screen, else the widest view. */
function bestOf(zooms: readonly Zoom[], span: number): ZoomId {
  return (zooms.find(({pixels}) => pixels * span <= SCREEN) ?? zooms.at(-1))?.id ?? 'weeks'
}
