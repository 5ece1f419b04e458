import type {Place} from '../../model/place.ts'
import type {IgnoredReason} from '../../model/plan.ts'
import type {ItemBlock} from '../markdown/blocks.ts'

/** A box that is no task, with the reason. */
export type IgnoredBox = Place & {readonly reason: IgnoredReason}

export interface TaskBox {
  readonly kind: 'task'
  readonly gfm: boolean
  readonly char: string
  /** What follows the box. */
  readonly text: string
}

/** What stands at the start of a list item: a task, something like one, or neither (null). */
export type Checkbox =
  TaskBox | {readonly kind: 'near'; readonly reason: IgnoredReason; readonly found: string; readonly fix: string} | null

const GFM = /^\[([ \t\n]|[xX])\](?:\n|[ \t]+(?=[^ \t]))/
const CUSTOM = /^\[([^[\]\n]{1,16})\][ \t]+(?=\S)/
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Reads the box of a list item as GitHub Flavored Markdown does; a single other character is a task too, for us alone. */
export function readCheckbox(item: ItemBlock, source: readonly string[], isLink: (label: string) => boolean): Checkbox {
  const raw = item.lines.length === 1 ? (item.lines[0]?.text ?? '') : item.lines.map(({text}) => text).join('\n')
  const gfm = GFM.exec(raw)
  if (gfm !== null && (gfm[1] !== '\t' || isNarrowTab(item, source)))
    return {kind: 'task', gfm: true, char: gfm[1] as string, text: raw.slice(gfm[0].length)}
  const custom = CUSTOM.exec(raw)
  const char = custom?.[1] ?? ''
  if (custom !== null && !/^[ \txX]$/.test(char) && isOneCharacter(char) && !isLink(char))
    return {kind: 'task', gfm: false, char, text: raw.slice(custom[0].length)}
  if (!raw.includes('[') && !ODD_START.test(raw)) return null
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

/** What a near box starts with that holds no bracket. */
const ODD_START = /^[(☐☑☒⬜⬛◻◼🔲🔳□▢❏❑［【]/u
const WRITE = 'write "- [ ] text" for an open task, "- [x] text" for a done one'
const NEAR: readonly {readonly pattern: RegExp; readonly reason: IgnoredReason; readonly fix: string}[] = [
  {pattern: /^\[[ \txX]\]\s*(?:<!--.*-->\s*)?$/, reason: 'empty', fix: 'give the task a text, or delete the box'},
  {
    pattern: /^[^\S \t\n]\s*\[[ xX]?\](?=\s|$)/,
    reason: 'malformed',
    fix: 'delete the character between the bullet and the box, which is no space to Markdown',
  },
  {pattern: /^\[\](?=\s|$)/, reason: 'malformed', fix: `put a space into the brackets: ${WRITE}`},
  {pattern: /^\[\s*(?:[xX]\s*)?\](?=\s|$)/, reason: 'malformed', fix: `only one character stands in the brackets: ${WRITE}`},
  {pattern: /^\[[ xX]?\](?=[^\s(:[])/, reason: 'malformed', fix: `put a space after the bracket: ${WRITE}`},
  {pattern: /^\[[xX ]\]:/, reason: 'malformed', fix: `take the colon away: ${WRITE}`},
  {pattern: /^\\\[[ xX]?\\?\]|^\[[ xX]?\\\]/, reason: 'escaped', fix: `take the backslashes away (an export escapes brackets): ${WRITE}`},
  {pattern: /^(\*\*|__|\*|_|`)\[[ xX]?\]\1/, reason: 'malformed', fix: `take the markup around the box away: ${WRITE}`},
  {pattern: /^\([ xX]?\)\s+\S/, reason: 'malformed', fix: `use square brackets: ${WRITE}`},
  {pattern: /^[☐☑☒⬜⬛◻◼🔲🔳□▢❏❑]\uFE0F?\s*\S/u, reason: 'malformed', fix: `use brackets: ${WRITE}`},
  {pattern: /^[［【][\s\u3000xX]*[］】]/, reason: 'malformed', fix: `use the brackets of a Latin keyboard: ${WRITE}`},
  {pattern: /^~~?\[[ xX]?\]/, reason: 'malformed', fix: 'put the box before the tildes: "- [ ] ~~text~~"'},
  {
    pattern: /^\[(?:to ?do|wip|in progress|doing|done|open|blocked|pending)\](?=\s+\S)/i,
    reason: 'malformed',
    fix: `only one character stands in the brackets: ${WRITE}`,
  },
  {
    pattern: /^(?:[^\s[\]`]+[^\S\n]+){1,5}\[[ xX]\](?=\s|$)|^[^[\]`\n]{1,60}[:：]\**\s*\[[ xX]\](?=\s|$)/,
    reason: 'malformed',
    fix: `put the box first: ${WRITE}`,
  },
]

/** Box-like text at the start of a line that is not a list item's. */
const LINE = /^(?:>\s*)*(?:([-*+]|\d{1,9}[.)])(\s*))?\[([ xX]?)\](?=\s+\S|\S)(?!\()/
/** The same behind what is a bullet elsewhere: pasted from an editor, lettered, numbered in two levels. */
const FOREIGN = /^(?:>\s*)*([•‣◦▪●·–—]|--|\(?[a-z]\)|[a-z]\.|\(\d+\)|\d{1,3}(?:\.\d{1,3})+[.)]?)(\s*)\[([ xX])\](?=\s+\S)/i
/** Bullets that start an item in Markdown. */
const BULLET = /^(?:[-*+]|\d{1,9}[.)])$/

export interface LooseCheckbox {
  /** Offset in the line. */
  readonly at: number
  readonly bullet: string
  readonly spaced: boolean
  /** Whether Markdown knows the bullet. */
  readonly known: boolean
}

/** Finds box-like text that starts a line of something else than a list item: `[ ] x`, `-[ ] x`, `- [ ] x` in code. */
export function looseCheckbox(line: string): LooseCheckbox | null {
  if (!line.includes('[')) return null
  const indent = line.length - line.trimStart().length
  const found = LINE.exec(line.slice(indent)) ?? FOREIGN.exec(line.slice(indent))
  if (found === null || (found[3] === '' && found[1] === undefined)) return null
  const bullet = found[1] ?? ''
  return {at: indent, bullet, spaced: (found[2] ?? '') !== '', known: bullet === '' || BULLET.test(bullet)}
}

const CELL = /(?:^|[|\s>])(?:\[[ xX]\](?=[\s|<]|$)|[☐☑☒⬜🔲])/gu

/** Whether a task's text holds another box, as in "iOS [ ] Android". Code is none. */
export function holdsBox(text: string): boolean {
  return text.includes('[') && /(?<=\s)\[[ xX]\](?=\s|$)/.test(text.replace(/`[^`]*`/g, ''))
}

/** Offsets of the boxes in a table row. */
export function cellBoxes(row: string): readonly number[] {
  return [...row.matchAll(CELL)].map((found) => found.index + found[0].search(/[[☐☑☒⬜🔲]/u))
}

/** A box right behind a tag, or one that HTML draws: `<li>[ ] x</li>`, `<input type="checkbox">`. */
export function tagBox(text: string): {readonly at: number} | null {
  const found = /(>\s*)\[[ xX]\]\s|<input\b[^<>]*\btype=["']?checkbox/i.exec(text)
  return found === null ? null : {at: found.index + (found[1] ?? '').length}
}
