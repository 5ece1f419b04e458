import {firstPart} from '../../model/text.ts'
import type {Place} from '../../model/place.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {kept} from '../kept.ts'
import type {Block, Markdown, TextLine} from '../markdown/blocks.ts'
import type {InlineHtml} from '../markdown/inline-text.ts'
import type {Passage} from '../markdown/passages.ts'

interface Found extends Place {
  /** A tag as it is written, or the address of a link. */
  readonly text: string
  readonly kind: 'tag' | 'address'
}

/** An opening tag. A name like `Component` is one of MDX, whose author chose it. */
const TAG = /<(?![A-Z][a-z])[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)[^<>]*>?/g
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
/** What a page runs: elements, handlers, addresses. */
const RUNS = /^<(?:script|iframe|object|embed)\b|[\s/"']on[a-z]+\s*=|(?:java|vb)script:|data:text\/html/i
const STARTS_TAG = /<[A-Za-z]/
/** An address that may run, or an entity that may hide one. */
const HIDES = /script:|data:|&/i
/** Addresses that the parser decoded stand otherwise in the text; more of them than these are not looked for. */
const MOST_MISSED = 20

/** Whether a text can hold a tag, or an address that runs. */
function mayHold(text: string): boolean {
  const tag = text.search(STARTS_TAG)
  return (tag !== -1 && text.includes('>', tag)) || HIDES.test(text)
}

/** Says where the plan is more than text: a page of a site that shows the file itself renders it. */
export function inspectHtml({lines, frontMatter, passages, html}: Markdown, context: Context): void {
  // A definition of a link that may run: then every text may use it.
  const worth = passages.some(definesRunning) || lines.slice(0, frontMatter?.length ?? 0).some(isRunning) ? always : mayHold
  const [tags, runs]: [Tally, Tally] = [NONE, NONE].map((none) => ({...none})) as [Tally, Tally]
  for (const passage of passages) {
    const own = tally(passage, html, worth)
    addUp(tags, own.tags)
    addUp(runs, own.runs)
  }
  if (tags.first !== null) context.report(problem('text/raw-html', tags.first, {found: shown(tags.first), count: tags.count}))
  if (runs.first !== null) context.report(problem('text/script', runs.first, {found: shown(runs.first), count: runs.count}))
}

const always = (): boolean => true
const isRunning = (line: string): boolean => line.includes(']:') && HIDES.test(line.slice(line.indexOf(']:')))
const definesRunning = kept(({lines}: Passage): boolean => lines.some(isRunning))

/** What of a passage is HTML, and what runs. */
const tally = kept(
  (passage: Passage, html: Markdown['html'], worth: (text: string) => boolean): {readonly tags: Tally; readonly runs: Tally} => {
    const found = {tags: {...NONE}, runs: {...NONE}}
    for (const block of passage.blocks) {
      for (const {text, kind, place} of htmlOf(block, passage, html, worth)) {
        if (kind === 'tag') add(found.tags, text, kind, place)
        if (kind === 'address' || RUNS.test(text)) add(found.runs, text, kind, place)
      }
    }
    return found
  },
)

/** How many there are, and the first. A text of millions is counted, not kept. */
interface Tally {
  count: number
  first: Found | null
}

const NONE: Tally = {count: 0, first: null}

function addUp(all: Tally, {count, first}: Tally): void {
  all.count += count
  all.first ??= first
}

function add(tally: Tally, text: string, kind: Found['kind'], place: () => Place): void {
  tally.count++
  tally.first ??= {...place(), text, kind}
}

const shown = ({text, kind}: Found): string =>
  kind === 'tag' ? `${/^<[A-Za-z0-9-]+/.exec(text)?.[0] ?? '<'}>` : `"${firstPart(text, 40)}"`

interface Part {
  readonly text: string
  readonly kind: Found['kind']
  /** Where it stands; asked for before the next part is. */
  readonly place: () => Place
}

function* htmlOf(block: Block, {lines, before}: Passage, html: Markdown['html'], worth: (text: string) => boolean): Generator<Part> {
  if (block.type === 'code') return
  const own: readonly TextLine[] =
    'lines' in block
      ? block.lines
      : lines
          .slice(block.line - 1 - before.lines, block.endLine - before.lines)
          .map((text, index) => ({line: block.line + index, column: 1, text}))
  const text = own.map((line) => line.text).join('\n')
  if (block.type !== 'html' && !worth(text)) return
  const placeAt = places(own)
  let [from, missed] = [0, 0]
  for (const part of block.type === 'html' ? tagsOf(text) : inlineParts(html(text, worth))) {
    const kind = part.startsWith('<') ? 'tag' : 'address'
    if (kind === 'address' && !RUNS.test(part)) continue
    const at = missed < MOST_MISSED ? text.indexOf(part, from) : -1
    const offset = at === -1 ? from : at
    yield {text: part, kind, place: () => placeAt(offset)}
    if (at === -1) missed++
    else from = at + part.length
  }
}

function* inlineParts(found: readonly InlineHtml[]): Generator<string> {
  for (const {kind, text} of found)
    if (kind === 'tag') yield* tagsOf(text)
    else yield text
}

function tagsOf(html: string): readonly string[] {
  return html.replace(COMMENT, (comment) => ' '.repeat(comment.length)).match(TAG) ?? []
}

/** Gives where an offset of joined lines stands in the file. Offsets are asked for in their order: each line is passed once. */
function places(lines: readonly TextLine[]): (offset: number) => Place {
  let [index, start] = [0, 0]
  return (offset) => {
    let at = lines[index]
    while (at !== undefined && index + 1 < lines.length && offset - start > at.text.length) {
      start += at.text.length + 1
      at = lines[++index]
    }
    return {line: at?.line ?? 1, column: (at?.column ?? 1) + offset - start}
  }
}
