import type {PageStatus} from '../../model/page.ts'
import {causeText, type BuiltCause} from '../words/cause.ts'
import type {Wording} from '../words/words.ts'

/** Sentences by causes and goals as JSON: a page carries those that it needs, and not the words to make every one. */
export type SentenceByCause = Readonly<Record<string, string>>

/** What the evidence says, and why items are in their phases. */
export function progressTexts(words: Wording, {metrics, sections}: Pick<PageStatus, 'metrics' | 'sections'>): SentenceByCause {
  const items = sections.flatMap((section) => section.items)
  const causes: readonly BuiltCause[] = [
    ...metrics.flatMap(({cause, evidence}) => [cause, evidence?.goal ?? []].flat()),
    ...items.flatMap(({evidence, phase}) => [evidence?.cause.facts.causes ?? [], phase?.cause ?? []].flat()),
  ]
  return Object.fromEntries(causes.map((cause) => [JSON.stringify(cause), causeText(words, cause)]))
}
