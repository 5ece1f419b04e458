import {translate} from '@docusaurus/Translate'
import {wordsIn} from '../view/words/words.ts'

/** The words of the site's language: Docusaurus' texts, and numbers and days as that language writes them. */
export const WORDS = wordsIn((id, message) => translate({id, message}))
