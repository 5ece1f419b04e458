import type {EvidenceCause, Goal, PlacementCause} from '../../model/cause.ts'
import type {PageStatus} from '../../model/page.ts'
import {evidenceText, goalText} from '../words/evidence.ts'
import {placementText} from '../words/placement.ts'
import type {Wording} from '../words/words.ts'

/** Sentences by causes and goals as JSON: a page carries those that it needs, and not the words to make every one. */
export type SentenceByCause = Readonly<Record<string, string>>

const byCause = <Cause extends object>(causes: readonly Cause[], text: (cause: Cause) => string): SentenceByCause =>
  Object.fromEntries(causes.map((cause) => [JSON.stringify(cause), text(cause)]))

/** What the evidence says, and why items are in their phases. */
export function progressTexts(words: Wording, {metrics, sections}: Pick<PageStatus, 'metrics' | 'sections'>): SentenceByCause {
  const items = sections.flatMap((section) => section.items)
  const evidence: readonly EvidenceCause[] = [
    ...metrics.map(({cause}) => cause),
    ...items.flatMap(({evidence: own}) => own?.cause.facts.causes ?? []),
  ]
  const goals: readonly Goal[] = metrics.flatMap(({evidence: own}) => own?.goal ?? [])
  const placed: readonly PlacementCause[] = items.flatMap(({phase}) => phase?.cause ?? [])
  return {
    ...byCause(evidence, (cause) => evidenceText(words, cause)),
    ...byCause(goals, (goal) => goalText(words, goal)),
    ...byCause(placed, (cause) => placementText(words, cause)),
  }
}
