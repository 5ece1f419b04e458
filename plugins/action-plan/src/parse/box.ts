import type {IgnoredReason} from '../model/plan.ts'
import type {ItemBlock} from './markdown/blocks.ts'

/** What stands at the start of a list item: a task, something like one, or neither (null). */
export type Box =
  | {readonly kind: 'task'; readonly gfm: boolean; readonly char: string; readonly text: string}
  | {readonly kind: 'near'; readonly reason: IgnoredReason; readonly found: string; readonly fix: string}
  | null

const GFM = /^\[([ \t\n]|[xX])\](?:\n|[ \t]+(?=[^ \t]))/
const CUSTOM = /^\[([^[\]\n]{1,16})\][ \t]+(?=\S)/
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Reads the box of a list item as GitHub Flavored Markdown does; a single other character is a task too, for us alone. */
export function readBox(item: ItemBlock, source: readonly string[], isLink: (label: string) => boolean): Box {
  const raw = item.lines.length === 1 ? (item.lines[0]?.text ?? '') : item.lines.map(({text}) => text).join('\n')
  const gfm = GFM.exec(raw)
  if (gfm !== null && (gfm[1] !== '\t' || isNarrowTab(item, source)))
    return {kind: 'task', gfm: true, char: gfm[1] as string, text: raw.slice(gfm[0].length)}
  const custom = CUSTOM.exec(raw)
  const char = custom?.[1] ?? ''
  if (custom !== null && !/^[ \txX]$/.test(char) && isOneCharacter(char) && !isLink(char))
    return {kind: 'task', gfm: false, char, text: raw.slice(custom[0].length)}
  const near = NEAR.find(({pattern}) => pattern.test(raw))
  if (near === undefined) return null
  const found = near.pattern.exec(raw)?.[0] ?? ''
  return {kind: 'near', reason: near.reason, found: found.trim(), fix: near.fix}
}

function isOneCharacter(text: string): boolean {
  let count = 0
  for (const _ of graphemes.segment(text)) if (++count > 1) return false
  return count === 1
}

/** A tab is one character of white space to GFM only where it takes one column. */
function isNarrowTab(item: ItemBlock, source: readonly string[]): boolean {
  const at = item.lines[0]
  if (at === undefined) return false
  let column = 0
  for (const char of source[at.line - 1]?.slice(0, at.column) ?? '') column = char === '\t' ? column + 4 - (column % 4) : column + 1
  return column % 4 === 3
}

const WRITE = 'write "- [ ] text" for an open task, "- [x] text" for a done one'
const NEAR: readonly {readonly pattern: RegExp; readonly reason: IgnoredReason; readonly fix: string}[] = [
  {pattern: /^\[[ \txX]\]\s*(?:<!--.*-->\s*)?$/, reason: 'empty', fix: 'give the task a text, or delete the box'},
  {pattern: /^\[\](?=\s|$)/, reason: 'malformed', fix: `put a space into the brackets: ${WRITE}`},
  {pattern: /^\[\s*[xX]?\s*\](?=\s|$)/, reason: 'malformed', fix: `only one character stands in the brackets: ${WRITE}`},
  {pattern: /^\[[ xX]?\](?=[^\s(:[])/, reason: 'malformed', fix: `put a space after the bracket: ${WRITE}`},
  {pattern: /^\[[xX ]\]:/, reason: 'malformed', fix: `take the colon away: ${WRITE}`},
  {pattern: /^\\\[[ xX]?\\?\]|^\[[ xX]?\\\]/, reason: 'escaped', fix: `take the backslashes away (an export escapes brackets): ${WRITE}`},
  {pattern: /^(\*\*|__|\*|_|`)\[[ xX]?\]\1/, reason: 'malformed', fix: `take the markup around the box away: ${WRITE}`},
  {pattern: /^\([ xX]?\)\s+\S/, reason: 'malformed', fix: `use square brackets: ${WRITE}`},
  {pattern: /^[☐☑☒]\s*\S/u, reason: 'malformed', fix: `use brackets: ${WRITE}`},
]

/** Box-like text at the start of a line that is not a list item's. */
const LINE = /^(?:>\s*)*(?:([-*+]|\d{1,9}[.)])(\s*))?\[([ xX]?)\](?=\s+\S|\S)(?!\()/

export interface LooseBox {
  /** Offset in the line. */
  readonly at: number
  readonly bullet: string
  readonly spaced: boolean
}

/** Finds box-like text that starts a line of something else than a list item: `[ ] x`, `-[ ] x`, `- [ ] x` in code. */
export function looseBox(line: string): LooseBox | null {
  const indent = line.length - line.trimStart().length
  const found = LINE.exec(line.slice(indent))
  if (found === null || (found[3] === '' && found[1] === undefined)) return null
  return {at: indent, bullet: found[1] ?? '', spaced: (found[2] ?? '') !== ''}
}

const CELL = /(?:^|\|)\s*(?:[-*+]\s+)?\[[ xX]\](?=\s|\|)/g

/** Offsets of boxes at the start of a table row's cells. */
export function cellBoxes(row: string): readonly number[] {
  return [...row.matchAll(CELL)].map((found) => found.index + found[0].indexOf('['))
}
