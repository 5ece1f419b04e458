import {fold, lower, once, words as wordsOfCell} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {LETTERED_NUMBER, numberParts, type NumberParts} from '../../model/item-number.ts'
import type {Period} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import {withProblem, type Plain, type Read} from '../context.ts'
import {kept, type Keeps} from '../kept.ts'
import type {HeadingBlock, Markdown} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import {readPeriod} from '../values/period.ts'
import {takePriority, type PriorityScale} from '../values/priority.ts'
import {stateNamed} from '../values/state.ts'
import {Anchors, ownAnchorAt} from './anchor.ts'
import {readHeadingKind, type HeadingKind} from './heading-kind.ts'
import type {GuessedPeriod} from './years.ts'

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

const patterns = once(() => {
  const word = anyOf(wordsOfCell(({numbered}) => numbered))
  return {
    number: new RegExp(`^(?:${word}\\s*)?(?:(\\d{1,6}(?:\\.\\d{1,6})+)[.):]?(?:\\s*[-–—:])?|(\\d{1,6})[.):])\\s+(?=\\S)`, 'u'),
    word: new RegExp(`^${word}\\s+`, 'u'),
  }
})
/** A number with letters, alone or in brackets: "AUTH-7: Log in", "[T001] Set up". */
const LETTERED = new RegExp(`^(\\[)?(${LETTERED_NUMBER})(\\])?([.):]|\\s*[-–—:](?=\\s))?\\s+(?=\\S)`, 'u')

/** What stands in brackets at the end of a heading. */
const LAST_BRACKETS = /(?<!\s)\s*[([（［]([^()[\]（）［］]{1,40})[)\]）］]$/u
const LAST_TICK = /(?<!\s)\s*[✅✓✔☑]\uFE0F?$/u

/** A heading without the state that it ends with: "Login (done)", "Login ✅". */
function withoutStatus(text: string): string {
  const trimmed = text.trimEnd()
  const brackets = LAST_BRACKETS.exec(trimmed)
  if (brackets !== null) return stateNamed(fold(brackets[1] as string)) === null ? text : trimmed.slice(0, brackets.index)
  const tick = LAST_TICK.exec(trimmed)
  return tick === null ? text : trimmed.slice(0, tick.index)
}

/** A heading before its priority is known. */
export interface Heading extends Keeps {
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
export function headingsOf({passages, plain}: Pick<Markdown, 'passages' | 'plain'>): readonly Heading[] {
  const anchors = new Anchors()
  const own: {readonly one: Written; readonly anchor: string}[] = []
  for (const passage of passages)
    for (const one of writtenIn(passage, plain)) {
      const anchor = anchors.next(one.plain)
      if (one.block.depth === 0) own.push({one, anchor})
    }
  const prefixes = prefixesOf(own.map(({one}) => one))
  return own.map(({one, anchor}) => headingAs(one, anchor, isNumber(one.lettered, prefixes)))
}

/** A heading by itself, in a list or a quote too. */
interface Written extends Keeps {
  readonly block: HeadingBlock
  readonly index: number
  readonly plain: string
  readonly text: string
  /** What may be its number. */
  readonly lettered: Lettered | null
}

const writtenIn = kept(({blocks, before}: Passage, plain: Plain): readonly Written[] =>
  blocks.flatMap((block, at) => (block.type === 'heading' ? [written(block, before.blocks + at, plain)] : [])),
)

function written(block: HeadingBlock, index: number, plain: Plain): Written {
  const raw = rawHeading(block)
  const whole = plain(raw)
  const at = ownAnchorAt(raw)
  const text = withoutBox(at === -1 ? whole : plain(raw.slice(0, at).trimEnd()))
  return {block, index, plain: whole, text, lettered: block.depth > 0 ? null : letteredAt(text), kept: []}
}

/** A heading with the anchor that it has in its file, and whether what may be its number is one there. */
const headingAs = kept(({block, index, text, lettered}: Written, anchor: string, isNumbered: boolean): Heading => ({
  block,
  index,
  anchor,
  text,
  ...wordsOf(text, isNumbered ? lettered : null),
  kept: [],
}))

/** Without a box before it. */
const withoutBox = (text: string): string => (text.startsWith('[') ? text.replace(/^\[[ xX]\]\s+/, '') : text)

/** No number stands behind this. */
const BEGINNING = 60
const beginningOf = (text: string): string => lower(text.slice(0, BEGINNING))

interface Lettered extends NumberParts {
  readonly number: string
  /** Of the text that it takes, with what sets it off. */
  readonly length: number
  /** Brackets or a sign set it off from the words. */
  readonly isApart: boolean
}

function letteredAt(text: string): Lettered | null {
  const before = patterns().word.exec(beginningOf(text))?.[0].length ?? 0
  const [whole = '', open, number = '', close, sign] = LETTERED.exec(text.slice(before)) ?? []
  const parts = numberParts(number)
  return parts === null || (open === undefined) !== (close === undefined)
    ? null
    : {...parts, number, length: before + whole.length, isApart: open !== undefined || sign !== undefined}
}

/** How many headings begin with a number of the same letters. */
function prefixesOf(all: readonly Pick<Written, 'lettered'>[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const {lettered} of all) if (lettered !== null) found.set(lettered.prefix, (found.get(lettered.prefix) ?? 0) + 1)
  return found
}

/** "AUTH-", "T". */
const IS_KEY = /^(?:[A-Z][A-Z\d][A-Z\d_-]{0,30}|[A-Z]{1,3})$/
/** One heading may begin with "SHA-256"; where more begin alike, or a sign sets it off, it is a number. */
const isNumber = (found: Lettered | null, prefixes: ReadonlyMap<string, number>): boolean =>
  found !== null && ((prefixes.get(found.prefix) ?? 0) > 1 || (found.isApart && IS_KEY.test(found.prefix)))

function wordsOf(text: string, lettered: Lettered | null): Pick<Heading, 'number' | 'words' | 'kind'> {
  if (lettered !== null) {
    const words = withoutStatus(text.slice(lettered.length))
    return {number: lettered.number, words, kind: readHeadingKind(words)}
  }
  const first = patterns().number.exec(beginningOf(text))
  // "2. Quartal 2027" numbers a quarter.
  const numbered = first?.[2] !== undefined && isCounted(text, first[0].length) ? null : first
  const words = withoutStatus(numbered === null ? text : text.slice(numbered[0].length))
  return {number: numbered?.[1] ?? numbered?.[2] ?? null, words, kind: readHeadingKind(words)}
}

/** Reads the rest: its period and its priority. `guessed` is the period of a heading that states none by itself. */
export const readHeading = kept(
  ({block, text, number, words, kind}: Heading, scale: PriorityScale, guessed: GuessedPeriod | null): Read<HeadingText> => {
    const assumed =
      guessed === null || guessed.from === 'settings'
        ? []
        : [problem('schedule/assumed-year', block, {heading: words, year: guessed.year, from: guessed.from})]
    const period = guessed?.period ?? (number === null ? readPeriod(words) : null)
    const isWork = kind === null && period === null
    const taken = takePriority(words, block, scale, isWork)
    const {id, rest} = taken.value
    const title = rest === '' ? words : rest
    if (isWork) return withProblem({kind: 'work', number, title, priority: id}, ...assumed, ...taken.problems)
    // The heading of a phase keeps its words; its priorities say which items it takes, not how urgent it is.
    const named = {number: null, title: withoutStatus(text), priority: null, work: {number, title, priority: id}}
    return withProblem(kind === null ? {kind: 'period', ...named, period: period as Period} : {kind, ...named, period}, ...assumed)
  },
)

/** The inline Markdown of a heading. */
export function rawHeading({lines}: HeadingBlock): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({text}) => text).join('\n')
}

/** The period that a heading states; null for one that states none. */
export function statedPeriod(text: HeadingText): Period | null {
  return text.kind === 'work' ? null : text.period
}

/** Whether a text says when with the number that it begins with, and says nothing of the kind without it. */
const isCounted = (text: string, length: number): boolean =>
  /^[1-4]\.\s.*(?:19|20|21)\d\d/u.test(text) && readPeriod(text)?.unit === 'date' && readPeriod(text.slice(length))?.unit !== 'date'

/** Whether a number is one of an item: "1.2" and "AUTH-7", but not "1". */
export function isItemNumber(number: string | null): boolean {
  return number !== null && (number.includes('.') || isLettered(number))
}

/** Whether a number has letters. Its heading may be a mere text ("FR-1" of a requirement) or a section, by what stands below it. */
export function isLettered(number: string | null): boolean {
  return number !== null && /^[A-Z]/.test(number)
}
