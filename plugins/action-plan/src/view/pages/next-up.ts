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
