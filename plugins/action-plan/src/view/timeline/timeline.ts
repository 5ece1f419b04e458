import {daysBetween} from '../../model/date.ts'
import {HEALTHS, type Health} from '../../model/health.ts'
import type {PageStatusItem, PageStatus} from '../../model/page.ts'
import type {Axis, DateStyle, Zoom, ZoomId} from './axis.ts'
import {hasBaseline, varianceText} from '../words/variance.ts'
import {arrowPath} from './arrows.ts'
import {filtered, GROUPINGS, groups, type GroupingId} from './groups.ts'
import {dateSpanText, laterThanPlanned, positionOf, type TimelinePosition} from './position.ts'
import {fractionIn} from '../words/numbers.ts'
import {HEALTH_SIGNS, healthTerm} from '../words/states.ts'
import type {Wording} from '../words/words.ts'

export {GROUPINGS, type GroupingId}

/** What the reader has chosen. */
export interface Choice {
  readonly group: GroupingId
  readonly zoom: ZoomId
  readonly text: string
  readonly health: Health | 'all'
}

export interface Bar {
  readonly x: number
  readonly width: number
  /** Width of the done share. */
  readonly filled: number
  readonly critical: boolean
  /** Where its due date ends; null without one, without dates, or when it is too far off to be drawn. */
  readonly due: number | null
  /** From its end to today, for what is late; null for anything else. */
  readonly overdue: {readonly x: number; readonly width: number} | null
  /** Where it was planned at the baseline; null when it was not. */
  readonly planned: {readonly x: number; readonly width: number} | null
  /** Where what is left of it will be worked on; null when that ends no later than planned, or nobody can say. */
  readonly projected: {readonly x: number; readonly width: number} | null
}

/** A line of the drawing: the head of a group, or an item of it. */
export interface TimelineRow {
  readonly key: string
  readonly y: number
  readonly item: PageStatusItem | null
  readonly label: string
  /** Wording beside the bar, or beside the head: never colour alone. */
  readonly note: string
  /** Null: nothing places it in time. */
  readonly bar: Bar | null
}

export interface Band {
  readonly id: string
  readonly title: string
  readonly x: number
  readonly width: number
  readonly filled: number
  readonly lane: number
}

export interface TimelineMark {
  readonly x: number
  readonly label: string
}

/** The whole drawing as plain numbers. */
export interface Timeline {
  readonly width: number
  readonly height: number
  readonly rows: readonly TimelineRow[]
  readonly bands: readonly Band[]
  readonly lanes: number
  readonly off: readonly {readonly x: number; readonly width: number}[]
  readonly weeks: readonly TimelineMark[]
  readonly dates: readonly TimelineMark[]
  readonly deadlines: readonly TimelineMark[]
  /** Null when today is outside, or there are no dates. */
  readonly today: number | null
  /** How many items are drawn. */
  readonly items: number
  /** Whether bars of a baseline are drawn. */
  readonly baseline: boolean
  /** What of the key is in the drawing. */
  readonly signs: readonly Sign[]
}

/** What a drawing shows of its items, in the order of its key. */
const SIGNS = {
  item: ({width}) => width > 0,
  critical: ({critical}) => critical,
  overdue: ({overdue}) => overdue !== null,
  projected: ({projected}) => projected !== null,
  due: ({due}) => due !== null,
  baseline: ({planned}) => planned !== null,
  milestone: ({width}) => width === 0,
} as const satisfies Readonly<Record<string, (bar: Bar) => boolean>>
/** A line of the key. */
export type Sign = keyof typeof SIGNS | 'deadline'

function signsOf(rows: readonly TimelineRow[], marks: readonly TimelineMark[]): readonly Sign[] {
  const bars = rows.flatMap(({bar}) => bar ?? [])
  const found = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).filter((sign) => bars.some(SIGNS[sign]))
  return marks.length === 0 ? found : [...found, 'deadline']
}

export const ROW = 28
/** Room at the right for the words of the last bar. */
export const MARGIN = 110

/** The drawing of a plan as the reader wants it; `status` is that of the reader's day. */
export function timeline(words: Wording, status: PageStatus, axis: Axis, choice: Choice): Timeline {
  const zoom = zoomOf(axis, choice.zoom)
  const scale = zoom?.pixels ?? 1
  const rows: TimelineRow[] = []
  const today = axis.origin === null ? null : daysBetween(axis.origin, status.statusDate)
  const now = today === null ? null : Math.min(today + 0.5, axis.span)
  for (const group of groups(words, status, choice.group, filtered(status, choice.text, choice.health))) {
    rows.push({
      key: `group ${group.id}`,
      y: rows.length * ROW,
      item: null,
      label: group.title,
      note: fractionIn(words, group.done, group.tasks),
      bar: null,
    })
    for (const item of group.items)
      rows.push({
        key: `${group.id} ${item.id}`,
        y: rows.length * ROW,
        item,
        label: item.label,
        note: noteOf(words, item, axis),
        bar: barOf(item, axis, scale, now),
      })
  }
  const first = new Set(rows.flatMap(({item}) => item?.id ?? []))
  const bands = bandsOf(status, axis, scale)
  const marks = deadlines(status, axis, scale)
  return {
    width: axis.span * scale + MARGIN,
    height: rows.length * ROW,
    rows,
    bands,
    lanes: bands.reduce((most, {lane}) => Math.max(most, lane + 1), 0),
    off: zoom?.id === 'days' || zoom?.id === 'weeks' ? axis.off.map(({at, size}) => ({x: at * scale, width: size * scale})) : [],
    weeks: (zoom?.weeks ?? []).map(({at, week}) => ({x: at * scale, label: week === null ? '' : weekLabel(words, week, zoom?.id)})),
    dates: (zoom?.dates ?? []).map(({at, date}) => ({
      x: at * scale,
      label: date === null ? '' : DATES[zoom?.dateStyle ?? 'day'](words, date),
    })),
    deadlines: marks,
    today: today === null || today < 0 || today >= axis.span ? null : (today + 0.5) * scale,
    items: first.size,
    baseline: hasBaseline(status),
    signs: signsOf(rows, marks),
  }
}

/** The arrows to and from one item, for the reader who looks at it. */
export function arrowsOf(id: string, rows: readonly TimelineRow[]): string {
  const waits = new Set(rows.find(({item}) => item?.id === id)?.item?.dependsOn ?? [])
  const near = new Map(
    rows.flatMap((row) =>
      row.item !== null && (row.item.id === id || waits.has(row.item.id) || row.item.dependsOn.includes(id))
        ? [[row.item.id, row] as const]
        : [],
    ),
  )
  return arrowPath(near, (from, to) => from === id || to === id)
}

/** A plan's status without what the drawing and its health do not need: a page carries it to every reader. Tasks tell an item that was dropped as a whole from one without tasks. */
export function timelineStatus(status: PageStatus): PageStatus {
  return {
    ...status,
    ledger: {...status.ledger, counted: [], ignored: []},
    sections: status.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({...item, tasks: item.tasksTotal === 0 ? item.tasks : [], issue: null})),
    })),
    metrics: [],
    nextSteps: [],
    problems: [],
  }
}

function zoomOf(axis: Axis, id: ZoomId): Zoom | null {
  return axis.zooms.find((zoom) => zoom.id === id) ?? axis.zooms.find((zoom) => zoom.id === axis.best) ?? null
}

/** What a bar says to those who hear it. */
export function sentenceOf(words: Wording, item: PageStatusItem, axis: Axis): string {
  const {say, plural} = words
  return [
    `${item.label}: ${dateSpanText(words, item, axis)}`,
    item.tasksTotal === 0
      ? fractionIn(words, 0, 0)
      : plural('plan.timeline.fraction', '{fraction} tasks', item.tasksTotal, {fraction: fractionIn(words, item.done, item.tasksTotal)}),
    healthTerm(words, item.health),
    ...[laterThanPlanned(item)].flatMap((found) =>
      found === null ? [] : say('plan.timeline.projectedEnd', 'projected to end on {day}', {day: words.day(found.end)}),
    ),
    ...(item.critical ? [say('plan.timeline.critical', 'on the critical path')] : []),
    ...(item.baseline === null
      ? []
      : [say('plan.timeline.against', 'against the baseline {variance}', {variance: varianceText(words, item.baseline.variance)})]),
  ].join('; ')
}

function noteOf(words: Wording, item: PageStatusItem, axis: Axis): string {
  if (item.earlyStart === null) return words.say('plan.timeline.noPlace', 'no dates')
  const found = laterThanPlanned(item)
  // Another team or start may have it end far behind the drawing.
  const beyond =
    found !== null && axis.origin !== null && daysBetween(axis.origin, found.end) >= axis.span ? ` → ${words.day(found.end)}` : ''
  return `${HEALTH_SIGNS[item.health]} ${fractionIn(words, item.done, item.tasksTotal)}${beyond}`
}

function barOf(item: PageStatusItem, axis: Axis, scale: number, now: number | null): Bar | null {
  const place = positionOf(item, axis)
  if (place === null) return null
  const width = place.size * scale
  const share = item.tasksTotal === 0 ? 0 : item.done / item.tasksTotal
  const due = axis.origin === null || item.due === null ? null : daysBetween(axis.origin, item.due) + 1
  const drawn = due !== null && due > 0 && due <= axis.span ? due * scale : null
  return {
    x: place.at * scale,
    width,
    filled: Math.floor(width * share * 10) / 10,
    critical: item.critical,
    due: drawn,
    overdue:
      item.health === 'late' && now !== null && now > place.at + place.size
        ? {x: (place.at + place.size) * scale, width: (now - place.at - place.size) * scale}
        : null,
    planned: plannedOf(item, axis, scale),
    projected: projectedOf(item, axis, scale),
  }
}

/** Up to the edge of the drawing: another team or start may have it end far behind that. */
function projectedOf(item: PageStatusItem, axis: Axis, scale: number): Bar['projected'] {
  const found = laterThanPlanned(item)
  const place = found === null ? null : positionOf({start: found.start, finish: found.end, earlyStart: null, earlyFinish: null}, axis)
  return place === null || place.at < 0 || place.at >= axis.span
    ? null
    : {x: place.at * scale, width: Math.min(place.size, axis.span - place.at) * scale}
}

function plannedOf({baseline}: PageStatusItem, axis: Axis, scale: number): Bar['planned'] {
  const place = baseline === null ? null : positionOf(baseline, axis)
  // A date too far away for the axis is told in words alone.
  return place === null || place.at < 0 || place.at + place.size > axis.span ? null : {x: place.at * scale, width: place.size * scale}
}

/** Phases as bands; those that overlap take lanes of their own. */
function bandsOf(status: PageStatus, axis: Axis, scale: number): readonly Band[] {
  const items = new Map(status.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)))
  const free: number[] = []
  return status.phases.flatMap((phase): readonly Band[] => {
    const place = positionOf(
      {start: phase.start, finish: phase.finish, earlyStart: phase.window?.from ?? null, earlyFinish: phase.window?.to ?? null},
      axis,
    )
    if (place === null || place.size === 0) return []
    const lane = laneOf(free, place)
    free[lane] = place.at + place.size
    const own = phase.items.flatMap((id) => items.get(id) ?? [])
    const tasks = own.reduce((sum, {tasksTotal}) => sum + tasksTotal, 0)
    const done = own.reduce((sum, item) => sum + item.done, 0)
    return [
      {
        id: phase.id,
        title: phase.title,
        x: place.at * scale,
        width: place.size * scale,
        filled: tasks === 0 ? 0 : (place.size * scale * done) / tasks,
        lane,
      },
    ]
  })
}

function laneOf(free: readonly number[], {at}: TimelinePosition): number {
  const lane = free.findIndex((end) => end <= at)
  return lane === -1 ? free.length : lane
}

/** The ends of the priorities' deadlines; those of one day share a mark. */
function deadlines(status: PageStatus, axis: Axis, scale: number): readonly TimelineMark[] {
  const byDay = new Map<number, string[]>()
  for (const {id, deadlineDate, deadlineDays} of status.priorities) {
    if (id === null || deadlineDays === null) continue
    const at =
      axis.origin === null
        ? Math.max(Math.ceil(deadlineDays), 1)
        : deadlineDate === null
          ? null
          : daysBetween(axis.origin, deadlineDate) + 1
    if (at === null || at > axis.span) continue
    byDay.set(at, [...(byDay.get(at) ?? []), id])
  }
  return Array.from(byDay)
    .map(([at, ids]) => ({x: at * scale, label: ids.join(', ')}))
    .sort((a, b) => a.x - b.x)
}

/** A week above the drawing: in short where weeks are narrow. */
function weekLabel({say}: Wording, week: number, zoom: ZoomId | undefined): string {
  return zoom === 'days' || zoom === 'weeks'
    ? say('plan.timeline.weekLong', 'Week {week}', {week})
    : say('plan.timeline.weekShort', 'W{week}', {week: String(week)})
}

const DATES: Readonly<Record<DateStyle, (words: Wording, date: string) => string>> = {
  day: ({day}, date) => day(date, 'dayMonth'),
  month: ({day}, date) => day(date, 'monthYear'),
  quarter: ({say}, date) =>
    say('plan.timeline.quarter', 'Q{quarter} {year}', {quarter: Math.ceil(Number(date.slice(5, 7)) / 3), year: date.slice(0, 4)}),
  year: (_, date) => date.slice(0, 4),
}

/** What the address says, else what the page starts with. */
export function choiceOf(query: URLSearchParams, axis: Axis): Choice {
  const zoom = axis.zooms.find(({id}) => id === query.get('zoom'))?.id ?? axis.best
  return {
    group: GROUPINGS.find((id) => id === query.get('group')) ?? 'phase',
    zoom,
    text: query.get('q') ?? '',
    health: HEALTHS.find((id) => id === query.get('health')) ?? 'all',
  }
}

/** The same for the address: only what differs from the start. */
export function queryOf(choice: Choice, axis: Axis): string {
  const query = new URLSearchParams()
  if (choice.group !== 'phase') query.set('group', choice.group)
  if (choice.zoom !== axis.best) query.set('zoom', choice.zoom)
  if (choice.text.trim() !== '') query.set('q', choice.text.trim())
  if (choice.health !== 'all') query.set('health', choice.health)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
