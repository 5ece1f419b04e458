import {remembered} from '../../lexicon/lexicon.ts'
import {inlineText} from './inline-text.ts'

/** White space that is not one space. */
const FOLDS = /[^\S ]|  /
const MARKUP = /[\\`*_[\]<>&!~]/
/** Struck text: one or two tildes on each side, and not as many between them. */
const STRUCK_TEXT = '(~~?)(?=[^\\s~])((?:(?!\\1)[\\s\\S])*[^\\s~])\\1'
const STRUCK = new RegExp(`${STRUCK_TEXT}(?!~)`, 'g')
/** With or without a bracket behind it: "~~Move the fence~~ (dropped)". */
const ALL_STRUCK = new RegExp(`^${STRUCK_TEXT}(?:\\s*\\([^()]{1,60}\\))?$`)

/** Gives what reads inline Markdown as plain text. `references` are the link definitions of the document. */
export function plainWith(references: Readonly<Record<string, unknown>>): (raw: string) => string {
  const read = Object.keys(references).length === 0 ? ofItself : (raw: string): string => marked(raw, references)
  return (raw) => (MARKUP.test(raw) ? read(raw) : folded(raw))
}

const folded = (text: string): string => (FOLDS.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
const marked = (raw: string, references: Readonly<Record<string, unknown>>): string =>
  folded(inlineText(raw, references).replace(STRUCK, '$2'))
/** In a file that defines no links. */
const ofItself = remembered((raw) => marked(raw, {}))

/** A text without what is struck through in it; the rest keeps its columns. */
export const withoutStruck = (value: string): string => value.replace(STRUCK, (struck) => ' '.repeat(struck.length))

/** True when the whole text is struck through, as GitHub Flavored Markdown does it. */
export function isStruck(raw: string): boolean {
  return ALL_STRUCK.test(raw.trim())
}
