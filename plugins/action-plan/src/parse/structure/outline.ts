import {collect, type Context} from '../context.ts'
import type {Block, HeadingBlock} from '../markdown/blocks.ts'
import type {PriorityScale} from '../values/priority.ts'
import {holdsTask, type Checkboxes} from './checkboxes.ts'
import type {GuessedPeriod, Years} from './years.ts'
import {isItemNumber, isLettered, readHeading, type Heading, type HeadingText} from './heading.ts'

/** What stands above the first heading of a file, and its headings as a tree. */
export interface Outline {
  /** Indices of the blocks that stand before the next heading. */
  readonly blocks: readonly number[]
  readonly children: readonly HeadingNode[]
  /** True when its blocks hold tasks or fields of an item. */
  readonly hasTasks: boolean
  /** True when they do, or something under it does. A heading with the number of an item counts as one that does. */
  readonly hasTasksDeep: boolean
}

/** A heading with what stands under it before the next heading. */
export interface HeadingNode extends Outline {
  readonly heading: HeadingBlock
  readonly text: HeadingText
  readonly anchor: string
}

type Draft<Node extends Outline> = {-readonly [Key in keyof Node]: Node[Key]} & {children: HeadingNode[]}

interface Sources {
  readonly blocks: readonly Block[]
  readonly boxes: Checkboxes
  readonly scale: PriorityScale
  readonly context: Context
  /** Absent where years are not asked for. */
  readonly years?: Years
}

/** The headings of a file as a tree. Headings inside lists and quotes open nothing. */
export function outline(headings: readonly Heading[], sources: Sources): Outline {
  const root: Draft<Outline> = {...blocksBefore(headings[0], -1, sources), children: []}
  const open: Draft<HeadingNode>[] = []
  for (const [at, heading] of headings.entries()) {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.block.level) close(open, root)
    const node = draft(heading, headings[at + 1], (words) => sources.years?.guess(words, at) ?? null, sources)
    ;(open.at(-1) ?? root).children.push(node)
    open.push(node)
  }
  while (open.length > 0) close(open, root)
  return root
}

function draft(
  heading: Heading,
  next: Heading | undefined,
  guess: (words: string) => GuessedPeriod | null,
  sources: Sources,
): Draft<HeadingNode> {
  const guessed = heading.number === null ? guess(heading.words) : null
  const text = collect(readHeading(heading, sources.scale, guessed), sources.context)
  const {blocks, hasTasks} = blocksBefore(next, heading.index, sources)
  // A number with a point is an item, even before it has tasks.
  const hasTasksDeep = hasTasks || (isItemNumber(text.number) && !isLettered(text.number))
  return {heading: heading.block, text, anchor: heading.anchor, blocks, children: [], hasTasks, hasTasksDeep}
}

const NOTHING: Omit<Outline, 'children'> = {blocks: [], hasTasks: false, hasTasksDeep: false}

/** The blocks behind an index and before the next heading, or the end of the file. */
function blocksBefore(next: Heading | undefined, index: number, {blocks, boxes}: Sources): Omit<Outline, 'children'> {
  const from = index + 1
  const length = (next?.index ?? blocks.length) - from
  if (length === 0) return NOTHING
  const own = Array.from({length}, (_, offset) => from + offset)
  const hasTasks = own.some((at) => isWork(at, boxes))
  return {blocks: own, hasTasks, hasTasksDeep: hasTasks}
}

/** Whether a block makes an item of what stands above it. */
function isWork(index: number, boxes: Checkboxes): boolean {
  return (
    holdsTask(index, boxes) || boxes.fields.get(index)?.some(({name}) => name === 'duration' || name === 'due' || name === 'issue') === true
  )
}

/** Closes the innermost heading, and tells the one around it what it holds. */
function close(open: Draft<HeadingNode>[], root: Draft<Outline>): void {
  const node = open.pop()
  if (node?.hasTasksDeep === true) (open.at(-1) ?? root).hasTasksDeep = true
}
