import type {FieldType} from '../../fields/fields.ts'
import {lookup, once, rows} from '../../lexicon/lexicon.ts'
import {STATES} from '../../lexicon/language.ts'
import type {FieldValue} from '../../model/plan.ts'
import {signedState, stateNamed, valueWords} from './state.ts'

/** The words that a value can stand for, by the field's type. */
export const VALUES: Readonly<Partial<Record<FieldType, readonly string[]>>> = {level: ['high', 'medium', 'low'], state: STATES}

const LEVEL_OF_RANK = {critical: 'high', high: 'high', medium: 'medium', low: 'low', lowest: 'low'} as const
const ranks = once(() => lookup((language) => rows(language.priorities)))

/** How the value of a field in `fields` is read, by the field's type. */
const READERS: Readonly<Partial<Record<FieldType, (text: string) => string | null>>> = {
  level: (text) => {
    const rank = ranks().get(valueWords(text))
    return rank === undefined ? null : LEVEL_OF_RANK[rank]
  },
  state: (text) => stateNamed(valueWords(text)) ?? (signedState(text) === 'done' ? 'done' : null),
}

/** Reads a value: its text, and the word of its list that it begins with. */
export function readChoice(type: FieldType, text: string): FieldValue {
  return {text, value: READERS[type]?.(text) ?? null}
}
