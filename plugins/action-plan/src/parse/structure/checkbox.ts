import {remembered} from '../../lexicon/lexicon.ts'
import type {Place} from '../../model/place.ts'
import type {IgnoredReason} from '../../model/plan.ts'
import type {NearBox, NearBoxKind} from '../../rules/near-box.ts'
import type {ItemBlock} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'

/** Lines of a file, with how many stand before them. */
export interface Lines {
  readonly lines: readonly string[]
  readonly before: Pick<Passage['before'], 'lines'>
}

/** A box that is no task, with the reason. */
export type IgnoredBox = Place & {readonly reason: IgnoredReason}

export interface TaskBox {
  readonly kind: 'task'
  readonly gfm: boolean
  readonly char: string
  /** What follows the box. */
  readonly text: string
}

/** A letter that no setting makes a mark: "[P] tasks = other files". */
interface TagBox {
  readonly kind: 'tag'
  readonly char: string
}

/** What stands at the start of a list item: a task, something like one, or neither (null). */
export type Checkbox =
  | TaskBox
  /** `near` is null for a box without a text. */
  | TagBox
  | {readonly kind: 'near'; readonly reason: IgnoredReason; readonly near: NearBox | null}
  | null

const GFM = /^\[([ \t\n]|[xX])\](?:\n|[ \t]+(?=[^ \t]))/
const CUSTOM = /^\[([^[\]\n]{1,16})\][ \t]+(?=\S)/
/** A letter, or the number of a user story. */
const TAG = /^(?:(?![xX]$)\p{L}|US-?\d{1,3})$/u
/** Letters of other alphabets that are shown as an x. */
const LIKE_X = /^\[[хХχΧｘＸ]\](?=\s+\S)/u
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Reads the box of a list item as GitHub Flavored Markdown does; a single other character is a task too, for us alone. */
export function readCheckbox(
  item: ItemBlock,
  source: Lines,
  isLink: (label: string) => boolean,
  isMark: (char: string) => boolean = () => false,
): Checkbox {
  const raw = item.lines.length === 1 ? (item.lines[0]?.text ?? '') : item.lines.map(({text}) => text).join('\n')
  const gfm = GFM.exec(raw)
  if (gfm !== null && (gfm[1] !== '\t' || isNarrowTab(item, source)))
    return {kind: 'task', gfm: true, char: gfm[1] as string, text: raw.slice(gfm[0].length)}
  const custom = LIKE_X.test(raw) ? null : CUSTOM.exec(raw)
  const char = custom?.[1] ?? ''
  if (custom !== null && TAG.test(char) && !isLink(char) && !isMark(char)) return {kind: 'tag', char}
  if (custom !== null && !/^[ \txX]$/.test(char) && isOneCharacter(char) && !isLink(char))
    return {kind: 'task', gfm: false, char, text: raw.slice(custom[0].length)}
  if (!raw.includes('[') && !ODD_START.test(raw)) return null
  const row = NEAR.find(({pattern}) => pattern.test(raw))
  if (row === undefined) return null
  const found = row.pattern.exec(raw)?.[0] ?? ''
  if (row.why === null) return {kind: 'near', reason: 'empty', near: null}
  // "[x]" may be a link, which a space behind it would leave one.
  const behind = isLink(found.slice(1, -1)) ? 'end' : whatFollows(raw, found.length)
  return {kind: 'near', reason: row.why === 'escaped' ? 'escaped' : 'malformed', near: {why: row.why, found, offset: 0, behind}}
}

/** What stands behind an offset of a text, on its line. */
function whatFollows(text: string, offset: number): NearBox['behind'] {
  const rest = text.slice(offset).split('\n', 1)[0] as string
  return rest.trim() === '' ? 'end' : /^[ \t]/.test(rest) ? 'space' : 'text'
}

/** A mark stands in every task of a plan, so it is looked at once. */
export const isOneCharacter = remembered((text) => {
  let count = 0
  for (const _ of graphemes.segment(text)) if (++count > 1) return false
  return count === 1
})

/** A tab is one character of white space to GFM only where it takes one column. */
function isNarrowTab(item: ItemBlock, {lines, before}: Lines): boolean {
  const at = item.lines[0]
  if (at === undefined) return false
  let column = 0
  for (const char of lines[at.line - 1 - before.lines]?.slice(0, at.column) ?? '')
    column = char === '\t' ? column + 4 - (column % 4) : column + 1
  return column % 4 === 3
}

/** What a near box starts with that holds no bracket. */
const ODD_START = /^[(☐☑☒⬜⬛◻◼🔲🔳□▢❏❑［【]/u
/** Kinds of text that look like a box; `why` is null for a box without a text. The first that fits counts. */
const NEAR: readonly {readonly pattern: RegExp; readonly why: NearBoxKind | null}[] = [
  {pattern: /^\[[ \txX]\]\s*(?:<!--.*-->\s*)?$/, why: null},
  {pattern: /^[^\S \t\n]\s*\[[ xX]?\](?=\s|$)/, why: 'odd-space'},
  {pattern: LIKE_X, why: 'like-x'},
  {pattern: /^\[\](?=\s|$)/, why: 'nothing-inside'},
  {pattern: /^\[\s*(?:[xX]\s*)?\](?=\s|$)/, why: 'more-inside'},
  {pattern: /^\[[ xX]?\](?=[^\s(:[])/, why: 'no-space-behind'},
  {pattern: /^\[[xX ]\]:/, why: 'colon'},
  {pattern: /^\\\[[ xX]?\\?\]|^\[[ xX]?\\\]/, why: 'escaped'},
  {pattern: /^(\*\*|__|\*|_|`)\[[ xX]?\]\1/, why: 'markup'},
  {pattern: /^\([ xX]?\)\s+\S/, why: 'parentheses'},
  {pattern: /^[☐☑☒⬜⬛◻◼🔲🔳□▢❏❑]\uFE0F?\s*\S/u, why: 'symbol'},
  {pattern: /^[［【][\s\u3000xX]*[］】]/, why: 'wide-brackets'},
  {pattern: /^~~?\[[ xX]?\]/, why: 'struck'},
  {pattern: /^\[(?:to ?do|wip|in progress|doing|done|open|blocked|pending)\](?=\s+\S)/i, why: 'word'},
  {
    // With others behind it, it is one of a choice: "Status: [ ] pass [ ] fail"; in a sentence it stands for something.
    pattern:
      /^(?:[^\s[\]`]+[^\S\n]+){1,5}\[[ xX]\](?=\s*$)|^(?:\*\*[^*\n[\]]{1,40}\*\*|#\d{1,6}|[A-Z]{1,8}-?\d{1,6})[^\S\n]+\[[ xX]\](?=(?:\s[^[\]\n]*)?(?:\n|$))|^[^[\]`\n]{1,60}[:：]\**\s*\[[ xX]\](?=(?:\s[^[\]\n]*)?(?:\n|$))/,
    why: 'not-first',
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
  /** Bullet and box as they are written, how far behind `at` they begin, and what follows. */
  readonly written: Pick<NearBox, 'found' | 'offset' | 'behind'>
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
  const [bullet, space] = [found[1] ?? '', found[2] ?? '']
  const length = `${bullet}${space}[${found[3] ?? ''}]`.length
  const offset = found[0].length - length
  const written = {found: found[0].slice(offset), offset, behind: whatFollows(line, indent + found[0].length)}
  return {at: indent, bullet, written, spaced: space !== '', known: bullet === '' || BULLET.test(bullet)}
}

const CELL = /(?:^|[|\s>])(?:\[[ xX]\](?=[\s|<]|$)|[☐☑☒⬜🔲])/gu

/** Whether a task's text holds another box, as in "iOS [ ] Android". Code is none. */
export function holdsBox(text: string): boolean {
  // "[X] more" stands for a number.
  return text.includes('[') && /(?<=\s)\[[ xX]\](?=\s|$)/.test(text.replace(/`[^`]*`|\[X\](?=\s\p{Ll})/gu, ''))
}

/** A box in a table row: its offset, and whether it is one of several in its cell, of which one is chosen. */
interface CellBox {
  readonly at: number
  readonly isChoice: boolean
}

/** The boxes in a table row. */
export function cellBoxes(row: string): readonly CellBox[] {
  const found = [...row.matchAll(CELL)].map((box) => box.index + box[0].search(/[[☐☑☒⬜🔲]/u))
  const isApart = (from: number | undefined, to: number | undefined): boolean =>
    from === undefined || to === undefined || row.slice(from, to).includes('|')
  return found.map((at, index) => ({at, isChoice: !isApart(found[index - 1], at) || !isApart(at, found[index + 1])}))
}

/** A box right behind a tag, or one that HTML draws: `<li>[ ] x</li>`, `<input type="checkbox">`. */
export function tagBox(text: string): {readonly at: number} | null {
  const found = /(>\s*)\[[ xX]\]\s|<input\b[^<>]*\btype=["']?checkbox/i.exec(text)
  return found === null ? null : {at: found.index + (found[1] ?? '').length}
}
