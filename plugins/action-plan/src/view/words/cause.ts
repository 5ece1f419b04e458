import type {EvidenceCause, Goal, PlacementCause} from '../../model/cause.ts'
import {evidenceText, goalText} from './evidence.ts'
import {placementText} from './placement.ts'
import type {Wording} from './words.ts'

/** A cause whose sentence a page is built with. */
export type BuiltCause = EvidenceCause | Goal | PlacementCause

const GOALS: ReadonlySet<string> = new Set<Goal['code']>(['targets', 'all-tasks', 'answer'])
const PLACEMENTS: ReadonlySet<string> = new Set<PlacementCause['code']>([
  'under-heading',
  'line-names-item',
  'line-names-section',
  'heading-names-priority',
])

/** The sentence of such a cause. */
export function causeText(words: Wording, cause: BuiltCause): string {
  if (GOALS.has(cause.code)) return goalText(words, cause as Goal)
  return PLACEMENTS.has(cause.code) ? placementText(words, cause as PlacementCause) : evidenceText(words, cause as EvidenceCause)
}
