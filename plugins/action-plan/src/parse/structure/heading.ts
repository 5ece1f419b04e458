import type {Place} from '../../model/place.ts'
import type {Period} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import type {HeadingBlock} from '../markdown/blocks.ts'
import {readPeriod} from '../values/period.ts'
import {takePriority, type PriorityScale} from '../values/priority.ts'
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

/** The inline Markdown of a heading. */
export function rawHeading({lines}: HeadingBlock): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({text}) => text).join('\n')
}

/** The text of a heading, and how it reads without its number and its status. */
function partsOf(raw: string, context: Context): {readonly text: string; readonly number: string | null; readonly words: string} {
  const text = context.plain(raw).replace(/^\[[ xX]\]\s+/, '')
  const numbered = NUMBER.exec(text)
  return {
    text,
    number: numbered?.[1] ?? numbered?.[2] ?? null,
    words: text.slice(numbered?.[0].length ?? 0).replace(STATUS, ''),
  }
}

/** The part of a plan that a heading names; null for any other. */
export function headingKindOf(raw: string, context: Context): HeadingKind | null {
  return readHeadingKind(partsOf(raw, context).words)
}

export function readHeading(raw: string, place: Place, scale: PriorityScale, context: Context): HeadingText {
  const {text, number, words} = partsOf(raw, context)
  const kind = readHeadingKind(words)
  const period = number === null ? readPeriod(words) : null
  const isWork = kind === null && period === null
  const {id, rest} = takePriority(words, place, scale, isWork ? context : {...context, report: () => undefined})
  const work = {number, title: rest === '' ? words : rest, priority: id}
  if (isWork) return {kind: 'work', ...work}
  // The heading of a phase keeps its words; its priorities say which items it takes, not how urgent it is.
  const named = {number: null, title: text.replace(STATUS, ''), priority: null, work}
  return kind === null ? {kind: 'period', ...named, period: period as Period} : {kind, ...named, period}
}

/** The period that a heading states; null for one that states none. */
export function statedPeriod(text: HeadingText): Period | null {
  return text.kind === 'work' ? null : text.period
}

/** Whether a number is one of an item: "1.2", but not "1". */
export function isItemNumber(number: string | null): boolean {
  return number?.includes('.') === true
}
