import {addAll, smallest} from '../../model/list.ts'
import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import type {Reference} from '../../model/plan.ts'
import type {ScheduledDates} from '../../model/report.ts'
import {problem} from '../../rules/problem.ts'
import {nearest} from '../nearest.ts'
import {forwardPass, type ForwardPass, type Timing} from './forward-pass.ts'

/** What the critical path method needs of an item, with where it stands in the plan. */
export interface Activity extends Timing, Place {
  readonly dependsOn: readonly Reference[]
}

export interface Schedule {
  /** By id; absent for what nothing places in time, or what waits for itself. */
  readonly slots: ReadonlyMap<string, ScheduledDates>
  readonly problems: readonly Problem[]
}

/** Forward and backward pass over the dependencies, in time linear in items and dependencies, without recursion. */
export function schedule(activities: readonly Activity[]): Schedule {
  const pass = forwardPass(activities)
  const problems = dependencyProblems(activities)
  if (pass.order.length < activities.length) addAll(problems, cycles(activities, pass.before, new Set(pass.order)))
  return {slots: backwardPass(activities, pass), problems}
}

/** References to what is no item of the plan. */
function dependencyProblems(activities: readonly Activity[]): Problem[] {
  const problems: Problem[] = []
  const ids = new Set(activities.map(({id}) => id))
  // Many references may name the same item that is not there.
  const near = new Map<string, string | undefined>()
  const nearOf = (id: string): string | undefined => {
    if (!near.has(id) && near.size < MOST_SUGGESTED) near.set(id, nearest(id, ids, 1)[0])
    return near.get(id)
  }
  for (const activity of activities) {
    const outside: Reference[] = []
    const isNamed = activity.dependsOn.some(({id}) => ids.has(id))
    for (const reference of activity.dependsOn) {
      if (ids.has(reference.id)) continue
      if (reference.title !== null) {
        // A library, a team: an item is meant where another is named beside it, or one is called nearly so.
        if (isNamed || nearOf(reference.id) !== undefined || LIKE_ITEM.test(reference.title))
          problems.push(problem('depends/not-an-item', reference, {item: activity.id, named: reference.title}))
        else outside.push(reference)
        continue
      }
      const facts = {item: activity.id, named: reference.id, nearest: nearOf(reference.id) ?? null}
      problems.push(problem('depends/unknown-item', reference, facts))
    }
    const [first] = outside
    if (first !== undefined)
      problems.push(problem('depends/outside-plan', first, {item: activity.id, named: outside.map(({title}) => title ?? '').join(', ')}))
  }
  return problems
}

/** The slots, from the last item to the first: how far each can slip. */
function backwardPass(activities: readonly Activity[], {before, after, order, start, finish}: ForwardPass): Schedule['slots'] {
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
  return slots
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
    const least = ring.indexOf(smallest(ring))
    const turned = [...ring.slice(least), ...ring.slice(0, least)]
    const items = [...turned, turned[0] as number].map((one) => (activities[one] as Activity).id)
    const head = activities[turned[0] as number] as Activity
    const link = head.dependsOn.find(({id}) => id === items[1]) ?? head
    found.push(problem('depends/cycle', link, {items}))
  })
  return found
}
