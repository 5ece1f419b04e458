import {newNode, newParser, type BlockParser, type BlockStart, type Node} from './library.ts'
import {BLOCKS} from './block-kinds.ts'
import {startBreak} from './break-start.ts'
import {inlineParser} from './inline-parser.ts'
import {footnoteAt, startFootnote} from './footnote.ts'
import {startHeading} from './heading-start.ts'
import {startHtml} from './html-start.ts'
import {refuseDeep, refuseItem} from './list-start.ts'
import {startTable} from './table.ts'

/** The library's own, which those of this file call. */
const library = newParser()

/** Where the library's table of block starts has those that are replaced. */
const HEADING_START = 1
const HTML_START = 3
const BREAK_START = 5

const BLOCK_STARTS: readonly BlockStart[] = [
  refuseDeep,
  refuseItem,
  startFootnote,
  ...library.blockStarts.map((start, index) =>
    index === HEADING_START ? startHeading : index === HTML_START ? startHtml(start) : index === BREAK_START ? startBreak(start) : start,
  ),
]

/** The library's parser, reading blocks only, with tables and footnotes. */
export function blockParser(): BlockParser {
  return Object.assign(newParser(), {
    // Named, not only imported: a bundler may leave out a module of which nothing is used.
    blocks: BLOCKS,
    blockStarts: BLOCK_STARTS,
    inlineParser,
    processInlines: () => undefined,
    incorporateLine,
    findNextNonspace,
    addChild,
    addLine,
  })
}

/** How much a text holds: its headings, and what the library makes blocks of. A task is two of them, its bullet and its text. */
export interface Size {
  readonly headings: number
  readonly blocks: number
}

/** Lines of a file that were read as a document of their own. */
export interface ReadDocument {
  readonly document: Node
  /** Its last block would go on with whatever follows. */
  readonly open: boolean
  readonly definitions: Readonly<Record<string, unknown>>
  readonly size: Size
  /** How many of the lines were read. */
  readonly read: number
}

/** Reads lines of a file as a document of its own, `before` lines behind the file's first. Once they hold more than there is `room` for, no line more is read. */
export function readDocument(parser: BlockParser, lines: readonly string[], before: number, room: Size): ReadDocument {
  const document = newNode('document', [
    [1, 1],
    [0, 0],
  ])
  Object.assign(parser, AT_START)
  parser.doc = parser.tip = parser.lastMatchedContainer = document
  parser.refmap = {}
  parser.lineNumber = before
  let [read, headings, heading] = [0, 0, document]
  for (const line of lines) {
    if (headings > room.headings || parser.made > room.blocks) break
    parser.incorporateLine(line)
    read++
    const tip: Node = parser.tip
    if (tip.type !== 'heading' || tip === heading) continue
    headings++
    heading = tip
  }
  const last = document._lastChild
  const open = last?._open === true && (last.type === 'html_block' || last._isFenced)
  for (let tip: Node | null = parser.tip; tip !== null; tip = parser.tip as Node | null) parser.finalize(tip, before + read)
  return {document, open, definitions: parser.refmap, size: {headings, blocks: parser.made}, read}
}

/** What is known of the lines before is nothing. */
const AT_START = {
  lastLineLength: 0,
  offset: 0,
  column: 0,
  currentLine: '',
  startsOf: undefined,
  interrupts: undefined,
  pierces: undefined,
  opensOn: undefined,
  noBreak: undefined,
  lastLine: undefined,
  afterBlank: undefined,
  scanned: undefined,
  made: 0,
}

const BLANK = /^[ \t]*$/

/** An empty line goes through all open lists; one after another changes nothing any more, but for the text of code and HTML. */
function incorporateLine(this: BlockParser, line: string): void {
  const isBlank = line === '' || ((line[0] === ' ' || line[0] === '\t') && BLANK.test(line))
  if (isBlank && this.afterBlank === true && this.blocks[this.tip.type]?.acceptsLines !== true) this.lineNumber++
  else library.incorporateLine.call(this, line)
  this.afterBlank = isBlank
}

function findNextNonspace(this: BlockParser): void {
  if (this.lineNumber === this.scanned && this.offset <= this.nextNonspace) {
    // Deep lists ask again and again: the next character is where it was, only the indent left has changed.
    this.indent = this.nextNonspaceColumn - this.column
    this.indented = this.indent >= 4
  } else library.findNextNonspace.call(this)
  this.scanned = this.lineNumber
  // The library skips block starts on lines whose first character it knows to start none; "indented" lines it always tries.
  if (!this.indented && footnoteAt(this) > 0) this.indented = true
}

/** What nodes hold that are no lists and no items: the library makes an object for each. */
const NO_LIST = {}

function addChild(this: BlockParser, type: string, offset: number): Node {
  const node = library.addChild.call(this, type === 'paragraph' && this.tip.type === 'table' ? 'row' : type, offset)
  node._listData = NO_LIST
  this.made++
  const around = node._parent
  if (node.type === 'paragraph' && around?.type === 'item') node.leads = leads(this, node, around)
  else if (node.type === 'item') node.trails = /[ \t]$/.test(this.currentLine)
  else if (node.type === 'code_block') node.codeLeads = this.indented && (this.pierces !== true || this.opensOn === this.lineNumber)
  const isContainer = node.type === 'item' || node.type === 'block_quote'
  if (isContainer || node.type === 'list') node.depth = (around?.depth ?? 0) + (isContainer ? 1 : 0)
  if (isContainer) this.opensOn = this.lineNumber
  return node
}

/** Whether a new paragraph is the first thing in its item. */
function leads(parser: BlockParser, paragraph: Node, item: Node): boolean {
  if (item._firstChild === paragraph) return item.sourcepos[0][0] === parser.lineNumber || (parser.indent === 0 && item.trails !== true)
  // Behind an item that holds nothing, remark takes it for the text of the item around both.
  const empty = emptyItem(item)
  return parser.indent === 0 && empty?.sourcepos[0][0] === parser.lineNumber - 1 && empty.trails !== true
}

function addLine(this: BlockParser): void {
  const {tip} = this
  const isLazy = !this.allClosed
  // "[" and "]" on two lines are a box only without white space between them.
  if (tip.leads === true && this.indent > 0 && tip._string_content === '[\n') tip.leads = false
  const at = tip._string_content.length
  const text = this.currentLine.slice(this.offset)
  library.addLine.call(this)
  if (tip.type === 'code_block' && !this.blank && tip.sourcepos[0][0] < this.lineNumber) tip.codeLeads = true
  if (tip.type !== 'paragraph') return
  if (!isLazy) startTable(this, tip)
  this.lastLine = {paragraph: tip, at, text, indent: this.indent}
}

/** The innermost item of the list that opens an item, where nothing stands in it yet. */
function emptyItem(around: Node): Node | null {
  let item: Node | null = around._firstChild?._lastChild ?? null
  while (item?._firstChild?.type === 'list') item = item._firstChild._lastChild
  return item?.type === 'item' && item._firstChild === null ? item : null
}
