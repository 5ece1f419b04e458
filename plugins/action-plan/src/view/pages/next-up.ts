import type {Health} from '../../model/health.ts'
import {priorityOrder} from '../../model/priority.ts'
import type {PageStatusItem} from '../../model/page.ts'

const UP_NEXT = 5

/** Open items whose dependencies are done, earliest start first, then as the plan lists them. */
export function nextUp<Item extends PageStatusItem>(
  status: {readonly sections: readonly {readonly items: readonly Item[]}[]; readonly priorities: readonly {readonly id: string | null}[]},
  count = UP_NEXT,
): readonly Item[] {
  const items = status.sections.flatMap((section) => section.items)
  const done = new Set(items.filter(({health}) => health === 'done').map(({id}) => id))
  const order = priorityOrder(status.priorities.map(({id}) => id))
  const last = '9999'
  return items
    .filter((item) => item.tasksTotal > item.done && item.dependsOn.every((id) => done.has(id)))
    .map((item, order) => ({item, order}))
    .sort((a, b) =>
      (a.item.start ?? last) < (b.item.start ?? last)
        ? -1
        : (a.item.start ?? last) > (b.item.start ?? last)
          ? 1
          : order(a.item.priority, b.item.priority) || a.order - b.order,
    )
    .slice(0, count)
    .map(({item}) => item)
}

/** The first task of an item that is not done. A mark that nobody defined counts as open. */
export const nextTask = ({tasks}: Pick<PageStatusItem, 'tasks'>): string =>
  tasks.find(({mark}) => mark === 'open' || mark === 'unknown')?.text ?? ''

interface Planned {
  readonly id: string
  readonly health: Health
  readonly tasks: number
  readonly dependsOn: readonly string[]
  readonly start: string | null
  readonly finish: string | null
  readonly priority: string | null
}

/** Open items that wait for nothing: by start, then the most urgent, then what ends first. */
export function comesNext<Item extends Planned>(items: readonly Item[], priorities: readonly (string | null)[]): readonly Item[] {
  const done = new Set(items.flatMap(({id, health}) => (health === 'done' ? id : [])))
  const byPriority = priorityOrder(priorities)
  return items
    .filter(({tasks, health, dependsOn}) => tasks > 0 && health !== 'done' && dependsOn.every((id) => done.has(id)))
    .sort((a, b) => compare(a.start, b.start) || byPriority(a.priority, b.priority) || compare(a.finish, b.finish))
}

/** Without a date comes last. */
const compare = (a: string | null, b: string | null): number => {
  const [one, other] = [a ?? '9', b ?? '9']
  return one < other ? -1 : one > other ? 1 : 0
}
