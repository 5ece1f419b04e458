import type {Item} from '../../model/plan.ts'
import type {PageStatusItem} from '../../model/page.ts'
import {itemProgress, outOfScope} from '../progress.ts'

/** What of an item decides when it can be worked on. A page knows all of it. */
export interface WorkItem {
  readonly id: string
  readonly priority: string | null
  readonly owners: readonly string[]
  /** Ids of the items it waits for. */
  readonly dependsOn: readonly string[]
  /** How long it takes, in working days; null when nobody says. */
  readonly days: number | null
  /** ISO date of its Due field; null without one. */
  readonly due: string | null
  /** The id of its phase; null when it is in none. */
  readonly phase: string | null
  /** Tasks in scope. */
  readonly tasks: number
  /** Ticked ones of them. */
  readonly done: number
  /** Dropped as a whole. */
  readonly dropped: boolean
}

/** An item as the parser read it. */
export function workItem(item: Item, phase: string | null): WorkItem {
  const {id, priority, owners, dependsOn, duration, due} = item
  const {tasks, done} = itemProgress(item)
  return {
    id,
    priority,
    owners,
    dependsOn: dependsOn.map((reference) => reference.id),
    days: duration?.days ?? null,
    due: due?.date ?? null,
    phase,
    tasks,
    done,
    dropped: outOfScope(item),
  }
}

/** An item as a page carries it: pages leave out the tasks of items, but not those of an item that was dropped as a whole. */
export function workItemOfPage({id, priority, owners, dependsOn, duration, due, phase, tasks, tasksTotal, done}: PageStatusItem): WorkItem {
  return {
    id,
    priority,
    owners,
    dependsOn,
    days: duration?.days ?? null,
    due,
    phase: phase?.id ?? null,
    tasks: tasksTotal,
    done,
    dropped: tasksTotal === 0 && tasks.length > 0,
  }
}

/** Whether nothing has to wait for it any more. */
export const isOver = ({tasks, done, dropped}: Pick<WorkItem, 'tasks' | 'done' | 'dropped'>): boolean =>
  dropped || (tasks > 0 && done === tasks)
