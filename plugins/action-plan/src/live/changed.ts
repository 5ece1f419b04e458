import type {PlanNumbers} from '../model/global.ts'

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

/** The change as one sentence. */
export function changeSentence(before: PlanNumbers, after: PlanNumbers, rolledBack: boolean): string {
  const {done, tasks, percent} = after.totals
  const numbers =
    tasks === 0 ? 'no tasks' : `${done} of ${tasks} tasks done${percent === null || (percent === 0 && done > 0) ? '' : `, ${percent} %`}`
  const moved = done - before.totals.done
  const how = rolledBack ? 'The plan went back to an earlier commit' : 'The plan changed'
  return `${how}: ${numbers}${moved === 0 || before.totals.tasks !== tasks ? '' : ` (${moved > 0 ? '+' : '−'}${Math.abs(moved)})`}.`
}
