import {daysBetween} from '../../model/date.ts'
import type {Health, ItemVerdict, Verdict} from '../../model/health.ts'
import type {HealthInputs} from '../../model/report.ts'
import {fewNames} from '../names.ts'

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

/** Of an item with nothing to count and no dates: a text under a heading, or work that was dropped. It says nothing of the whole. */
const NOTHING = 'no tasks'
/** Of one that nobody began and nothing places in time. */
const UNDATED = 'no task done, no dates'
/** Of one that is planned all the same: the whole is not done while nothing shows that this is. */
const UNSHOWN = 'planned, and no tasks show that it is done'

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

/** The day on which an item came into the plan, where that decides: it is later than its dates, and nobody stated a due date. */
export function lateArrival(
  {due, finish}: Pick<HealthInputs, 'due' | 'finish'>,
  stated: string | null,
  addedOn: string | null,
): string | null {
  const last = due ?? finish
  return stated === null && last !== null && addedOn !== null && addedOn > last ? addedOn : null
}

/** How an item stands on a day. Dates compare as text: ISO. Runs at build and again in the browser. */
export function itemHealth(item: HealthInputs, today: string): ItemVerdict {
  const {tasks, done, finish, due, addedOn} = item
  // Without tasks nothing shows when planned work is over, but a due date is somebody's word.
  const decides = tasks === 0 ? due : (due ?? finish)
  const last = decides === null ? null : (addedOn ?? decides)
  if (last === null || last >= today || (tasks > 0 && done === tasks)) return {...inTime(item, today), lateDays: null}
  const was = `${due !== null ? `was due ${due}` : `should have finished ${finish ?? ''}`}${addedOn === null ? '' : `, added ${addedOn}`}`
  return {
    health: 'late',
    because: `${was}; ${tasks === 0 ? 'no tasks show that it is done' : fraction(item)}`,
    lateDays: daysBetween(last, today),
  }
}

const fraction = ({done, tasks}: HealthInputs): string => `${done} of ${tasks} tasks done`

/** How an item stands that is not late. */
function inTime(item: HealthInputs, today: string): Verdict {
  const {tasks, done, start, finish, due, addedOn, riskFrom} = item
  if (tasks === 0) return {health: 'unknown', because: finish === null && due === null ? NOTHING : UNSHOWN}
  if (done === tasks) return {health: 'done', because: tasks === 1 ? 'its task is done' : `all ${tasks} tasks done`}
  const planned = finish ?? due
  if (planned !== null && planned < today)
    return {
      health: 'at-risk',
      because: `planned to finish ${planned}, ${addedOn === null ? `due ${due ?? ''}` : `added ${addedOn}`}; ${fraction(item)}`,
    }
  if (riskFrom !== null && riskFrom <= today)
    return {health: 'at-risk', because: `${start ?? ''} to ${finish ?? due ?? ''} and ${fraction(item)}: behind the calendar`}
  if (done > 0 && finish === null && due === null) return {health: 'unknown', because: `${fraction(item)}; no dates to hold it against`}
  if (done > 0)
    return {
      health: 'on-track',
      because:
        start !== null && start > today
          ? `${fraction(item)} before its start on ${start}`
          : `${fraction(item)}, ${due !== null ? `due ${due}` : `until ${finish ?? ''}`}`,
    }
  if (start !== null && start > today) return {health: 'not-started', because: `starts ${start}`}
  return {
    health: 'not-started',
    because: finish === null ? (due === null ? UNDATED : `no task done, due ${due}`) : `no task done yet, until ${finish}`,
  }
}

/** How a group stands: the worst of its parts, with what makes it so. `name` says a part in a sentence. */
export function groupHealth(parts: readonly (Verdict & {readonly name: string})[]): Verdict {
  const counted = parts.filter(({because}) => because !== NOTHING)
  const [only] = counted
  if (only === undefined) return {health: 'unknown', because: NOTHING}
  const all = counted.length
  const names = (health: Health): string[] => counted.filter((part) => part.health === health).map(({name}) => name)
  const worst = (['late', 'at-risk'] as const).find((health) => names(health).length > 0)
  if (worst !== undefined)
    return {
      health: worst,
      because: `${names(worst).length} of ${items(all)} ${worst === 'late' ? 'late' : 'at risk'}: ${fewNames(names(worst))}`,
    }
  const done = names('done').length
  if (done === all) return {health: 'done', because: all === 1 ? 'its item is done' : `all ${items(all)} done`}
  const fresh = names('not-started').length
  if (fresh === all) return {health: 'not-started', because: all === 1 ? only.because : `none of ${items(all)} started`}
  // Where some are done, and no other has dates, nothing can tell whether the whole is in time.
  const undated = counted.filter(({because}) => because === UNDATED).length
  const unknown = names('unknown').length + (undated === fresh ? undated : 0)
  if (unknown > 0 && names('on-track').length === 0)
    return {
      health: 'unknown',
      because: `${unknown} of ${items(all)} without ${counted.some(({because}) => because === UNSHOWN) ? 'tasks or ' : ''}dates to hold them against`,
    }
  return {health: 'on-track', because: `none of ${items(all)} late or at risk, ${done} done`}
}

const items = (count: number): string => `${count} item${count === 1 ? '' : 's'}`
