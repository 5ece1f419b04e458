import type {Keeps} from '../kept.ts'
import type {Block, ItemBlock, Markdown} from './blocks.ts'
import {blockParser, readDocument, type Size} from './block-parser.ts'
import {flatten, type Before} from './flatten.ts'
import type {BlockParser, Node} from './library.ts'

/**
 * Lines of a file from a heading that stands in nothing else to before the next one. What stands before has no influence on how they are
 * read as blocks, so a passage that another text has too is read once: it is the same object when it stands at the same place.
 */
export interface Passage extends Keeps {
  /** What of the file stands before it. */
  readonly before: Before
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
  readonly lists: number
  readonly tooDeep: Markdown['tooDeep']
  /** The links that it defines, by their labels. */
  readonly definitions: Readonly<Record<string, unknown>>
  /** Whether it would go on with whatever follows: its code or its HTML has no end. */
  readonly open: boolean
  readonly size: Size
  /** The first line that was not read, because the text is too long, and what it has too much of; null when all was read. */
  readonly unread: Unread | null
}

/** Where a text becomes too long. */
export interface Unread {
  readonly line: number
  readonly of: keyof Size
}

/** Of a text that holds more, the rest is not read: nobody writes such a plan, no page shows it, and nobody's computer is to be kept busy by it. */
export const SIZE_LIMIT: Size = {headings: 20_000, blocks: 400_000}

/** A passage has so many lines at least, unless a known one may follow: what is kept of each has its price. */
const LEAST = 12

const HEADING = /^#{1,6}(?:[ \t]|$)/
/** Whether a line may begin a passage: it does not when it stands in code or in HTML. */
const mayBegin = (line: string | undefined): boolean => line?.[0] === '#' && HEADING.test(line)

/** The passages of some lines, `from` one of them on. Those that `known` holds are not read again. */
export function readPassages(lines: readonly string[], from: number, known: readonly Passage[]): readonly Passage[] {
  const finder = new Finder(known)
  const found: Passage[] = []
  let parser: BlockParser | null = null
  let before: Before = {lines: from, blocks: 0, lists: 0}
  let room = SIZE_LIMIT
  while (before.lines < lines.length) {
    const same = finder.find(lines, before)
    const passage: Passage =
      same !== null && fits(same.size, room) ? same : readPassage((parser ??= blockParser()), {lines, before, room}, finder)
    found.push(passage)
    if (passage.unread !== null) break
    room = {headings: room.headings - passage.size.headings, blocks: room.blocks - passage.size.blocks}
    before = {
      lines: before.lines + passage.lines.length,
      blocks: before.blocks + passage.blocks.length,
      lists: before.lists + passage.lists,
    }
  }
  return found
}

const fits = (size: Size, room: Size): boolean => size.headings <= room.headings && size.blocks <= room.blocks

interface Unparsed {
  readonly lines: readonly string[]
  readonly before: Before
  readonly room: Size
}

/** Reads the passage that begins behind so many lines. Where it turns out to go on behind a heading, it is read anew with what follows: twice as much each time. */
function readPassage(parser: BlockParser, {lines, before, room}: Unparsed, finder: Finder): Passage {
  let to = before.lines + 1
  while (to < lines.length && !(mayBegin(lines[to]) && (to >= before.lines + LEAST || finder.begins(lines[to] as string)))) to++
  for (;;) {
    // A copy: the lines of a file would keep the whole of it.
    const own = lines.slice(before.lines, to).join('\n').split('\n')
    const {document, open, definitions, size, read} = readDocument(parser, own, before.lines, room)
    const unread: Unread | null =
      read < own.length ? {line: before.lines + read + 1, of: size.headings > room.headings ? 'headings' : 'blocks'} : null
    if (!open || to === lines.length || unread !== null)
      return {before, lines: own, ...flattenedOf(document, own, before), definitions, open, size, unread, kept: []}
    const least = to + (to - before.lines)
    while (to < lines.length && (to < least || !mayBegin(lines[to]))) to++
  }
}

const flattenedOf = (document: Node, lines: readonly string[], before: Before): Pick<Passage, 'blocks' | 'lists' | 'tooDeep'> => {
  const {blocks, lists, tooDeep} = flatten(document, lines, before)
  return {blocks, lists, tooDeep}
}

/** Finds the passages of a text among those of another one, in their order. Each is held against two of them at most: the next one, and the next with its heading. */
class Finder {
  private readonly known: readonly Passage[]
  /** The first that may be found yet. */
  private next = 0
  /** Where those stand that begin with a line, the last one first. */
  private readonly places = new Map<string, number[]>()

  constructor(known: readonly Passage[]) {
    this.known = known.filter(({unread}) => unread === null)
    for (let at = this.known.length - 1; at >= 0; at--) {
      const heading = this.known[at]?.lines[0] ?? ''
      const places = this.places.get(heading)
      if (places === undefined) this.places.set(heading, [at])
      else places.push(at)
    }
  }

  /** Whether a passage that may be found yet begins with a line. */
  begins(line: string): boolean {
    const places = this.places.get(line)
    return places !== undefined && (places[0] ?? -1) >= this.next
  }

  /** The passage that begins behind so many lines; null for one that is not known. */
  find(lines: readonly string[], before: Before): Passage | null {
    const next = this.known[this.next]
    if (next === undefined) return null
    const heading = lines[before.lines] as string
    if (standsAt(next, lines, before.lines)) return moved(this.known[this.next++] as Passage, before)
    if (next.lines[0] === heading) this.next++
    const places = this.places.get(heading) ?? []
    while (places.length > 0 && (places.at(-1) as number) < this.next) places.pop()
    const at = places.pop()
    const other = at === undefined ? undefined : this.known[at]
    if (at === undefined || other === undefined || !standsAt(other, lines, before.lines)) return null
    this.next = at + 1
    return moved(other, before)
  }
}

/** Whether the lines of a passage stand behind so many, and end there. */
function standsAt(passage: Passage, lines: readonly string[], from: number): boolean {
  const end = from + passage.lines.length
  if (end < lines.length ? passage.open || !mayBegin(lines[end]) : end > lines.length) return false
  return passage.lines.every((line, at) => line === lines[from + at])
}

/** A passage at another place of a file. */
function moved(passage: Passage, before: Before): Passage {
  const lines = before.lines - passage.before.lines
  const blocks = before.blocks - passage.before.blocks
  const lists = before.lists - passage.before.lists
  if (lines === 0 && blocks === 0 && lists === 0) return passage
  const {tooDeep} = passage
  return {
    ...passage,
    kept: [],
    before,
    blocks: passage.blocks.map((block) => movedBlock(block, {lines, blocks, lists})),
    tooDeep: tooDeep === null ? null : {...tooDeep, line: tooDeep.line + lines},
  }
}

function movedBlock(block: Block, by: Before): Block {
  const item = block.item === null ? null : block.item + by.blocks
  const standing = {line: block.line + by.lines, endLine: block.endLine + by.lines, item}
  if (!('lines' in block)) return {...block, ...standing}
  const lines = block.lines.map(({line, column, text}) => ({line: line + by.lines, column, text}))
  return block.type === 'item'
    ? ({...block, ...standing, lines, list: block.list + by.lists} satisfies ItemBlock)
    : {...block, ...standing, lines}
}
