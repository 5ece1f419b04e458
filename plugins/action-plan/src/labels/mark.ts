import {translate} from '@docusaurus/Translate'
import type {Mark} from '../model/mark.ts'

const WORDS: Readonly<Record<Mark, () => string>> = {
  open: () => translate({id: 'plan.mark.open', message: 'Open'}),
  done: () => translate({id: 'plan.mark.done', message: 'Done'}),
  dropped: () => translate({id: 'plan.mark.dropped', message: 'Dropped'}),
  unknown: () => translate({id: 'plan.mark.unknown', message: 'Unknown mark'}),
}

/** The word for a mark, in the reader's language. */
export const markWord = (mark: Mark): string => WORDS[mark]()
