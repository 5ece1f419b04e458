import type {Place} from '../model/place.ts'
import {replace, type TextEdit} from './edit.ts'

/** Text that looks like a task and is none. */
export interface NearBox {
  readonly why: NearBoxKind
  /** As it stands in the line, from `offset` UTF-16 units behind the place of the problem on. */
  readonly found: string
  readonly offset: number
  /** What follows it on its line. */
  readonly behind: 'space' | 'text' | 'end'
}

const WRITE = 'write "- [ ] text" for an open task, "- [x] text" for a done one'

/** Why a text is no check box, and how each becomes one. `box` gives the text that is certainly meant; null where nobody knows. */
const KINDS = {
  'odd-space': {
    fix: 'delete the character between the bullet and the box: Markdown does not read it as a space',
    box: (found) => /\[[ xX]\]$/.exec(found)?.[0] ?? null,
  },
  'like-x': {fix: 'write the Latin letter x: "- [x] text"', box: () => '[x]'},
  'nothing-inside': {fix: `put a space into the brackets: ${WRITE}`, box: () => '[ ]'},
  'more-inside': {fix: `write only one character in the brackets: ${WRITE}`, box: boxOf},
  'no-space-behind': {fix: `put a space after the bracket: ${WRITE}`, box: boxOf},
  colon: {fix: `delete the colon: ${WRITE}`, box: null},
  escaped: {fix: `delete the backslashes, which some exports write before brackets: ${WRITE}`, box: boxOf},
  markup: {fix: `delete the markup around the box: ${WRITE}`, box: (found) => (found.startsWith('`') ? null : boxOf(found))},
  parentheses: {fix: `use square brackets: ${WRITE}`, box: null},
  symbol: {fix: `use square brackets: ${WRITE}`, box: null},
  'wide-brackets': {fix: `use the brackets of a Latin keyboard: ${WRITE}`, box: boxOf},
  struck: {fix: 'put the box before the tildes: "- [ ] ~~text~~"', box: null},
  word: {fix: `write only one character in the brackets: ${WRITE}`, box: null},
  'not-first': {fix: `put the box first: ${WRITE}`, box: null},
  'second-box': {fix: 'give each task its own line', box: null},
  'foreign-bullet': {fix: WRITE, box: (found) => (/^[•‣◦▪●·–—]/.test(found) ? `- ${boxOf(found) ?? ''}` : null)},
  'no-space-before': {
    fix: 'put a space after the bullet: "- [ ] text"',
    box: (found) => `${found.slice(0, found.indexOf('['))} ${boxOf(found) ?? ''}`,
  },
  continues: {fix: 'put a blank line before it, or indent it by 2 to 4 spaces under its parent', box: null},
} as const satisfies Readonly<Record<string, {readonly fix: string; readonly box: ((found: string) => string | null) | null}>>
export type NearBoxKind = keyof typeof KINDS

/** The box that a text stands for; null when it holds more than one mark, or stands on two lines. */
function boxOf(found: string): string | null {
  const marks = found.match(/x/gi) ?? []
  return marks.length > 1 || found.includes('\n') ? null : `[${marks[0] ?? ' '}]`
}

export function nearBoxMessage({why, found}: NearBox): string {
  if (why === 'second-box') return 'a second check box in the text of a task is not a task, so it is not counted'
  if (why === 'continues') return 'this line continues the text above it, so it is not a task and is not counted'
  if (why === 'foreign-bullet')
    return `"${found.slice(0, found.indexOf('[')).trim()}" does not start a list item in Markdown, so the line is not counted`
  if (why === 'no-space-behind') return `"${found}" has no space after it, so the line is not counted as a task`
  return `"${found.trim()}" is not a check box in GitHub Flavored Markdown, so the line is not counted as a task`
}

export const nearBoxFix = ({why}: NearBox): string => KINDS[why].fix

export function nearBoxEdits({why, found, offset, behind}: NearBox, {line, column}: Place): readonly TextEdit[] {
  const box = behind === 'end' ? null : (KINDS[why].box?.(found) ?? null)
  return box === null ? [] : [replace({line, column: column + offset}, found.length, `${box}${behind === 'text' ? ' ' : ''}`)]
}
