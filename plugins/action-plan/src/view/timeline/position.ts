import {addDays, daysBetween} from '../../model/date.ts'
import type {ProjectedDates} from '../../model/report.ts'
import type {Wording} from '../words/words.ts'
import type {Axis} from './axis.ts'

/** A stretch of the axis, in its units. */
export interface TimelinePosition {
  readonly at: number
  readonly size: number
}

export interface Timed {
  readonly start: string | null
  readonly finish: string | null
  readonly earlyStart: number | null
  readonly earlyFinish: number | null
}

/** Where something stands on the axis: without a length it is a milestone of size 0; null when nothing places it. */
export function positionOf({start, finish, earlyStart, earlyFinish}: Timed, axis: Axis): TimelinePosition | null {
  if (axis.origin !== null)
    return start === null ? null : {at: daysBetween(axis.origin, start), size: finish === null ? 0 : daysBetween(start, finish) + 1}
  return earlyStart === null || earlyFinish === null ? null : {at: earlyStart, size: earlyFinish - earlyStart}
}

/** When what is left will be worked on, where that ends later than planned; null for anything else. */
export function laterThanPlanned({
  projected,
  finish,
}: {
  readonly projected: ProjectedDates | null
  readonly finish: string | null
}): ProjectedDates | null {
  return projected !== null && finish !== null && projected.end > finish ? projected : null
}

/** The week of the plan that a place is in, from 1; null when weeks count from nothing. */
function weekOf(at: number, axis: Axis): number | null {
  const first = axis.origin === null ? 0 : axis.start === null ? null : daysBetween(axis.origin, axis.start)
  return first === null || at < first ? null : Math.floor((at - first) / axis.week) + 1
}

/** A day in words: "2026-11-23 (week 1)", or "week 1, day 1" without dates. */
export function dayText({say, day}: Wording, at: number, axis: Axis): string {
  const week = weekOf(at, axis)
  if (axis.origin === null) return say('plan.timeline.weekDay', 'week {week}, day {day}', {week: week ?? 1, day: (at % axis.week) + 1})
  const date = day(addDays(axis.origin, at))
  return week === null ? date : say('plan.timeline.inWeek', '{date} (week {week})', {date, week})
}

/** The first day of something in words; "none" when nothing places it. */
export function startText(words: Wording, timed: Timed, axis: Axis): string {
  const place = positionOf(timed, axis)
  return place === null ? words.say('plan.item.none', 'none') : dayText(words, place.at, axis)
}

/** The last day of something in words; "none" for what has no length or no place. */
export function finishText(words: Wording, timed: Timed, axis: Axis): string {
  const place = positionOf(timed, axis)
  return place === null || place.size === 0 ? words.say('plan.item.none', 'none') : dayText(words, place.at + place.size - 1, axis)
}

/** Both in one phrase. */
export function dateSpanText(words: Wording, timed: Timed, axis: Axis): string {
  const {say} = words
  const place = positionOf(timed, axis)
  if (place === null) return say('plan.timeline.noPlace', 'no dates')
  const start = startText(words, timed, axis)
  return place.size === 0
    ? say('plan.timeline.noDuration', 'from {start}, no duration stated', {start})
    : say('plan.item.between', '{start} to {finish}', {start, finish: finishText(words, timed, axis)})
}
