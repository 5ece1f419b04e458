import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import type {Reference} from '../../model/plan.ts'
import type {ScheduledDates} from '../../model/report.ts'
import {problem} from '../../rules/problem.ts'
import {nearest} from '../nearest.ts'

/** What the critical path method needs of an item. Days are whole working days from the start. */
export interface Activity extends Place {
  readonly id: string
  /** Null when unstated: such an item takes no time here and gets no finish. */
  readonly days: number | null
  /** Earliest start by its phase; null when nothing says when it starts. */
  readonly from: number | null
  /** First day after its due date; null without one. */
  readonly due: number | null
  readonly dependsOn: readonly Reference[]
  /** Nothing has to wait for it any more. */
  readonly done: boolean
}

export interface Schedule {
  /** By id; absent for what nothing places in time, or what waits for itself. */
  readonly slots: ReadonlyMap<string, ScheduledDates>
  readonly problems: readonly Problem[]
}

/** Forward and backward pass over the dependencies, in time linear in items and dependencies, without recursion. */
// eslint-disable-next-line max-lines-per-function -- both passes work on the same arrays
export function schedule(activities: readonly Activity[]): Schedule {
  const problems: Problem[] = []
  const index = new Map(activities.map(({id}, at) => [id, at]))
  const before: number[][] = activities.map(() => [])
  const after: number[][] = activities.map(() => [])
  // Many references may name the same item that is not there.
  const near = new Map<string, string | undefined>()
  const nearOf = (id: string): string | undefined => {
    if (!near.has(id) && near.size < MOST_SUGGESTED) near.set(id, nearest(id, index.keys(), 1)[0])
    return near.get(id)
  }
  activities.forEach((activity, at) => {
    const outside: Reference[] = []
    const isNamed = activity.dependsOn.some(({id}) => index.has(id))
    for (const reference of activity.dependsOn) {
      const other = index.get(reference.id)
      if (other === undefined) {
        if (reference.title !== null) {
          // A library, a team: an item is meant where another is named beside it, or one is called nearly so.
          if (isNamed || nearOf(reference.id) !== undefined || LIKE_ITEM.test(reference.title))
            problems.push(problem('depends/not-an-item', reference, {item: activity.id, named: reference.title}))
          else outside.push(reference)
          continue
        }
        const facts = {item: activity.id, named: reference.id, nearest: nearOf(reference.id) ?? null}
        problems.push(problem('depends/unknown-item', reference, facts))
      } else if (!before[at]?.includes(other)) {
        before[at]?.push(other)
        after[other]?.push(at)
      }
    }
    const [first] = outside
    if (first !== undefined)
      problems.push(problem('depends/outside-plan', first, {item: activity.id, named: outside.map(({title}) => title ?? '').join(', ')}))
  })

  const waiting = before.map((list) => list.length)
  const order = activities.flatMap((_, at) => (waiting[at] === 0 ? [at] : []))
  for (let next = 0; next < order.length; next++) {
    for (const follower of after[order[next] as number] ?? []) if (--(waiting[follower] as number) === 0) order.push(follower)
  }
  if (order.length < activities.length) problems.push(...cycles(activities, before, new Set(order)))

  const start: (number | null)[] = activities.map(() => null)
  const finish: (number | null)[] = activities.map(() => null)
  for (const at of order) {
    const {from, days} = activities[at] as Activity
    let earliest = from
    let known = true
    for (const other of before[at] ?? []) {
      const {days: effort, due, done} = activities[other] as Activity
      const end = finish[other] ?? null
      // What is due on a day, and says no effort, may take until then.
      if (end !== null) earliest = Math.max(earliest ?? 0, end, effort === null && !done ? (due ?? 0) : 0)
      else if (!done) known = false
    }
    if (!known || earliest === null) continue
    start[at] = earliest
    finish[at] = earliest + (days ?? 0)
  }

  const end = finish.reduce<number>((latest, day) => Math.max(latest, day ?? 0), 0)
  const lateFinish: number[] = activities.map(({due}) => Math.min(end, due ?? end))
  const slots = new Map<string, ScheduledDates>()
  for (let position = order.length - 1; position >= 0; position--) {
    const at = order[position] as number
    const activity = activities[at] as Activity
    const earlyStart = start[at] ?? null
    const earlyFinish = finish[at] ?? null
    if (earlyStart === null || earlyFinish === null) continue
    const days = earlyFinish - earlyStart
    let free = end - earlyFinish
    for (const follower of after[at] ?? []) {
      const next = start[follower] ?? null
      if (next === null) continue
      lateFinish[at] = Math.min(lateFinish[at] as number, (lateFinish[follower] as number) - ((activities[follower] as Activity).days ?? 0))
      free = Math.min(free, next - earlyFinish)
    }
    const lateStart = (lateFinish[at] as number) - days
    const totalFloat = lateStart - earlyStart
    const linked = (before[at]?.length ?? 0) + (after[at]?.length ?? 0) > 0
    slots.set(activity.id, {
      earlyStart,
      earlyFinish,
      lateStart,
      lateFinish: lateFinish[at] as number,
      totalFloat,
      freeFloat: free,
      critical: linked && totalFloat <= 0,
    })
  }
  return {slots, problems}
}

/** Of how many names the nearest is looked for: each is compared with every item. */
const MOST_SUGGESTED = 200
/** "Task 3", "Step 2": the words of an item. */
const LIKE_ITEM = /^(?:task|item|step|story|ticket|issue)s?\s+#?[\p{L}\d]/iu

/** Each cycle once, whole, from its first item in the order of the plan. */
function cycles(activities: readonly Activity[], before: readonly (readonly number[])[], sorted: ReadonlySet<number>): Problem[] {
  const found: Problem[] = []
  const seen = new Set<number>()
  activities.forEach((_, first) => {
    if (sorted.has(first) || seen.has(first)) return
    const path: number[] = []
    const at = new Map<number, number>()
    let here: number | undefined = first
    while (here !== undefined && !at.has(here) && !seen.has(here)) {
      at.set(here, path.length)
      path.push(here)
      here = before[here]?.find((other) => !sorted.has(other))
    }
    for (const one of path) seen.add(one)
    if (here === undefined || !at.has(here)) return
    const ring = path.slice(at.get(here))
    const least = ring.indexOf(Math.min(...ring.slice(0, 10_000)))
    const turned = [...ring.slice(least), ...ring.slice(0, least)]
    const items = [...turned, turned[0] as number].map((one) => (activities[one] as Activity).id)
    const head = activities[turned[0] as number] as Activity
    const link = head.dependsOn.find(({id}) => id === items[1]) ?? head
    found.push(problem('depends/cycle', link, {items}))
  })
  return found
}
