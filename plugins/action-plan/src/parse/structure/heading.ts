import type {Period} from '../../model/plan.ts'
import {collect, type Context} from '../context.ts'
import type {Block, HeadingBlock} from '../markdown/blocks.ts'
import {readPeriod} from '../values/period.ts'
import {takePriority, type PriorityScale} from '../values/priority.ts'
import {Anchors, ownAnchorAt} from './anchor.ts'
import {readHeadingKind, type HeadingKind} from './heading-kind.ts'

/** The number, the words and the priority of a heading. */
export interface HeadingWords {
  readonly number: string | null
  readonly title: string
  readonly priority: string | null
}

/** A heading that names a part of a plan or a period. Its title keeps its number; `work` is how it reads where it holds tasks. */
interface Named {
  readonly number: null
  readonly title: string
  readonly priority: null
  readonly work: HeadingWords
}

/** What a heading says: the words of work, a part of the plan (which may state a period too), or a period. */
export type HeadingText =
  | (HeadingWords & {readonly kind: 'work'})
  | (Named & {readonly kind: 'period'; readonly period: Period})
  | (Named & {readonly kind: HeadingKind; readonly period: Period | null})

const NUMBER =
  /^(?:(?:task|item|action|step|section)\s+)?(\d{1,6}(?:\.\d{1,6})+)[.):]?(?:\s*[-–—:])?\s+(?=\S)|^(?:(?:task|item|action|step|section)\s+)?(\d{1,6})[.):]\s+(?=\S)/i
const STATUS = /(?<!\s)\s*(?:[([](?:completed?|done|fixed|resolved|in progress|ongoing|pending|todo|blocked|wip)[)\]]|[✅✓✔☑]️?)\s*$/iu
/** How a number starts and how a status ends: most headings are told by that. */
const STARTS_LIKE_NUMBER = /^[\dtias]/i
const ENDS_LIKE_STATUS = /[)\]✅✓✔☑\uFE0F]\s*$/

const withoutStatus = (text: string): string => (ENDS_LIKE_STATUS.test(text) ? text.replace(STATUS, '') : text)

/** A heading before its priority is known. */
export interface Heading {
  readonly block: HeadingBlock
  /** Of its block. */
  readonly index: number
  readonly anchor: string
  readonly text: string
  readonly number: string | null
  /** The text without its number and its status. */
  readonly words: string
  /** The part of a plan that it names. */
  readonly kind: HeadingKind | null
}

/** The headings of a file that stand in no list and no quote, without the priorities of the plan, which one of them may define. */
export function headingsOf(blocks: readonly Block[], context: Context): readonly Heading[] {
  const anchors = new Anchors()
  const headings: Heading[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading') continue
    const raw = rawHeading(block)
    const plain = context.plain(raw)
    const anchor = anchors.next(plain)
    if (block.depth > 0) continue
    const at = ownAnchorAt(raw)
    headings.push({block, index, anchor, ...wordsOf(at === -1 ? plain : context.plain(raw.slice(0, at).trimEnd()))})
  }
  return headings
}

function wordsOf(plain: string): Pick<Heading, 'text' | 'number' | 'words' | 'kind'> {
  const text = plain.startsWith('[') ? plain.replace(/^\[[ xX]\]\s+/, '') : plain
  const numbered = STARTS_LIKE_NUMBER.test(text) ? NUMBER.exec(text) : null
  const words = withoutStatus(numbered === null ? text : text.slice(numbered[0].length))
  return {text, number: numbered?.[1] ?? numbered?.[2] ?? null, words, kind: readHeadingKind(words)}
}

/** Reads the rest: its period and its priority. */
export function readHeading({block, text, number, words, kind}: Heading, scale: PriorityScale, context: Context): HeadingText {
  const period = number === null ? readPeriod(words) : null
  const isWork = kind === null && period === null
  const {id, rest} = isWork ? collect(takePriority(words, block, scale), context) : takePriority(words, block, scale).value
  const title = rest === '' ? words : rest
  if (isWork) return {kind: 'work', number, title, priority: id}
  // The heading of a phase keeps its words; its priorities say which items it takes, not how urgent it is.
  const named = {number: null, title: withoutStatus(text), priority: null, work: {number, title, priority: id}}
  return kind === null ? {kind: 'period', ...named, period: period as Period} : {kind, ...named, period}
}

/** The inline Markdown of a heading. */
export function rawHeading({lines}: HeadingBlock): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({text}) => text).join('\n')
}

/** The period that a heading states; null for one that states none. */
export function statedPeriod(text: HeadingText): Period | null {
  return text.kind === 'work' ? null : text.period
}

/** Whether a number is one of an item: "1.2", but not "1". */
export function isItemNumber(number: string | null): boolean {
  return number?.includes('.') === true
}
