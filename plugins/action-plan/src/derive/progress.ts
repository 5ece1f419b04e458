import type {Item, Task} from '../model/plan.ts'
import {floorTo, percentOf} from '../model/number.ts'
import type {Progress} from '../model/report.ts'

const tenths = (value: number): number => floorTo(value, 1)

/** Whether all that an item asks for was dropped: then it takes no time and no effort. */
export function outOfScope({tasks}: Item): boolean {
  return tasks.length > 0 && tasks.every(({mark}) => mark === 'dropped')
}

/** An item's effort, in days, for so many of its tasks in scope. */
function effortOf({tasks, duration}: Item, counted: number): number {
  const all = tasks.reduce((sum, {mark}) => sum + Number(mark !== 'dropped'), 0)
  return (duration?.days ?? 0) * (all > 0 ? counted / all : tasks.length === 0 ? 1 : 0)
}

/** One item's tasks, or some of them: dropped ones are out of scope, unknown marks are not done. */
export function itemProgress(item: Item, tasks: readonly Task[] = item.tasks): Progress {
  let done = 0
  let dropped = 0
  for (const {mark} of tasks) {
    if (mark === 'done') done++
    else if (mark === 'dropped') dropped++
  }
  const counted = tasks.length - dropped
  const days = effortOf(item, counted)
  return {
    items: 1,
    itemsDone: counted > 0 && done === counted ? 1 : 0,
    tasks: counted,
    done,
    dropped,
    percent: percentOf(done, counted),
    effort: {
      days: tenths(days),
      doneDays: tenths(counted > 0 ? (days * done) / counted : 0),
      percent: days > 0 ? percentOf(done, counted) : null,
    },
  }
}

/** The sum of parts. Effort is summed exactly and rounded once. */
export function totalProgress(items: readonly Item[], taskOf: (task: Task, item: Item) => boolean = () => true): Progress {
  const sum = {items: 0, itemsDone: 0, tasks: 0, done: 0, dropped: 0}
  let days = 0
  let doneDays = 0
  for (const item of items) {
    let counted = 0
    let done = 0
    for (const task of item.tasks) {
      if (!taskOf(task, item)) continue
      if (task.mark === 'dropped') sum.dropped++
      else {
        counted++
        if (task.mark === 'done') done++
      }
    }
    sum.items++
    if (counted > 0 && done === counted) sum.itemsDone++
    sum.tasks += counted
    sum.done += done
    const effort = effortOf(item, counted)
    days += effort
    doneDays += counted > 0 ? (effort * done) / counted : 0
  }
  return {
    ...sum,
    percent: percentOf(sum.done, sum.tasks),
    effort: {days: tenths(days), doneDays: tenths(doneDays), percent: days > 0 ? percentOf(doneDays, days) : null},
  }
}

/** Several plans in one: tasks and items are added, and the share is of the sums; a mean of percentages would weigh a plan of two tasks like one of two hundred. */
export function addedUp(parts: readonly Pick<Progress, Counts>[]): Pick<Progress, Counts | 'percent'> {
  const sum = {items: 0, itemsDone: 0, tasks: 0, done: 0, dropped: 0}
  for (const part of parts) for (const name of COUNTS) sum[name] += part[name]
  return {...sum, percent: percentOf(sum.done, sum.tasks)}
}

const COUNTS = ['items', 'itemsDone', 'tasks', 'done', 'dropped'] as const
type Counts = (typeof COUNTS)[number]
