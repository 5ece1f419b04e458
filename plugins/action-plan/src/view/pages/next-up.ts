import {priorityOrder} from '../../model/priority.ts'
import type {PageStatusItem} from '../../model/page.ts'

const UP_NEXT = 5

type Planned = Pick<PageStatusItem, 'id' | 'health' | 'dependsOn' | 'start' | 'finish' | 'priority'>

/** Open items that wait for nothing: by start, then the most urgent, then what ends first, then as the plan lists them. */
export function comesNext<Item extends Planned>(
  items: readonly Item[],
  priorities: readonly (string | null)[],
  isOpen: (item: Item) => boolean,
): readonly Item[] {
  const done = new Set(items.flatMap(({id, health}) => (health === 'done' ? id : [])))
  const byPriority = priorityOrder(priorities)
  return items
    .filter((item) => isOpen(item) && item.dependsOn.every((id) => done.has(id)))
    .sort((a, b) => compare(a.start, b.start) || byPriority(a.priority, b.priority) || compare(a.finish, b.finish))
}

/** Without a date comes last. */
const compare = (a: string | null, b: string | null): number => {
  const [one, other] = [a ?? '9', b ?? '9']
  return one < other ? -1 : one > other ? 1 : 0
}

/** The first of what comes next in a whole status. */
export const nextUp = <Item extends PageStatusItem>(
  {
    sections,
    priorities,
  }: {readonly sections: readonly {readonly items: readonly Item[]}[]; readonly priorities: readonly {readonly id: string | null}[]},
  count = UP_NEXT,
): readonly Item[] =>
  comesNext(
    sections.flatMap(({items}) => items),
    priorities.map(({id}) => id),
    ({tasksTotal, done}) => tasksTotal > done,
  ).slice(0, count)

/** The first task of an item that is not done. A mark that nobody defined counts as open. */
export const nextTask = ({tasks}: Pick<PageStatusItem, 'tasks'>): string =>
  tasks.find(({mark}) => mark === 'open' || mark === 'unknown')?.text ?? ''
