import type {Block, Markdown, Standing, TextLine, VerbatimBlock} from './blocks.ts'
import type {Node} from './library.ts'
import {textLines} from './text-lines.ts'

/** Nesting beyond this is an error: no reader can follow it, and other tools drop it silently. */
export const DEPTH_LIMIT = 100

const VERBATIM: Readonly<Record<string, VerbatimBlock['type']>> = {code_block: 'code', html_block: 'html', table: 'table'}

/** Where a document begins that is a part of a file: how many lines, blocks and lists stand before it. */
export interface Before {
  readonly lines: number
  readonly blocks: number
  readonly lists: number
}

/** The blocks of a document in the order of the file, how many lists they are, and where they nest too deep. Its tree is walked by its own links: the library's walker makes an object a step. `source` are the lines of the document. */
export function flatten(
  document: Node,
  source: readonly string[],
  before: Before,
): Pick<Markdown, 'blocks' | 'tooDeep'> & {readonly lists: number} {
  const found = new Flattened(source, before)
  let node = document._firstChild
  while (node !== null) {
    if (found.enter(node)) {
      if (node._firstChild !== null) {
        node = node._firstChild
        continue
      }
      found.leave(node)
    }
    while (node !== null && node._next === null) {
      node = node._parent
      if (node === document || node === null) return found
      found.leave(node)
    }
    node = node?._next ?? null
  }
  return found
}

class Flattened {
  readonly blocks: Block[] = []
  tooDeep: Markdown['tooDeep'] = null
  lists = 0
  private readonly source: readonly string[]
  private readonly before: Before
  /** The items around a node, by the index of their block, and the numbers of its lists: the innermost last. */
  private readonly items: number[] = []
  private readonly openLists: number[] = []
  private depth = 0

  constructor(source: readonly string[], before: Before) {
    this.source = source
    this.before = before
  }

  /** Adds what a node gives; true when its children are to be visited. */
  enter(node: Node): boolean {
    switch (node.type) {
      case 'list':
        this.openLists.push(this.before.lists + this.lists++)
        return true
      case 'item':
        this.addItem(node)
        break
      case 'block_quote':
        break
      default:
        this.addLeaf(node)
        return false
    }
    this.depth++
    if (this.depth > (this.tooDeep?.depth ?? DEPTH_LIMIT)) {
      const [line, column] = this.tooDeep === null ? node.sourcepos[0] : [this.tooDeep.line, this.tooDeep.column]
      this.tooDeep = {line, column, depth: this.depth}
    }
    return true
  }

  leave(node: Node): void {
    if (node.type === 'list') this.openLists.pop()
    else {
      this.depth--
      if (node.type === 'item') this.items.pop()
    }
  }

  private addItem(node: Node): void {
    const lead = leadOf(node)
    const lines = lead === null ? NO_LINES : textLines(lead, this.source, this.before.lines)
    const ordered = node._listData.type === 'ordered'
    const list = this.openLists[this.openLists.length - 1] as number
    const index = this.before.blocks + this.blocks.length
    this.blocks.push({type: 'item', ...this.standing(node), ordered, list, lines})
    this.items.push(index)
  }

  private addLeaf(node: Node): void {
    const {type} = node
    if (type === 'heading')
      this.blocks.push({type, ...this.standing(node), level: node.level, lines: textLines(node, this.source, this.before.lines)})
    else if (type === 'paragraph') {
      if (node.leads !== true || node._parent === null || leadOf(node._parent) !== node)
        this.blocks.push({type, ...this.standing(node), lines: textLines(node, this.source, this.before.lines)})
    } else {
      const verbatim = VERBATIM[type]
      if (verbatim === undefined) return
      this.blocks.push({
        type: verbatim,
        ...this.standing(node),
        closed: verbatim !== 'code' || isClosed(node, this.source, this.before.lines),
      })
    }
  }

  private standing({sourcepos: [start, end]}: Node): Standing {
    const item = this.items.length === 0 ? null : (this.items[this.items.length - 1] as number)
    return {line: start[0], column: start[1], endLine: end[0], depth: this.depth, item}
  }
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
function isClosed(code: Node, source: readonly string[], before: number): boolean {
  if (!code._isFenced) return true
  const [[first], [last]] = code.sourcepos
  const line = (source[last - 1 - before] ?? '').trimEnd()
  let at = line.length
  while (line[at - 1] === code._fenceChar) at--
  return last > first && line.length - at >= code._fenceLength && BEFORE_FENCE.test(line.slice(0, at))
}
