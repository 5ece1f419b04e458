import {blockParser} from './block-parser.ts'
import {flatten} from './flatten.ts'
import {frontMatterOf, LINE_ENDING, type FrontMatter} from './front-matter.ts'
import {inlineHtml, type InlineHtml} from './inline-text.ts'
import {plainWith} from './inline.ts'

/** A line of a block's text; `line` and `column` are 1-based and those of the file. */
export interface TextLine {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** Where a block stands: `depth` counts the lists, quotes and footnotes around it; `item` is the index of the innermost list item. */
export interface Standing {
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
  readonly frontMatter: FrontMatter | null
  /** The file's lines, without their ends. */
  readonly lines: readonly string[]
  /** Inline Markdown as plain text: markup removed, HTML shown as it is written, white space folded. */
  plain(raw: string): string
  /** The HTML and the addresses of links in inline Markdown, in its order. */
  html(raw: string, isWorth: (part: string) => boolean): readonly InlineHtml[]
  /** True when the file defines a link of that label. */
  isLink(label: string): boolean
}

/** Reads Markdown (CommonMark with GitHub's tables and footnotes, YAML front matter) as blocks in the order of the file. Never throws. */
export function readMarkdown(text: string): Markdown {
  const lines = text.split(LINE_ENDING)
  const frontMatter = frontMatterOf(lines)
  const body = frontMatter === null ? text : '\n'.repeat(frontMatter.length) + lines.slice(frontMatter.length).join('\n')
  const parser = blockParser()
  const {blocks, tooDeep} = flatten(parser.parse(body), lines)
  // The parser is not kept: it holds the tree.
  const {refmap} = parser
  return {
    blocks,
    tooDeep,
    frontMatter,
    lines,
    plain: plainWith(refmap),
    html: (raw, isWorth) => inlineHtml(raw, refmap, isWorth),
    isLink: (label) => refmap[label.trim().toLowerCase().toUpperCase()] !== undefined,
  }
}
