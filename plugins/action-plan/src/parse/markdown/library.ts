// The one door to the Markdown library, commonmark.js: nothing else imports it.
//
// It reads blocks in linear time and without recursion, so depth and length have no cliff. Two block kinds of GitHub's
// dialect are added to it here, as its own tables of blocks and block starts allow: tables and footnote definitions; and
// where remark-gfm, the oracle of the tests, departs from it, that is followed and said.
import {Node as LibraryNode, Parser} from 'commonmark'

/** What the door needs of the library's nodes beyond its published types. */
export interface Node {
  readonly type: string
  readonly level: number
  readonly sourcepos: [[number, number], [number, number]]
  readonly _parent: Node | null
  readonly _firstChild: Node | null
  readonly _lastChild: Node | null
  readonly _next: Node | null
  readonly _listData: {type: 'bullet' | 'ordered'}
  readonly _isFenced: boolean
  readonly _fenceChar: string
  readonly _fenceLength: number
  _htmlBlockType: number
  _open: boolean
  /** Ours: this paragraph was the first thing in its list item when it was read (a definition may have stood in it). */
  leads?: boolean
  footnote?: boolean
  lastIndent?: number
  /** Ours: indented code that began in the containers of the line before it. */
  codeLeads?: boolean
  /** Ours: white space after an empty item's marker. */
  trails?: boolean
  /** Ours: items, quotes and footnotes around it, itself counted. */
  depth?: number
  /** Ours: the last line of a paragraph, and where it starts in its text. */
  last?: {readonly at: number; readonly text: string}
  _string_content: string
  insertAfter(node: Node): void
  unlink(): void
}
interface BlockKind {
  continue(parser: BlockParser, container: Node): 0 | 1 | 2
  finalize(parser: BlockParser, block: Node): void
  canContain(type: string): boolean
  acceptsLines: boolean
}
type BlockStart = (parser: BlockParser, container: Node) => 0 | 1 | 2
export interface BlockParser {
  blocks: Record<string, BlockKind>
  blockStarts: BlockStart[]
  tip: Node
  oldtip: Node
  lastMatchedContainer: Node
  allClosed: boolean
  blank: boolean
  indent: number
  indented: boolean
  offset: number
  column: number
  nextNonspace: number
  nextNonspaceColumn: number
  lineNumber: number
  currentLine: string
  /** Ours: the last line whose block starts were tried, and whether it interrupts a paragraph or indented code. */
  startsOf?: number
  interrupts?: boolean
  /** Ours: some container of the line before is not continued on it. */
  pierces?: boolean
  /** Ours: the last line on which a container began. */
  opensOn?: number
  /** Ours: before which offset of which line a run of which character makes no thematic break. */
  noBreak?: {readonly line: number; readonly before: number; readonly char: string}
  incorporateLine(line: string): void
  parse(text: string): Node
  addLine(): void
  addChild(type: string, offset: number): Node
  advanceOffset(count: number, columns: boolean): void
  advanceNextNonspace(): void
  findNextNonspace(): void
  closeUnmatchedBlocks(): void
  processInlines(block: Node): void
  readonly refmap: Readonly<Record<string, unknown>>
  readonly inlineParser: {
    refmap: unknown
    readonly subject: string
    pos: number
    parseLinkDestination(): string | null
    /** Ours: by what ends a tag, the text in which it comes no more. */
    absent?: Record<string, string>
    parse(block: Node): void
    parseHtmlTag(block: Node): boolean
  }
}

/** A label of a footnote has no more characters than a label of a link. */
const FOOTNOTE = /^\[\^(?:[^[\]\\ \t]|\\[[\]\\]|\\(?![[\]\\])){1,999}\]:/
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

/** Cells of a table's header row; a lone pipe has none. */
function headerCells(row: string): number {
  let cells = 0
  let open = !row.startsWith('|')
  let weight = open ? 1 : 0
  for (let i = 0; i < row.length; i++) {
    const char = row[i]
    if (char === ' ' || char === '\t') continue
    weight++
    if (open) {
      open = false
      cells++
    }
    if (char === '|') open = true
    else if (char === '\\' && (row[i + 1] === '\\' || row[i + 1] === '|')) i++
  }
  return weight > 1 ? cells : 0
}

function delimiterCells(row: string): number {
  return DELIMITER_ROW.test(row) && /[:|]/.test(row) ? row.split('|').filter((cell) => cell.trim() !== '').length : 0
}

const BLANK = /^[ \t]*$/
const nothing = (): void => undefined

/** The library's own tables, extended once: its loop consults them by the type of the block. */
const library = new Parser() as unknown as BlockParser
const quote = {...library.blocks.block_quote} as BlockKind
Object.assign(library.blocks, {
  // Whether lists are tight is not asked here: to find out costs what all their items cost, at every depth.
  list: {
    ...(library.blocks.list as BlockKind),
    finalize: (_, {sourcepos, _lastChild: last}) => {
      if (last !== null) sourcepos[1] = last.sourcepos[1]
    },
  },
  table: {continue: (parser) => (parser.blank ? 1 : 0), finalize: nothing, canContain: (type) => type === 'row', acceptsLines: false},
  row: {continue: () => 1, finalize: nothing, canContain: () => false, acceptsLines: true},
  // A footnote definition is a container like a quote; as one, the library's walker goes into it.
  block_quote: {
    ...quote,
    continue: (parser, container) => {
      if (container.footnote !== true) return quote.continue(parser, container)
      if (parser.blank) parser.advanceNextNonspace()
      else if (parser.indent >= 4) parser.advanceOffset(4, true)
      // remark takes the indent of a footnote around this one for its own.
      else if (parser.indent > 0 || container._parent?.footnote !== true) return 1
      return 0
    },
  },
} satisfies Record<string, BlockKind>)

const startFootnote: BlockStart = (parser) => {
  const label = footnoteAt(parser)
  if (label === 0) return 0
  parser.advanceNextNonspace()
  parser.advanceOffset(label, false)
  parser.closeUnmatchedBlocks()
  parser.addChild('block_quote', parser.nextNonspace).footnote = true
  parser.findNextNonspace()
  parser.advanceNextNonspace()
  return 1
}

/**
 * Where a line interrupts a paragraph or indented code, no empty item and no number but 1 may start a list on it:
 * as the library has it for the paragraph itself, and remark for the whole line and for code too.
 */
const refuseItem: BlockStart = (parser, container) => {
  const {oldtip, lastMatchedContainer: matched} = parser
  if (parser.lineNumber !== parser.startsOf) {
    parser.startsOf = parser.lineNumber
    parser.pierces =
      oldtip.type === 'list' ||
      (matched !== oldtip && (matched !== oldtip._parent || oldtip.type === 'item' || oldtip.type === 'block_quote'))
    parser.interrupts = oldtip.type === 'paragraph' ? matched === oldtip : oldtip.codeLeads === true && matched === oldtip._parent
  }
  if (!parser.interrupts || parser.indented || container.type === 'paragraph') return 0
  if (!/^(?:[-*+]|\d{1,9}[.)])[ \t]*$|^(?!1[.)])\d{1,9}[.)](?=[ \t])/.test(parser.currentLine.slice(parser.nextNonspace))) return 0
  parser.closeUnmatchedBlocks()
  parser.advanceNextNonspace()
  parser.addChild('paragraph', parser.offset)
  return 2
}

/**
 * In so many items and quotes no other begins: what looks like one is text. remark overflows its stack there; a plan has
 * had its error at the hundredth. Without it a line of bullets takes more memory than time.
 */
const DEEPEST = 10_000

const refuseDeep: BlockStart = (parser, container) => {
  if (container.type === 'paragraph' || (container.depth ?? 0) < DEEPEST || parser.blank) return 0
  parser.closeUnmatchedBlocks()
  parser.advanceNextNonspace()
  parser.addChild('paragraph', parser.offset)
  return 2
}

const HEADING_START = 1
const HTML_START = 3
const BREAK_START = 5
const LONE_TAG = 7
/** A tag's name ends at a space, but at none of Unicode's. */
const ODD_NAME = /^<\/?[a-z][a-z\d]*[^\S \t]/i
/** Whether a line that the library takes for a lone tag is one to remark: only spaces and tabs stand in it, but for its quotes, and behind it. */
const isLoneTag = (line: string): boolean =>
  line[blankFrom(line, line.length) - 1] === '>' && !/[^\S \t]/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))

/**
 * On a lazy line a lone tag ends the paragraph, and is HTML where the paragraph was (so remark; the library would go on
 * with the paragraph). Behind it only spaces and tabs may stand, none of Unicode's spaces.
 */
function startHtml(start: BlockStart): BlockStart {
  return (parser, container) => {
    if (parser.indented || parser.currentLine[parser.nextNonspace] !== '<') return 0
    const {blank, closeUnmatchedBlocks, addChild} = parser
    const lazy = !blank && !parser.allClosed && parser.tip.type === 'paragraph'
    const found: Pick<Node, '_htmlBlockType'> = {_htmlBlockType: 0}
    // What the library would begin, before it closes what it should not.
    Object.assign(parser, {blank: true, closeUnmatchedBlocks: nothing, addChild: () => found})
    const result = start(parser, container)
    Object.assign(parser, {blank, closeUnmatchedBlocks, addChild})
    const type = found._htmlBlockType
    if (result !== 2 || (type === LONE_TAG && !isLoneTag(parser.currentLine))) return 0
    if (ODD_NAME.test(parser.currentLine.slice(parser.nextNonspace))) return 0
    if (lazy && type === LONE_TAG) parser.allClosed = true
    else if (type === LONE_TAG && container.type === 'paragraph') return 0
    parser.closeUnmatchedBlocks()
    parser.addChild('html_block', parser.offset)._htmlBlockType = type
    return 2
  }
}

/** The library's, whose patterns for the closing number signs take the square of a long run of spaces. */
const startHeading: BlockStart = (parser) => {
  if (parser.indented) return 0
  const marker = /^(#{1,6})(?:[ \t]+|$)/.exec(parser.currentLine.slice(parser.nextNonspace))
  if (marker === null) return 0
  parser.advanceNextNonspace()
  parser.advanceOffset(marker[0].length, false)
  parser.closeUnmatchedBlocks()
  const heading = parser.addChild('heading', parser.nextNonspace) as {-readonly [Key in keyof Node]: Node[Key]}
  heading.level = (marker[1] as string).length
  heading._string_content = withoutClosing(parser.currentLine.slice(parser.offset))
  parser.advanceOffset(parser.currentLine.length - parser.offset, false)
  return 2
}

/** A heading's text without its closing number signs. */
function withoutClosing(text: string): string {
  const end = blankFrom(text, text.length)
  let signs = end
  while (text[signs - 1] === '#') signs--
  if (signs === end) return text
  const words = blankFrom(text, signs)
  return signs === 0 || words < signs ? text.slice(0, words) : text
}

/** Where the spaces and tabs begin that stand before an offset. */
function blankFrom(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--
  return at
}

/** Bullets on one line look like the start of a thematic break, each again: what was found of the first holds for those after it. */
function startBreak(start: BlockStart): BlockStart {
  return (parser, container) => {
    const {currentLine: line, nextNonspace: from, lineNumber, noBreak} = parser
    const char = line[from] ?? ''
    if (parser.indented || !(char === '-' || char === '*' || char === '_')) return 0
    if (noBreak?.line === lineNumber && noBreak.char === char && from < noBreak.before) return 0
    let at = from
    while (at < line.length && (line[at] === char || line[at] === ' ' || line[at] === '\t')) at++
    if (at === line.length) return start(parser, container)
    parser.noBreak = {line: lineNumber, before: at, char}
    return 0
  }
}

function footnoteAt(parser: BlockParser): number {
  if (parser.indent >= 4 || parser.currentLine[parser.nextNonspace] !== '[') return 0
  return FOOTNOTE.exec(parser.currentLine.slice(parser.nextNonspace))?.[0].length ?? 0
}

/** The library's parser, reading blocks only, with tables and footnotes. */
export function blockParser(): BlockParser {
  const parser = new Parser() as unknown as BlockParser
  const {addLine, addChild, findNextNonspace, incorporateLine} = parser
  parser.blockStarts = [
    refuseDeep,
    refuseItem,
    startFootnote,
    ...parser.blockStarts.map((start, index) =>
      index === HEADING_START ? startHeading : index === HTML_START ? startHtml(start) : index === BREAK_START ? startBreak(start) : start,
    ),
  ]
  parser.processInlines = nothing
  // An empty line goes through all open lists; one after another changes nothing any more, but for the text of code and HTML.
  let afterBlank = false
  parser.incorporateLine = (line) => {
    const isBlank = line === '' || ((line[0] === ' ' || line[0] === '\t') && BLANK.test(line))
    if (isBlank && afterBlank && parser.blocks[parser.tip.type]?.acceptsLines !== true) parser.lineNumber++
    else incorporateLine.call(parser, line)
    afterBlank = isBlank
  }
  let scanned = 0
  parser.findNextNonspace = () => {
    if (parser.lineNumber === scanned && parser.offset <= parser.nextNonspace) {
      // Deep lists ask again and again: the next character is where it was, only the indent left has changed.
      parser.indent = parser.nextNonspaceColumn - parser.column
      parser.indented = parser.indent >= 4
    } else findNextNonspace.call(parser)
    scanned = parser.lineNumber
    // The library skips block starts on lines whose first character it knows to start none; "indented" lines it always tries.
    if (!parser.indented && footnoteAt(parser) > 0) parser.indented = true
  }
  parser.addChild = (type, offset) => {
    const node = addChild.call(parser, type === 'paragraph' && parser.tip.type === 'table' ? 'row' : type, offset)
    if (node.type === 'paragraph' && node._parent?.type === 'item' && node._parent._firstChild === node) {
      node.leads = node._parent.sourcepos[0][0] === parser.lineNumber || (parser.indent === 0 && node._parent.trails !== true)
    } else if (node.type === 'paragraph' && node._parent?.type === 'item') {
      // Behind an item that holds nothing, remark takes it for the text of the item around both.
      const empty = emptyItem(node._parent)
      node.leads = parser.indent === 0 && empty?.sourcepos[0][0] === parser.lineNumber - 1 && empty.trails !== true
    } else if (node.type === 'item') node.trails = /[ \t]$/.test(parser.currentLine)
    else if (node.type === 'code_block')
      node.codeLeads = parser.indented && (parser.pierces !== true || parser.opensOn === parser.lineNumber)
    const isContainer = node.type === 'item' || node.type === 'block_quote'
    node.depth = (node._parent?.depth ?? 0) + (isContainer ? 1 : 0)
    if (isContainer) parser.opensOn = parser.lineNumber
    return node
  }
  parser.addLine = () => {
    const lazy = !parser.allClosed
    const {tip} = parser
    // "[" and "]" on two lines are a box only without white space between them.
    if (tip.leads === true && parser.indent > 0 && tip._string_content === '[\n') tip.leads = false
    const at = tip._string_content.length
    const text = parser.currentLine.slice(parser.offset)
    addLine.call(parser)
    if (tip.type === 'code_block' && !parser.blank && tip.sourcepos[0][0] < parser.lineNumber) tip.codeLeads = true
    if (tip.type !== 'paragraph') return
    if (!lazy) startTable(parser, tip)
    tip.last = {at, text}
    tip.lastIndent = parser.indent
  }
  return parser
}

/** The innermost item of the list that opens an item, where nothing stands in it yet. */
function emptyItem(around: Node): Node | null {
  let item: Node | null = around._firstChild?._lastChild ?? null
  while (item?._firstChild?.type === 'list') item = item._firstChild._lastChild
  return item?.type === 'item' && item._firstChild === null ? item : null
}

/** Turns a paragraph whose last two lines are a header and its delimiter row into a table (what stood before stays a paragraph). */
function startTable(parser: BlockParser, paragraph: Node): void {
  if (parser.indent >= 4) return
  const delimiter = parser.currentLine.slice(parser.nextNonspace)
  const first = delimiter.charCodeAt(0)
  if (first !== 0x7c && first !== 0x2d && first !== 0x3a) return
  const cells = delimiterCells(delimiter)
  if (cells === 0) return
  const header = paragraph.last
  if (header === undefined || (header.at > 0 && (paragraph.lastIndent ?? 0) >= 4) || headerCells(header.text) !== cells) return
  const table = new LibraryNode('table' as never, [
    [parser.lineNumber - 1, paragraph.sourcepos[0][1]],
    [parser.lineNumber, 0],
  ]) as unknown as Node
  paragraph.insertAfter(table)
  paragraph._string_content = paragraph._string_content.slice(0, header.at)
  paragraph._open = false
  paragraph.sourcepos[1] = [parser.lineNumber - 2, 0]
  if (header.at === 0) paragraph.unlink()
  parser.tip = table
}

const inline = blockParser().inlineParser
const {parseHtmlTag, parseLinkDestination} = inline
/** What ends a tag that starts in one of these ways. Where it comes no more, no tag begins: the library looks for it to the end of the text, each time. */
const TAG_ENDS: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<', '>'],
]
inline.parseHtmlTag = function (block) {
  const [, end] = TAG_ENDS.find(([start]) => this.subject.startsWith(start, this.pos)) as readonly [string, string]
  this.absent ??= {}
  if (this.absent[end] === this.subject) return false
  if (!this.subject.includes(end, this.pos)) {
    this.absent[end] = this.subject
    return false
  }
  return parseHtmlTag.call(this, block)
}
/** How deep parentheses nest in an address, as in micromark and cmark: without a limit each opening one is looked for to the end of the text. */
const ADDRESS_DEPTH = 32
const IN_BRACKETS = /<(?:[^<>\n\\\0]|\\.)*>/y
/** Reads a link's address as the library does, once it is known to end: what does not end costs the square of the text there. */
inline.parseLinkDestination = function () {
  const start = this.pos
  if (!passAddress(this)) return null
  const end = this.pos
  this.pos = start
  const address = parseLinkDestination.call(this)
  this.pos = end
  return address ?? ''
}

/** Goes over an address, and tells whether there is one. */
function passAddress(reader: {readonly subject: string; pos: number}): boolean {
  const {subject, pos: start} = reader
  if (subject[start] === '<') {
    IN_BRACKETS.lastIndex = start
    const found = IN_BRACKETS.exec(subject)
    if (found !== null) reader.pos += found[0].length
    return found !== null
  }
  let depth = 0
  for (; reader.pos < subject.length; reader.pos++) {
    const char = subject[reader.pos] as string
    if (char === '(' && ++depth > ADDRESS_DEPTH) return false
    if (char === ')' && depth-- === 0) return true
    if (/[ \t\n\v\f\r]/.test(char)) break
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(subject[reader.pos + 1] ?? '')) reader.pos++
  }
  return depth === 0 && reader.pos > start
}
const TEXT = new Set(['text', 'code', 'html_inline'])
/** A longer text is read in pieces. Markup of that length is no one's, and the library's time grows with the square of what it cannot match. */
const PIECE = 8192

/** A text in pieces of which none is too long; each but the first begins with the white space that was cut at. */
function pieces(raw: string): readonly string[] {
  const found: string[] = []
  for (let from = 0; from < raw.length;) {
    const to = from + PIECE >= raw.length ? raw.length : cutBefore(raw, from, from + PIECE)
    found.push(raw.slice(from, to))
    from = to
  }
  return found
}

/** The last white space between two offsets, so that no word is cut; without one, the second. */
function cutBefore(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) if (text[at] === ' ' || text[at] === '\n') return at
  return to
}

/** The nodes of a piece of inline Markdown, in its order. */
function inlineNodes(piece: string, references: Readonly<Record<string, unknown>>): readonly LibraryNode[] {
  const paragraph = new LibraryNode('paragraph' as never) as unknown as Node
  paragraph._string_content = piece
  inline.refmap = references
  inline.parse(paragraph)
  const nodes: LibraryNode[] = []
  const walker = (paragraph as unknown as LibraryNode).walker()
  for (let event = walker.next(); event !== null; event = walker.next()) if (event.entering) nodes.push(event.node)
  return nodes
}

/** A tag as it is written, or the address of a link or an image. */
export interface InlineHtml {
  readonly kind: 'tag' | 'address'
  readonly text: string
}

/** What of inline Markdown is HTML, and where its links lead. */
export function inlineHtml(raw: string, references: Readonly<Record<string, unknown>>): readonly InlineHtml[] {
  return pieces(raw)
    .flatMap((piece) => inlineNodes(piece, references))
    .flatMap(({type, literal, destination}): readonly InlineHtml[] =>
      type === 'html_inline'
        ? [{kind: 'tag', text: literal ?? ''}]
        : type === 'link' || type === 'image'
          ? [{kind: 'address', text: destination ?? ''}]
          : [],
    )
}

/** The text of inline Markdown: links and images by their words, HTML as written, comments left out. */
export function inlineText(raw: string, references: Readonly<Record<string, unknown>>): string {
  if (raw.length <= PIECE) return pieceText(raw, references)
  return pieces(raw)
    .map((piece) => `${/^\s/.test(piece) ? ' ' : ''}${pieceText(piece, references)}`)
    .join('')
}

function pieceText(piece: string, references: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const {type, literal} of inlineNodes(piece, references)) {
    if (type === 'softbreak' || type === 'linebreak') text += ' '
    else if (TEXT.has(type) && !(type === 'html_inline' && literal?.startsWith('<!--'))) text += literal ?? ''
  }
  return text
}
