import {translate} from '@docusaurus/Translate'
import type {Health} from '../model/health.ts'

const WORDS: Readonly<Record<Health, () => string>> = {
  done: () => translate({id: 'plan.health.done', message: 'done'}),
  'on-track': () => translate({id: 'plan.health.on-track', message: 'on track'}),
  'at-risk': () => translate({id: 'plan.health.at-risk', message: 'at risk'}),
  late: () => translate({id: 'plan.health.late', message: 'late'}),
  'not-started': () => translate({id: 'plan.health.not-started', message: 'not started'}),
  unknown: () => translate({id: 'plan.health.unknown', message: 'unknown'}),
}

/** The word for a health in the reader's language. */
export function healthWord(health: Health): string {
  return WORDS[health]()
}
