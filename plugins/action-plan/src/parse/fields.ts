import {FIELD_NAMES, type FieldName} from '../fields/fields.ts'
import {labelsOf} from '../fields/words.ts'
import {fold, lookup, once} from '../lexicon/lexicon.ts'
import {readDate} from './values/date.ts'
import {durationAt} from './values/length.ts'

const byLabel = once(() =>
  lookup<FieldName | 'term'>((language) => [
    ...FIELD_NAMES.map((name) => [name, labelsOf(name, language)] as const),
    ['term', language.labels.term] as const,
  ]),
)

/** "2027年1月末" is no length of 2027 years. */
const BEGINS_WITH_YEAR = /^\s*(?:19|20|21)\d{2}(?!\d)/

/** The field that a label names. A word for both a date and a length of time is what its value says. */
export function fieldNamed(label: string, value: string): FieldName | null {
  const name = byLabel().get(fold(label)) ?? null
  if (name !== 'term') return name
  return !BEGINS_WITH_YEAR.test(value) && readDate(value) === null && durationAt(value) !== null ? 'duration' : 'due'
}

const BOLD = /^(\*\*|__|\*|_)([^*_:：]{1,40}?)\s*(?:[:：]\s*\1|\1\s*[:：])\s*/
const PLAIN = /^(\p{L}[\p{L}\p{M} '’-]{0,30}?)\s*(?::(?:\s+|$)|：\s*)/u
/** A picture before a label says nothing: "📅 **Due**: …". */
const PICTURES = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D]+\s*)+/u
/** What may stand between fields on a line: `**Priority**: P0 | Effort: 2 days`; with nothing before it, a label must be bold. */
const BETWEEN = /(?<!\s)(?:\s+[|·•]\s+|\s*<br\s*\/?>\s*|[,;]\s+|\s+(?=\*\*|__))/g
/** The same for an issue: in prose, commas stand for themselves. */
const BETWEEN_PROSE = /(?<!\s)(?:\s+[|·•]\s+|\s*<br\s*\/?>\s*)(?=\*\*|__)/g

export interface FieldText {
  readonly name: FieldName
  readonly value: string
  /** As it is written, without capitals. */
  readonly label: string
  /** Offsets in the line, of the label and of the value. */
  readonly at: number
  readonly valueAt: number
}

/** The field whose label starts a text, in bold or plain; null when its label is none of ours. */
function fieldAt(written: string): Omit<FieldText, 'at'> | null {
  const before = PICTURES.exec(written)?.[0].length ?? 0
  const text = written.slice(before)
  const found = BOLD.exec(text) ?? PLAIN.exec(text)
  if (found === null) return null
  const label = (found.length > 2 ? (found[2] as string) : (found[1] as string)).replace(PICTURES, '').trim()
  const valueAt = before + found[0].length
  // A backslash at the end of a line is a line break.
  const value = written.slice(valueAt).replace(/\\$/, '').trim()
  const name = fieldNamed(label, value)
  return name === null ? null : {name, label: fold(label), value, valueAt}
}

/** The fields of a line; empty when it does not start with one. */
export function readFields(line: string): readonly FieldText[] {
  // A field line starts with emphasis or a letter and has a colon: most lines are told by that.
  if (!/[:：]/.test(line)) return []
  const first = fieldAt(line)
  if (first === null) return []
  const fields: FieldText[] = []
  let field = {...first, at: 0}
  let isCut = false
  for (const cut of line.matchAll(first.name === 'issue' ? BETWEEN_PROSE : BETWEEN)) {
    const at = cut.index + cut[0].length
    const next = fieldAt(line.slice(at))
    if (next === null && !isCut && first.name !== 'issue' && at > field.valueAt && BOLD.test(line.slice(at))) {
      // A label that nobody knows ends the value before it all the same.
      fields.push({...field, value: line.slice(field.valueAt, cut.index).trim()})
      isCut = true
    }
    if (next === null || at <= field.valueAt) continue
    if (!isCut) fields.push({...field, value: line.slice(field.valueAt, cut.index).trim()})
    isCut = false
    field = {...next, at, valueAt: at + next.valueAt}
  }
  return isCut ? fields : [...fields, field]
}

/** True for a line that is a field of an item, for whoever lays out the plan's page. */
export function isFieldLine(line: string): boolean {
  return readFields(line).length > 0
}
