// The one door to the Markdown library, commonmark.js: nothing else imports it.
//
// It reads blocks in linear time and without recursion, so depth and length have no cliff. Two block kinds of GitHub's
// dialect are added to it by the files beside this one, as its own tables of blocks and block starts allow: tables and
// footnote definitions; and where remark-gfm, the oracle of the tests, departs from it, that is followed and said.
import {Node as LibraryNode, Parser} from 'commonmark'

/** The library's nodes, with what is used of them beyond its published types. */
export interface Node {
  readonly type: string
  readonly level: number
  readonly sourcepos: [[number, number], [number, number]]
  readonly _parent: Node | null
  readonly _firstChild: Node | null
  readonly _lastChild: Node | null
  readonly _next: Node | null
  _listData: {readonly type?: 'bullet' | 'ordered'}
  readonly _isFenced: boolean
  readonly _fenceChar: string
  readonly _fenceLength: number
  _htmlBlockType: number
  _open: boolean
  /** Ours: this paragraph was the first thing in its list item when it was read (a definition may have stood in it). */
  leads?: boolean
  footnote?: boolean
  /** Ours: indented code that began in the containers of the line before it. */
  codeLeads?: boolean
  /** Ours: white space after an empty item's marker. */
  trails?: boolean
  /** Ours: items, quotes and footnotes around it, itself counted. */
  depth?: number
  _string_content: string
  insertAfter(node: Node): void
  unlink(): void
}

export interface BlockKind {
  continue(parser: BlockParser, container: Node): 0 | 1 | 2
  finalize(parser: BlockParser, block: Node): void
  canContain(type: string): boolean
  acceptsLines: boolean
}
export type BlockStart = (parser: BlockParser, container: Node) => 0 | 1 | 2
export interface BlockParser {
  blocks: Record<string, BlockKind>
  blockStarts: readonly BlockStart[]
  doc: Node
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
  /** Ours: the last line that was added to a paragraph, its indent, and where it starts in the paragraph's text. */
  lastLine?: {readonly paragraph: Node; readonly at: number; readonly text: string; readonly indent: number}
  /** Ours: the line before is empty. */
  afterBlank?: boolean
  /** Ours: the line whose next character was looked for. */
  scanned?: number
  /** Ours: how many blocks were made. */
  made: number
  incorporateLine(line: string): void
  finalize(block: Node, line: number): void
  addLine(): void
  addChild(type: string, offset: number): Node
  advanceOffset(count: number, columns: boolean): void
  advanceNextNonspace(): void
  findNextNonspace(): void
  closeUnmatchedBlocks(): void
  processInlines(block: Node): void
  refmap: Readonly<Record<string, unknown>>
  readonly inlineParser: {
    refmap: unknown
    readonly subject: string
    pos: number
    parseLinkDestination(): string | null
    parseLinkTitle(): string | null
    /** Ours: by what ends a tag, the text in which it comes no more. */
    absent?: Record<string, string>
    parse(block: Node): void
    parseHtmlTag(block: Node): boolean
    parseReference(text: string, references: Record<string, unknown>): number
  }
}

/** A new parser of the library. */
export const newParser = (): BlockParser => Object.assign(new Parser() as unknown as BlockParser, {made: 0})

/** A new node of the library. */
export const newNode = (type: string, sourcepos?: Node['sourcepos']): Node => new LibraryNode(type as never, sourcepos) as unknown as Node

/** The nodes of inline Markdown below a node, in their order. */
export function descendants(node: Node): readonly LibraryNode[] {
  const nodes: LibraryNode[] = []
  const walker = (node as unknown as LibraryNode).walker()
  for (let event = walker.next(); event !== null; event = walker.next()) if (event.entering) nodes.push(event.node)
  return nodes
}
