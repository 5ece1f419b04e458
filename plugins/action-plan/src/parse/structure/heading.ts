import {fold, lower, once, words as wordsOfCell} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {LETTERED_NUMBER, numberParts, type NumberParts} from '../../model/item-number.ts'
import type {Period} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import {collect, type Context} from '../context.ts'
import type {Block, HeadingBlock} from '../markdown/blocks.ts'
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
  const texts: {readonly block: HeadingBlock; readonly index: number; readonly anchor: string; readonly text: string}[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading') continue
    const raw = rawHeading(block)
    const plain = context.plain(raw)
    const anchor = anchors.next(plain)
    if (block.depth > 0) continue
    const at = ownAnchorAt(raw)
    texts.push({block, index, anchor, text: withoutBox(at === -1 ? plain : context.plain(raw.slice(0, at).trimEnd()))})
  }
  const prefixes = prefixesOf(texts.map(({text}) => text))
  return texts.map((one) => ({...one, ...wordsOf(one.text, prefixes)}))
}

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
function prefixesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const text of texts) {
    const prefix = letteredAt(text)?.prefix
    if (prefix !== undefined) found.set(prefix, (found.get(prefix) ?? 0) + 1)
  }
  return found
}

/** "AUTH-", "T". */
const IS_KEY = /^(?:[A-Z][A-Z\d][A-Z\d_-]{0,30}|[A-Z]{1,3})$/
/** One heading may begin with "SHA-256"; where more begin alike, or a sign sets it off, it is a number. */
function letteredNumber(text: string, prefixes: ReadonlyMap<string, number>): Lettered | null {
  const found = letteredAt(text)
  const isNumber = found !== null && ((prefixes.get(found.prefix) ?? 0) > 1 || (found.isApart && IS_KEY.test(found.prefix)))
  return isNumber ? found : null
}

function wordsOf(text: string, prefixes: ReadonlyMap<string, number>): Pick<Heading, 'number' | 'words' | 'kind'> {
  const lettered = letteredNumber(text, prefixes)
  if (lettered !== null) {
    const words = withoutStatus(text.slice(lettered.length))
    return {number: lettered.number, words, kind: readHeadingKind(words)}
  }
  const numbered = patterns().number.exec(beginningOf(text))
  const words = withoutStatus(numbered === null ? text : text.slice(numbered[0].length))
  return {number: numbered?.[1] ?? numbered?.[2] ?? null, words, kind: readHeadingKind(words)}
}

/** Reads the rest: its period and its priority. */
export function readHeading(
  {block, text, number, words, kind}: Heading,
  scale: PriorityScale,
  context: Context,
  guess: (words: string) => GuessedPeriod | null = () => null,
): HeadingText {
  const guessed = number === null ? guess(words) : null
  if (guessed !== null && guessed.from !== 'settings')
    context.report(problem('schedule/assumed-year', block, {heading: words, year: guessed.year, from: guessed.from}))
  const period = guessed?.period ?? (number === null ? readPeriod(words) : null)
  const isWork = kind === null && period === null
  const {id, rest} = isWork ? collect(takePriority(words, block, scale, true), context) : takePriority(words, block, scale).value
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

/** Whether a number is one of an item: "1.2" and "AUTH-7", but not "1". */
export function isItemNumber(number: string | null): boolean {
  return number !== null && (number.includes('.') || isLettered(number))
}

/** Whether a number has letters. Its heading may be a mere text ("FR-1" of a requirement) or a section, by what stands below it. */
export function isLettered(number: string | null): boolean {
  return number !== null && /^[A-Z]/.test(number)
}
