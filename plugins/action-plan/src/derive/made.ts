import type {Exhibit} from '../model/exhibit.ts'
import {dateIn} from './calendar.ts'

const DAY = 864e5

/** When an exhibit was made: the earlier one of what it says itself and of its last commit, for a report is never younger than either. */
export function madeAt({facts, committedAt}: Exhibit): string | null {
  const times = [facts.kind === 'unreadable' ? null : facts.at, committedAt].filter((at) => at !== null && !Number.isNaN(Date.parse(at)))
  return times.sort((a, b) => Date.parse(a as string) - Date.parse(b as string))[0] ?? null
}

/** The last day on which something made at a time counts. */
export function lastDay(at: string, maxAge: number, timeZone: string): string {
  return new Date(Date.parse(dateIn(timeZone, at)) + Math.floor(maxAge) * DAY).toISOString().slice(0, 10)
}
