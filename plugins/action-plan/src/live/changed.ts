import type {PlanNumbers} from '../model/global.ts'
import type {PlanChange} from '../model/live.ts'

/** What differs between two states of a plan's numbers: `item 2.1`, `section 2`, `totals`. */
export function changedIn(before: PlanNumbers, after: PlanNumbers): ReadonlySet<string> {
  const changed = new Set<string>()
  const differ = (key: string, one: object | undefined, other: object): void => {
    if (JSON.stringify(one) !== JSON.stringify(other)) changed.add(key)
  }
  differ('totals', before.totals, after.totals)
  for (const kind of ['sections', 'items'] as const) {
    const old = new Map<string, object>(before[kind].map((one) => [one.id, shown(one)]))
    for (const one of after[kind]) differ(`${kind.slice(0, -1)} ${one.id}`, old.get(one.id), shown(one))
  }
  return changed
}

/** Without what says only where in the page something is. */
function shown({anchor: _, ...rest}: {readonly anchor: string | null}): object {
  return rest
}

/** What a screen reader is told of a change. */
export function planChange(before: PlanNumbers, after: PlanNumbers, rolledBack: boolean): PlanChange {
  const {done, tasks, percent} = after.totals
  return {done, tasks, percent, moved: before.totals.tasks === tasks ? done - before.totals.done : null, rolledBack}
}
