import type {Block, HeadingBlock} from '../markdown/blocks.ts'
import type {HeadingText} from './heading.ts'

/** A heading with what stands under it before the next heading. The root has no heading. */
export interface OutlineNode {
  readonly heading: HeadingBlock | null
  readonly text: HeadingText | null
  readonly anchor: string | null
  /** Indices into the blocks. */
  readonly blocks: readonly number[]
  readonly children: readonly OutlineNode[]
  /** True when it or something under it holds tasks, or fields of an item. */
  readonly hasTasksDeep: boolean
  /** True when it holds tasks or fields of an item itself. */
  readonly hasTasks: boolean
}

interface Draft {
  heading: HeadingBlock | null
  text: HeadingText | null
  anchor: string | null
  blocks: number[]
  children: Draft[]
  hasTasksDeep: boolean
  hasTasks: boolean
}

/** The headings as a tree. Headings inside lists and quotes open nothing. `isWork` tells the blocks that make an item. */
export function outline(
  all: readonly Block[],
  read: (heading: HeadingBlock) => HeadingText,
  anchorOf: (heading: HeadingBlock) => string,
  isWork: (index: number) => boolean,
): OutlineNode {
  const draft = (heading: HeadingBlock | null): Draft => ({
    heading,
    text: heading === null ? null : read(heading),
    anchor: heading === null ? null : anchorOf(heading),
    blocks: [],
    children: [],
    hasTasksDeep: false,
    hasTasks: false,
  })
  const root = draft(null)
  const open: Draft[] = [root]
  all.forEach((block, index) => {
    if (block.type === 'heading' && block.depth === 0) {
      while (open.length > 1 && (open.at(-1)?.heading?.level ?? 0) >= block.level) open.pop()
      const node = draft(block)
      open.at(-1)?.children.push(node)
      open.push(node)
      // A number with a point is an item, even before it has tasks.
      if (node.text?.number?.includes('.') === true) for (const above of open) above.hasTasksDeep = true
      return
    }
    if (block.type === 'heading') anchorOf(block)
    const here = open.at(-1) as Draft
    here.blocks.push(index)
    if (!isWork(index)) return
    here.hasTasks = true
    for (const above of open) above.hasTasksDeep = true
  })
  return root
}
