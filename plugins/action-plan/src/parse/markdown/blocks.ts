import {blockParser, inlineHtml, type InlineHtml, type Node} from './library.ts'
import {plain} from './inline.ts'

/** A line of a block's text; `line` and `column` are 1-based and those of the file. */
export interface TextLine {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** Where a block stands: `depth` counts the lists, quotes and footnotes around it; `item` is the index of the innermost list item. */
interface Standing {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly depth: number
  readonly item: number | null
}

export interface HeadingBlock extends Standing {
  readonly type: 'heading'
  readonly level: number
  readonly lines: readonly TextLine[]
}
export interface ParagraphBlock extends Standing {
  readonly type: 'paragraph'
  readonly lines: readonly TextLine[]
}
/** A list item. `lines` is its first paragraph when that is the first thing in it, else empty. `list` numbers the lists. */
export interface ItemBlock extends Standing {
  readonly type: 'item'
  readonly ordered: boolean
  readonly list: number
  readonly lines: readonly TextLine[]
}
export interface VerbatimBlock extends Standing {
  readonly type: 'code' | 'html' | 'table'
  /** Code only: false for a fence that the file never closes. */
  readonly closed: boolean
}
export type Block = HeadingBlock | ParagraphBlock | ItemBlock | VerbatimBlock

export interface Markdown {
  readonly blocks: readonly Block[]
  /** Lists, quotes and footnotes inside each other, at most; and where that is first reached beyond `limit`. */
  readonly tooDeep: {readonly line: number; readonly column: number; readonly depth: number} | null
  /** The text between the front matter's fences, the line it starts on, and how many lines it takes with its fences; null without front matter. */
  readonly frontMatter: {readonly text: string; readonly line: number; readonly closed: boolean; readonly length: number} | null
  /** The file's lines, without their ends. */
  readonly lines: readonly string[]
  /** Inline Markdown as plain text: markup removed, HTML shown as it is written, white space folded. */
  plain(raw: string): string
  /** The HTML and the addresses of links in inline Markdown, in its order. */
  html(raw: string): readonly InlineHtml[]
  /** True when the file defines a link of that label. */
  isLink(label: string): boolean
}

/** Nesting beyond this is an error: no reader can follow it, and other tools drop it silently. */
export const DEPTH_LIMIT = 100

const LINE_ENDING = /\r\n|\n|\r/
const FENCE = /^---[ \t]*$/

/** Reads Markdown (CommonMark with GitHub's tables and footnotes, YAML front matter) as blocks in the order of the file. Never throws. */
export function readMarkdown(text: string): Markdown {
  const lines = text.split(LINE_ENDING)
  const frontMatter = frontMatterOf(lines)
  const body = frontMatter === null ? text : '\n'.repeat(frontMatter.length) + lines.slice(frontMatter.length).join('\n')
  const parser = blockParser()
  const {blocks, tooDeep} = flatten(parser.parse(body), lines)
  return {
    blocks,
    tooDeep,
    frontMatter,
    lines,
    plain: (raw) => plain(raw, parser.refmap),
    html: (raw) => inlineHtml(raw, parser.refmap),
    isLink: (label) => parser.refmap[label.trim().toLowerCase().toUpperCase()] !== undefined,
  }
}

/** What leads a text between two fences. Without its closing fence it takes the whole file: so remark reads it. */
function frontMatterOf(lines: readonly string[]): Markdown['frontMatter'] {
  if (!FENCE.test(lines[0] ?? '')) return null
  const fence = lines.findIndex((line, index) => index > 0 && FENCE.test(line))
  const close = fence === -1 ? lines.length : fence
  return {text: lines.slice(1, close).join('\n'), line: 2, closed: fence !== -1, length: close + 1}
}

/** The front matter alone, without a look at what follows it. */
export const readFrontMatter = (text: string): Markdown['frontMatter'] => frontMatterOf(text.split(LINE_ENDING))

const VERBATIM: Readonly<Record<string, VerbatimBlock['type']>> = {code_block: 'code', html_block: 'html', table: 'table'}

/** Walks the tree by its own links: the library's walker makes an object a step. */
function flatten(document: Node, source: readonly string[]): Pick<Markdown, 'blocks' | 'tooDeep'> {
  const blocks: Block[] = []
  const items: number[] = []
  const listOf: number[] = []
  let depth = 0
  let lists = 0
  let tooDeep: Markdown['tooDeep'] = null

  /** Adds what `node` gives; true when its children are to be visited. */
  const enter = (node: Node): boolean => {
    const [[line, column], [endLine]] = node.sourcepos
    const item = items.length === 0 ? null : (items[items.length - 1] as number)
    switch (node.type) {
      case 'list':
        listOf.push(lists++)
        return true
      case 'item': {
        const lead = leadOf(node)
        const lines = lead === null ? NO_LINES : textLines(lead, source)
        items.push(blocks.length)
        blocks.push({
          type: 'item',
          line,
          column,
          endLine,
          depth,
          item,
          ordered: node._listData.type === 'ordered',
          list: listOf[listOf.length - 1] as number,
          lines,
        })
        break
      }
      case 'block_quote':
        break
      case 'heading':
        blocks.push({type: 'heading', line, column, endLine, depth, item, level: node.level, lines: textLines(node, source)})
        return false
      case 'paragraph':
        if (node.leads !== true || node._parent === null || leadOf(node._parent) !== node)
          blocks.push({type: 'paragraph', line, column, endLine, depth, item, lines: textLines(node, source)})
        return false
      default: {
        const type = VERBATIM[node.type]
        if (type !== undefined) blocks.push({type, line, column, endLine, depth, item, closed: type !== 'code' || isClosed(node, source)})
        return false
      }
    }
    depth++
    if (depth > (tooDeep?.depth ?? DEPTH_LIMIT)) tooDeep = {line: tooDeep?.line ?? line, column: tooDeep?.column ?? column, depth}
    return true
  }
  const leave = (node: Node): void => {
    if (node.type === 'list') listOf.pop()
    else {
      depth--
      if (node.type === 'item') items.pop()
    }
  }

  let node = document._firstChild
  while (node !== null) {
    if (enter(node)) {
      if (node._firstChild !== null) {
        node = node._firstChild
        continue
      }
      leave(node)
    }
    while (node !== null && node._next === null) {
      node = node._parent
      if (node === document || node === null) return {blocks, tooDeep}
      leave(node)
    }
    node = node?._next ?? null
  }
  return {blocks, tooDeep}
}

/** The paragraph that is the text of an item: its first, at most behind a list that holds nothing. */
function leadOf({_firstChild: first}: Node): Node | null {
  if (first === null) return null
  const lead = first.type === 'list' ? first._next : first
  return lead?.leads === true ? lead : null
}

const NO_LINES: readonly TextLine[] = []

/** What may stand before a closing fence: what holds the code. */
const BEFORE_FENCE = /^(?:[ \t>]|[-*+] |\d+[.)] )*$/

/** False when a fence runs to the end of what holds it without its closing line. */
function isClosed(code: Node, source: readonly string[]): boolean {
  if (!code._isFenced) return true
  const [[first], [last]] = code.sourcepos
  const line = (source[last - 1] ?? '').trimEnd()
  let at = line.length
  while (line[at - 1] === code._fenceChar) at--
  return last > first && line.length - at >= code._fenceLength && BEFORE_FENCE.test(line.slice(0, at))
}

const BRACKET = {text: '['}
const withoutIndent = (text: string): string => (text[0] === ' ' || text[0] === '\t' ? text.replace(/^[ \t]+/, '') : text)

/** The text of a paragraph or heading by lines, each with the place of its first character behind the indent. */
function textLines(node: Node, source: readonly string[]): TextLine[] {
  const content = node._string_content
  const first = node.sourcepos[0][0]
  const isHeading = node.type === 'heading'
  const lines: TextLine[] = []
  for (let from = 0; from < content.length || lines.length === 0;) {
    const newline = content.indexOf('\n', from)
    const to = newline === -1 ? content.length : newline
    const raw = content.slice(from, to)
    // Before a box only what Markdown takes for white space is left out: behind another space, such as U+00A0, none is seen.
    const text = isHeading ? raw.trim() : node.leads === true && (lines[0] ?? BRACKET).text === '[' ? withoutIndent(raw) : raw.trimStart()
    const line = first + lines.length
    const whole = source[line - 1] ?? ''
    // A heading's text loses its closing #s; everything else ends where the line does.
    const at = isHeading ? whole.indexOf(text) : whole.length - text.length
    lines.push({line, column: at < 0 ? 1 : at + 1, text})
    from = to + 1
  }
  return lines
}
