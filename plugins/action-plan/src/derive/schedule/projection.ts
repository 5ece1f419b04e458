import {below} from './workdays.ts'

/** What is left of an item. Days are whole working days, counted from the plan's start. */
export interface Remaining {
  readonly id: string
  /** Working days of work that are left; 0 when all is done, null when nobody says how long it takes. */
  readonly days: number | null
  /** The first day on which it may be worked on. */
  readonly from: number
  /** Ids of the items it waits for. */
  readonly dependsOn: readonly string[]
  /** Who does it: one of them on each day. Anybody of the team when nobody is named. */
  readonly owners: readonly string[]
}

/** When an item will be worked on: half-open, so work of one day on day 3 is from 3 to 4. */
export interface Projected {
  readonly from: number
  readonly to: number
}

/**
 * Projects what is left onto the days from today on. Items are given in the order of their urgency: the most urgent one that waits for nothing more takes
 * the first days on which somebody is free, then the next one (a serial schedule with resource levelling, as TaskJuggler makes it).
 * Each day one person works on one item; `team` people work on a day, as many as needed when it is null.
 * An item without a length, and what waits for it, has no projection.
 */
export function project(items: readonly Remaining[], team: number | null): ReadonlyMap<string, Projected> {
  const found = new Map<string, Projected>()
  const days = bookings(team)
  const open = items.filter((item) => item.days === null || item.days > 0)
  const rank = new Map(open.map(({id}, at) => [id, at]))
  // Done items, and those that are not in the list, hold nobody up.
  const before = open.map(({dependsOn}) => Array.from(new Set(dependsOn.flatMap((id) => rank.get(id) ?? []))))
  const after = open.map((): number[] => [])
  before.forEach((list, at) => list.forEach((other) => after[other]?.push(at)))
  const waiting = before.map((list) => list.length)
  const ready = open.flatMap((_, at) => (waiting[at] === 0 ? [at] : []))
  for (let at = ready.shift(); at !== undefined; at = ready.shift()) {
    const {id, days: length, from, owners} = open[at] as Remaining
    // What has no length, or an absurd one, is never over.
    if (length === null || length > LONGEST) continue
    const earliest = (before[at] as readonly number[]).reduce(
      (last, other) => Math.max(last, found.get(open[other]?.id ?? '')?.to ?? 0),
      from,
    )
    found.set(id, days.book(earliest, length, owners))
    for (const follower of after[at] as readonly number[]) if (--(waiting[follower] as number) === 0) insert(ready, follower)
  }
  return found
}

/** Working days: twenty years. */
const LONGEST = 5000

/** Puts a number into a rising list. */
const insert = (list: number[], value: number): void => void list.splice(below(list, value), 0, value)

/** Who is busy on which day. */
function bookings(team: number | null): {book(ready: number, days: number, owners: readonly string[]): Projected} {
  const people = team === null ? Infinity : Math.max(1, Math.floor(team))
  const busy = new Map<number, {count: number; readonly owners: Set<string>}>()
  const isFree = (day: number): boolean => (busy.get(day)?.count ?? 0) < people
  // Where the days on which everybody is busy, one after the other, are over.
  const full = new Map<number, number>()
  const free = (from: number): number => {
    let day = from
    while (!isFree(day)) day = full.get(day) ?? day + 1
    for (let seen = from; seen < day;) {
      const next = full.get(seen) ?? seen + 1
      full.set(seen, day)
      seen = next
    }
    return day
  }
  const workOn = (day: number, owners: readonly string[]): boolean => {
    const own = busy.get(day) ?? {count: 0, owners: new Set()}
    const person = owners.find((owner) => !own.owners.has(owner))
    if (owners.length > 0 && person === undefined) return false
    own.count++
    if (person !== undefined) own.owners.add(person)
    busy.set(day, own)
    return true
  }
  return {
    book(ready, days, owners) {
      if (people === Infinity && owners.length === 0) return {from: ready, to: ready + days}
      let from = -1
      let left = days
      for (let day = free(ready); ; day = free(day + 1)) {
        if (!workOn(day, owners)) continue
        if (from === -1) from = day
        if (--left === 0) return {from, to: day + 1}
      }
    },
  }
}
