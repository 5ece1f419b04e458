import type {FieldType} from '../../fields/fields.ts'
import {fold, lookup, once, rows} from '../../lexicon/lexicon.ts'
import {STATES} from '../../lexicon/language.ts'
import type {FieldValue} from '../../model/plan.ts'

/** The words that a value can stand for, by the field's type. */
export const VALUES: Readonly<Partial<Record<FieldType, readonly string[]>>> = {level: ['high', 'medium', 'low'], state: STATES}

const LEVEL_OF_RANK = {critical: 'high', high: 'high', medium: 'medium', low: 'low', lowest: 'low'} as const
const ranks = once(() => lookup((language) => rows(language.priorities)))
const states = once(() => lookup((language) => rows(language.states)))

const PICTURES = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]+/u
const TICKED = /^[✅✓✔☑]/u
/** Ends the word that a value begins with: "High: touches every login", "In progress (60 %)". */
const END = / ?[,;:.!(（|/，；：。]| [-–—]+ | \d/u

function firstWords(text: string): string {
  const plain = text.replace(PICTURES, '').replace(/\s+/g, ' ')
  return fold(plain.slice(0, END.exec(plain)?.index ?? plain.length))
}

/** How the value of a field in `fields` is read, by the field's type. */
const READERS: Readonly<Partial<Record<FieldType, (text: string) => string | null>>> = {
  level: (text) => {
    const rank = ranks().get(firstWords(text))
    return rank === undefined ? null : LEVEL_OF_RANK[rank]
  },
  state: (text) => states().get(firstWords(text)) ?? (TICKED.test(text) ? 'done' : null),
}

/** Reads a value: its text, and the word of its list that it begins with. */
export function readChoice(type: FieldType, text: string): FieldValue {
  return {text, value: READERS[type]?.(text) ?? null}
}
