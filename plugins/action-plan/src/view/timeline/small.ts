import {dayNumber} from '../../model/date.ts'
import {roundTo} from '../../model/number.ts'
import type {PhaseWindow} from '../../model/global.ts'

export interface SmallPhase {
  readonly id: string
  readonly title: string
  /** Percent of the whole, from the left. */
  readonly left: number
  readonly width: number
  readonly done: number
  readonly tasks: number
}

/** Phases side by side in percent of the whole, with today among them; null when no phase has a window. */
export interface SmallTimeline {
  readonly phases: readonly SmallPhase[]
  /** ISO dates, or working days from 1. */
  readonly first: string | number
  readonly last: string | number
  readonly today: number | null
}

const hundredths = (value: number): number => roundTo(value, 2)

/** More phases than this are no overview. */
const MOST = 6

/** Those around the first one with open tasks: the one before it and what follows. */
function around(phases: readonly SmallPhase[]): readonly SmallPhase[] {
  const open = phases.findIndex(({done, tasks}) => done < tasks)
  const first = Math.max(0, Math.min(open === -1 ? Infinity : open - 1, phases.length - MOST))
  return phases.slice(first, first + MOST)
}

/** The plan's phases in one strip, the six that matter now, by dates where there are any, else by working days. */
export function smallTimeline(
  phases: readonly PhaseWindow[],
  counts: readonly {readonly id: string; readonly done: number; readonly tasks: number}[],
  now: string,
): SmallTimeline | null {
  const items = new Map(counts.map((item) => [item.id, item] as const))
  const dated = phases.some(({start}) => start !== null)
  const placed = phases.flatMap((phase) => {
    const {window, start, finish} = phase
    const place = dated
      ? start === null || finish === null
        ? null
        : ([dayNumber(start), dayNumber(finish) + 1] as const)
      : window?.to == null || window.to === window.from
        ? null
        : ([window.from, window.to] as const)
    return place === null ? [] : [{phase, from: place[0], to: place[1]}]
  })
  const [head] = placed
  if (head === undefined) return null
  const from = placed.reduce((least, one) => Math.min(least, one.from), head.from)
  const to = placed.reduce((most, one) => Math.max(most, one.to), head.to)
  const percent = (value: number): number => hundredths((100 * (value - from)) / (to - from))
  const today = dated ? dayNumber(now) + 0.5 : null
  const dates = placed.flatMap(({phase}) => (phase.start === null || phase.finish === null ? [] : [phase.start, phase.finish])).sort()
  const all = placed.map(({phase, from: left, to: right}) => {
    const own = phase.items.flatMap((id) => items.get(id) ?? [])
    return {
      id: phase.id,
      title: phase.title,
      left: percent(left),
      width: hundredths((100 * (right - left)) / (to - from)),
      done: own.reduce((sum, {done}) => sum + done, 0),
      tasks: own.reduce((sum, {tasks}) => sum + tasks, 0),
    }
  })
  return {
    phases: around(all),
    first: dated ? (dates[0] as string) : from + 1,
    last: dated ? (dates.at(-1) as string) : to,
    today: today === null || today < from || today > to ? null : percent(today),
  }
}
