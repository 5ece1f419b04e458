import type {ChangeDoubt, ChangeValue} from './cause.ts'
import type {Place} from './place.ts'

/** How two revisions of a plan can differ, each beside what it is when read backwards. */
export const REVERSED = {
  added: 'removed',
  removed: 'added',
  ticked: 'unticked',
  unticked: 'ticked',
  dropped: 'restored',
  restored: 'dropped',
  remarked: 'remarked',
  reworded: 'reworded',
  renumbered: 'renumbered',
  're-prioritised': 're-prioritised',
  're-timed': 're-timed',
  moved: 'moved',
  'owner-changed': 'owner-changed',
  'dependency-changed': 'dependency-changed',
  'field-changed': 'field-changed',
  'new-problem': 'fixed-problem',
  'fixed-problem': 'new-problem',
} as const
export type ChangeKind = keyof typeof REVERSED
export const CHANGE_KINDS = Object.keys(REVERSED) as readonly ChangeKind[]

export const CHANGE_SUBJECTS = ['plan', 'section', 'item', 'task', 'phase', 'metric', 'review', 'next-step', 'problem'] as const
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number]

/** What a change is about, as one of the two revisions has it. */
export interface ChangeSide extends Place {
  /** The id of the item (of a task: the item it stands in), section or phase; null for what has none. */
  readonly id: string | null
  /** The number of that item or section; null for what has none. */
  readonly number: string | null
  /** Its title. */
  readonly title: string
  /** The task's own text; null for all but tasks. */
  readonly task: string | null
}

/** A semantic difference of two revisions. */
export interface Change {
  readonly kind: ChangeKind
  readonly of: ChangeSubject
  /** Null when it was not there. */
  readonly before: ChangeSide | null
  /** Null when it is not there any more. */
  readonly after: ChangeSide | null
  /** What differs; null when it was absent. */
  readonly from: ChangeValue | null
  readonly to: ChangeValue | null
  /** Tasks that come or go with an item; 1 for a task, else 0. */
  readonly tasks: number
  /** Why the two may not be the same thing after all; null when that is certain. */
  readonly doubt: ChangeDoubt | null
}

/** The same change when the revisions are read the other way round. */
export function reversed(change: Change): Change {
  return {...change, kind: REVERSED[change.kind], before: change.after, after: change.before, from: change.to, to: change.from}
}
