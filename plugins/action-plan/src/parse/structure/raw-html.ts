import type {Place} from '../../model/place.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import type {Block, Markdown, TextLine} from '../markdown/blocks.ts'

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
export function inspectHtml(markdown: Markdown, context: Context): void {
  // A definition of a link that may run: then every text may use it.
  const worth = markdown.lines.some((line) => line.includes(']:') && HIDES.test(line.slice(line.indexOf(']:')))) ? () => true : mayHold
  const found = markdown.blocks.flatMap((block) => htmlOf(block, markdown, worth))
  const tags = found.filter(({kind}) => kind === 'tag')
  const runs = found.filter(({kind, text}) => kind === 'address' || RUNS.test(text))
  const [first] = tags
  if (first !== undefined) context.report(problem('text/raw-html', first, {found: shown(first), count: tags.length}))
  const [code] = runs
  if (code !== undefined) context.report(problem('text/script', code, {found: shown(code), count: runs.length}))
}

const shown = ({text, kind}: Found): string => (kind === 'tag' ? `${/^<[A-Za-z0-9-]+/.exec(text)?.[0] ?? '<'}>` : `"${text.slice(0, 40)}"`)

function htmlOf(block: Block, {lines, html}: Markdown, worth: (text: string) => boolean): readonly Found[] {
  if (block.type === 'code') return []
  const own: readonly TextLine[] =
    'lines' in block
      ? block.lines
      : lines.slice(block.line - 1, block.endLine).map((text, index) => ({line: block.line + index, column: 1, text}))
  const text = own.map((line) => line.text).join('\n')
  if (block.type !== 'html' && !worth(text)) return []
  const parts =
    block.type === 'html' ? tagsOf(text) : html(text, worth).flatMap(({kind, text: part}) => (kind === 'tag' ? tagsOf(part) : [part]))
  const found: Found[] = []
  const placeAt = places(own)
  let [from, missed] = [0, 0]
  for (const part of parts) {
    const tag = part.startsWith('<')
    if (!tag && !RUNS.test(part)) continue
    const at = missed < MOST_MISSED ? text.indexOf(part, from) : -1
    found.push({...placeAt(at === -1 ? from : at), text: part, kind: tag ? 'tag' : 'address'})
    if (at === -1) missed++
    else from = at + part.length
  }
  return found
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
