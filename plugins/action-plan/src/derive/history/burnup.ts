import type {BurnUp, RevisionSummary, BurnUpPoint, Revision, Snapshot, Sums} from '../../model/history.ts'
import type {Item, Plan, Task} from '../../model/plan.ts'
import {priorityOrder} from '../../model/priority.ts'
import {totalProgress} from '../progress.ts'

/** What a revision adds up to, in all and by priority: the legend's order, then others by name, then none. */
export function snapshot(plan: Plan): Snapshot {
  const items = plan.sections.flatMap((section) => section.items)
  const own = (task: Task, item: Item): string | null => task.priority ?? item.priority
  const ids = new Set<string | null>(items.flatMap((item) => item.tasks.map((task) => own(task, item))))
  const sorted = [...ids].sort(priorityOrder(plan.priorities.map(({id}) => id)))
  return {
    ...sums(totalProgress(items)),
    team: plan.settings.team,
    priorities: sorted.map((id) => ({id, ...sums(totalProgress(items, (task, item) => own(task, item) === id))})),
  }
}

function sums({tasks, done, effort}: ReturnType<typeof totalProgress>): Sums {
  return {tasks, done, days: effort.days, doneDays: effort.doneDays}
}

/** The days of revisions in the order of the history. Where clocks contradict it, the most commits keep their own day; another takes the day of the one before it. */
export function dayOfEach(
  revisions: readonly Pick<Revision, 'at'>[],
  dayOf: (at: string) => string,
  today: string,
): {readonly days: readonly string[]; readonly misdated: number} {
  const stated = revisions.map(({at}) => (at === null ? today : dayOf(at)))
  const kept = longestRise(stated)
  let last = stated[[...kept][0] ?? 0] ?? today
  const days = stated.map((day, index) => (kept.has(index) ? (last = day) : last))
  return {days, misdated: stated.length - kept.size}
}

/** Indices of a longest part of the list that never falls. */
function longestRise(values: readonly string[]): ReadonlySet<number> {
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as string) <= value) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] as number)
    tails[low] = index
  })
  const kept: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.push(at)
  return new Set(kept.reverse())
}

/** The state at the end of each day that has a revision. A point says what was so then, and never changes afterwards. */
export function burnUp(revisions: readonly RevisionSummary[], misdated: number): BurnUp {
  const points: BurnUpPoint[] = []
  let scope: number | null = null
  revisions.forEach(({day, commit, snapshot: sum, gap, finished}, index) => {
    // What is not committed is a point of its own, on whatever day.
    const next = revisions[index + 1]
    if (next !== undefined && next.day === day && next.commit !== null) return
    points.push({day, commit, snapshot: sum, gap, finished, scopeChange: sum === null || scope === null ? 0 : sum.tasks - scope})
    if (sum !== null) scope = sum.tasks
  })
  return {points, revisions: revisions.length, gaps: revisions.filter(({snapshot: sum}) => sum === null).length, misdated}
}
