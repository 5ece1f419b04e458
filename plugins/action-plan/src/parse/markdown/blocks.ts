import {frontMatterOf, LINE_ENDING, type FrontMatter} from './front-matter.ts'
import {linksOf, type Links} from './links.ts'
import {readPassages, type Passage} from './passages.ts'

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

export interface Markdown extends Links {
  /** The text behind the front matter in passages, which are the same objects where the text before had them at the same place. */
  readonly passages: readonly Passage[]
  readonly blocks: readonly Block[]
  /** Lists, quotes and footnotes inside each other, at most; and where that is first reached beyond `limit`. */
  readonly tooDeep: {readonly line: number; readonly column: number; readonly depth: number} | null
  /** The text between the front matter's fences, the line it starts on, and how many lines it takes with its fences; null without front matter. */
  readonly frontMatter: FrontMatter | null
  /** The file's lines, without their ends. */
  readonly lines: readonly string[]
}

/** Reads Markdown (CommonMark with GitHub's tables and footnotes, YAML front matter) as blocks in the order of the file. Never throws. What it has in common with `last`, a text that was read before, is not read again. */
export function readMarkdown(text: string, last: Markdown | null = null): Markdown {
  const lines = text.split(LINE_ENDING)
  const frontMatter = frontMatterOf(lines)
  // The end of the last line begins no line.
  const body = text.endsWith('\n') || (frontMatter !== null && lines.at(-1) === '') ? lines.slice(0, -1) : lines
  const passages = readPassages(body, Math.min(frontMatter?.length ?? 0, body.length), last?.passages ?? [])
  return {
    passages,
    blocks: passages.length === 1 ? (passages[0] as Passage).blocks : passages.flatMap(({blocks}) => blocks),
    tooDeep: deepest(passages),
    frontMatter,
    lines,
    ...linksOf(passages, last),
  }
}

/** Where nesting is first too deep, with the depth that it reaches anywhere. */
function deepest(passages: readonly Passage[]): Markdown['tooDeep'] {
  const found = passages.flatMap(({tooDeep}) => tooDeep ?? [])
  const [first] = found
  return first === undefined ? null : {...first, depth: found.reduce((most, {depth}) => Math.max(most, depth), 0)}
}
