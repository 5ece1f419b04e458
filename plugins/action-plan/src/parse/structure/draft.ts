import type {Place} from '../../model/place.ts'
import type {Period} from '../../model/plan.ts'
import type {HeadingWords} from './heading.ts'

// Parts of a plan before they have ids, fields and tasks: which headings and blocks they are made of.

/** What the heading of a section or an item says, and where it stands. */
export interface DraftHeading extends HeadingWords {
  /** Null for what has no heading of its own. */
  readonly anchor: string | null
  readonly place: Place
}

/** An item. `heading` is null for the implicit item: tasks of a section that stand under no item. */
export interface ItemDraft {
  readonly heading: DraftHeading | null
  /** Indices of the blocks under its heading, and under the headings inside it. */
  readonly blocks: readonly number[]
}

export interface SectionDraft extends DraftHeading {
  /** The period that its heading states, when it is a phase that holds work. */
  readonly period: Period | null
  /** Indices of the blocks right below its heading. */
  readonly blocks: readonly number[]
  readonly items: readonly ItemDraft[]
}

export interface PhaseDraft {
  readonly title: string
  readonly period: Period
  readonly place: Place
  readonly blocks: readonly number[]
  /** Its section, when it holds work. */
  readonly section: SectionDraft | null
}
