import {daysBetween} from '../../model/date.ts'
import type {GroupCause, ItemCause} from '../../model/cause.ts'
import type {Health, ItemHealthStatus, HealthStatus} from '../../model/health.ts'
import type {HealthInputs} from '../../model/report.ts'
import {urgent, type Urgent} from '../../model/urgent.ts'
import {firstNames} from '../names.ts'

/** How far behind the calendar an item may be, as a share of its work, before it is at risk. */
export const RISK_BEHIND = 0.25

/** Why each health is given, for the documentation; the first line that fits counts. */
export const THRESHOLDS: readonly {readonly health: Health; readonly when: string}[] = [
  {health: 'late', when: 'it has no tasks, and its due date has passed'},
  {health: 'unknown', when: 'it has no tasks'},
  {health: 'done', when: 'all its tasks are done'},
  {health: 'late', when: 'its due date has passed; without one, its last day, and the day on which it came into the plan'},
  {health: 'at-risk', when: 'its last day has passed, and its due date has not'},
  {health: 'at-risk', when: `its work is more than ${RISK_BEHIND * 100} percentage points behind its share of the calendar`},
  {health: 'on-track', when: 'some tasks are done and nothing above holds'},
  {health: 'unknown', when: 'some tasks are done and there are no dates to compare them with'},
  {health: 'not-started', when: 'no task is done and nothing above holds'},
]

/** The dates that an item is held against: without a stated effort it is due when its phase ends; dropped as a whole, it has none. */
export function heldAgainst(
  {
    due,
    finish,
    tasks,
    dropped,
    duration,
  }: Pick<HealthInputs, 'due' | 'finish' | 'tasks'> & {readonly dropped: number; readonly duration: unknown},
  phaseEnd: string | null,
): Pick<HealthInputs, 'due' | 'finish'> {
  if (tasks === 0 && dropped > 0) return {due: null, finish: null}
  return {due: due ?? (duration === null ? phaseEnd : null), finish}
}

/** The day on which an item came into the plan, where that decides: it is later than its dates. */
export function lateArrival({due, finish}: Pick<HealthInputs, 'due' | 'finish'>, addedOn: string | null): string | null {
  const last = due ?? finish
  return last !== null && addedOn !== null && addedOn > last ? addedOn : null
}

/** How an item stands on a day. Dates compare as text: ISO. Runs at build and again in the browser. */
export function itemHealth(item: HealthInputs, today: string): ItemHealthStatus {
  const {tasks, done, finish, due, addedOn} = item
  // Without tasks nothing shows when planned work is over, but a due date is somebody's word.
  const decides = tasks === 0 ? due : (due ?? finish)
  const last = decides === null ? null : (addedOn ?? decides)
  if (last === null || last >= today || (tasks > 0 && done === tasks)) return {...inTime(item, today), lateDays: null}
  const facts = {addedOn, done, tasks}
  return {
    health: 'late',
    cause: due !== null ? {code: 'due-passed', facts: {due, ...facts}} : {code: 'finish-passed', facts: {finish: finish ?? '', ...facts}},
    lateDays: daysBetween(last, today),
  }
}

/** How an item stands that is not late. */
function inTime(item: HealthInputs, today: string): HealthStatus<ItemCause> {
  const {tasks, done, start, finish, due, addedOn, riskFrom} = item
  const counts = {done, tasks}
  if (tasks === 0)
    return {health: 'unknown', cause: {code: finish === null && due === null ? 'no-tasks' : 'planned-without-tasks', facts: {}}}
  if (done === tasks) return {health: 'done', cause: {code: 'all-done', facts: {tasks}}}
  const planned = finish ?? due
  if (planned !== null && planned < today)
    return {health: 'at-risk', cause: {code: 'finish-passed-in-time', facts: {finish: planned, due, addedOn, ...counts}}}
  if (riskFrom !== null && riskFrom <= today)
    return {health: 'at-risk', cause: {code: 'behind-calendar', facts: {start: start ?? '', finish: finish ?? due ?? '', ...counts}}}
  if (done > 0 && finish === null && due === null) return {health: 'unknown', cause: {code: 'started-undated', facts: counts}}
  if (done > 0)
    return {
      health: 'on-track',
      cause:
        start !== null && start > today
          ? {code: 'started-early', facts: {start, ...counts}}
          : {code: 'under-way', facts: {due, finish, ...counts}},
    }
  if (start !== null && start > today) return {health: 'not-started', cause: {code: 'starts', facts: {start}}}
  return {
    health: 'not-started',
    cause: finish === null && due === null ? {code: 'open-undated', facts: {}} : {code: 'open', facts: {due, finish}},
  }
}

/** A part of a group; `name` says it in a sentence. */
type GroupPart = HealthStatus<ItemCause> & Urgent & {readonly name: string}

/** How a group stands: the worst of its parts, with what makes it so, the most urgent first. `priorities` are in the order of the legend. */
export function groupHealth(parts: readonly GroupPart[], priorities: readonly (string | null)[]): HealthStatus<GroupCause> {
  // An item with nothing to count and no dates (a text under a heading, or work that was dropped) says nothing of the whole.
  const counted = parts.filter(({cause}) => cause.code !== 'no-tasks')
  const [only] = counted
  if (only === undefined) return {health: 'unknown', cause: {code: 'no-tasks', facts: {}}}
  const all = counted.length
  const count = (health: Health): number => counted.filter((part) => part.health === health).length
  for (const [health, code] of WORST) {
    if (count(health) === 0) continue
    const own = urgent(counted, priorities).flatMap((part) => (part.health === health ? [part.name] : []))
    return {health, cause: {code, facts: {count: own.length, items: all, ...firstNames(own)}}}
  }
  const done = count('done')
  if (done === all) return {health: 'done', cause: {code: 'items-done', facts: {items: all}}}
  const fresh = count('not-started')
  if (fresh === all) return {health: 'not-started', cause: all === 1 ? only.cause : {code: 'items-not-started', facts: {items: all}}}
  // Where some are done, and no other has dates, nothing can tell whether the whole is in time.
  const undated = counted.filter(({cause}) => cause.code === 'open-undated').length
  const unknown = count('unknown') + (undated === fresh ? undated : 0)
  if (unknown > 0 && count('on-track') === 0)
    return {
      health: 'unknown',
      cause: {
        code: 'items-undated',
        facts: {count: unknown, items: all, withoutTasks: counted.some(({cause}) => cause.code === 'planned-without-tasks')},
      },
    }
  return {health: 'on-track', cause: {code: 'items-on-track', facts: {items: all, done}}}
}

/** What makes a group what it is, the worst first. */
const WORST = [
  ['late', 'items-late'],
  ['at-risk', 'items-at-risk'],
] as const
