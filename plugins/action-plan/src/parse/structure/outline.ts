import type {Block, HeadingBlock} from '../markdown/blocks.ts'
import type {HeadingText} from './heading.ts'

/** A heading with what stands under it before the next heading. The root has no heading. */
export interface OutlineNode {
  readonly heading: HeadingBlock | null
  readonly text: HeadingText | null
  readonly anchor: string | null
  /** Indices into the blocks. */
  readonly own: readonly number[]
  readonly children: readonly OutlineNode[]
  /** True when it or something under it holds tasks, or fields of an item. */
  readonly works: boolean
  /** True when it holds tasks or fields of an item itself. */
  readonly holds: boolean
}

interface Draft {
  heading: HeadingBlock | null
  text: HeadingText | null
  anchor: string | null
  own: number[]
  children: Draft[]
  works: boolean
  holds: boolean
}

/** The headings as a tree. Headings inside lists and quotes open nothing. `isWork` tells the blocks that make an item. */
export function outline(
  blocks: readonly Block[],
  read: (heading: HeadingBlock) => HeadingText,
  anchorOf: (heading: HeadingBlock) => string,
  isWork: (index: number) => boolean,
): OutlineNode {
  const draft = (heading: HeadingBlock | null): Draft => ({
    heading,
    text: heading === null ? null : read(heading),
    anchor: heading === null ? null : anchorOf(heading),
    own: [],
    children: [],
    works: false,
    holds: false,
  })
  const root = draft(null)
  const open: Draft[] = [root]
  blocks.forEach((block, index) => {
    if (block.type === 'heading' && block.depth === 0) {
      while (open.length > 1 && (open.at(-1)?.heading?.level ?? 0) >= block.level) open.pop()
      const node = draft(block)
      open.at(-1)?.children.push(node)
      open.push(node)
      // A number with a point is an item, even before it has tasks.
      if (node.text?.number?.includes('.') === true) for (const above of open) above.works = true
      return
    }
    if (block.type === 'heading') anchorOf(block)
    const here = open.at(-1) as Draft
    here.own.push(index)
    if (!isWork(index)) return
    here.holds = true
    for (const above of open) above.works = true
  })
  return root
}
