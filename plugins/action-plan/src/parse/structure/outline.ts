import type {Context} from '../context.ts'
import type {Block, HeadingBlock} from '../markdown/blocks.ts'
import type {PriorityScale} from '../values/priority.ts'
import {Anchors, ownAnchorAt} from './anchor.ts'
import type {Checkboxes} from './checkboxes.ts'
import {isItemNumber, rawHeading, readHeading, type HeadingText} from './heading.ts'

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

type Draft<Node extends Outline> = {-readonly [Key in keyof Node]: Node[Key]} & {blocks: number[]; children: HeadingNode[]}

interface Sources {
  readonly blocks: readonly Block[]
  readonly boxes: Checkboxes
  readonly scale: PriorityScale
  readonly context: Context
}

/** The headings of a file as a tree. Headings inside lists and quotes open nothing. */
export function outline({blocks, boxes, scale, context}: Sources): Outline {
  const anchors = new Anchors()
  const root: Draft<Outline> = {blocks: [], children: [], hasTasks: false, hasTasksDeep: false}
  const open: Draft<HeadingNode>[] = []
  for (const [index, block] of blocks.entries()) {
    const anchor = block.type === 'heading' ? anchors.next(context.plain(rawHeading(block))) : ''
    if (block.type === 'heading' && block.depth === 0) {
      while ((open.at(-1)?.heading.level ?? 0) >= block.level) close(open, root)
      const node = draft(block, anchor, readHeading(withoutAnchor(rawHeading(block)), block, scale, context))
      ;(open.at(-1) ?? root).children.push(node)
      open.push(node)
      continue
    }
    const here = open.at(-1) ?? root
    here.blocks.push(index)
    if (isWork(index, boxes)) here.hasTasks = here.hasTasksDeep = true
  }
  while (open.length > 0) close(open, root)
  return root
}

/** Whether a block makes an item of what stands above it. */
function isWork(index: number, {tasks, fields}: Checkboxes): boolean {
  return tasks.has(index) || fields.get(index)?.some(({name}) => name === 'duration' || name === 'due' || name === 'issue') === true
}

function draft(heading: HeadingBlock, anchor: string, text: HeadingText): Draft<HeadingNode> {
  // A number with a point is an item, even before it has tasks.
  return {heading, text, anchor, blocks: [], children: [], hasTasks: false, hasTasksDeep: isItemNumber(text.number)}
}

function withoutAnchor(text: string): string {
  const at = ownAnchorAt(text)
  return at === -1 ? text : text.slice(0, at).trimEnd()
}

/** Closes the innermost heading, and tells the one around it what it holds. */
function close(open: Draft<HeadingNode>[], root: Draft<Outline>): void {
  const node = open.pop()
  if (node?.hasTasksDeep === true) (open.at(-1) ?? root).hasTasksDeep = true
}
