import type {PriorityLevel} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import type {Block} from '../markdown/blocks.ts'
import {headingKindOf, rawHeading} from './heading.ts'
import {listLines, readLegend} from './section-prose.ts'

/** The levels of the first legend of priorities that has some. They are needed before any heading is read, so the legend is looked for by its own words. */
export function findLegend(blocks: readonly Block[], context: Context): readonly PriorityLevel[] {
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading' || block.depth > 0 || headingKindOf(rawHeading(block), context) !== 'legend') continue
    const levels = readLegend(listLines(blocks, blocksBelow(blocks, index)), context)
    if (levels.length > 0) return levels
  }
  return []
}

/** Indices of the blocks between a heading and the next. */
function blocksBelow(blocks: readonly Block[], heading: number): readonly number[] {
  const below: number[] = []
  for (let index = heading + 1; index < blocks.length; index++) {
    const block = blocks[index]
    if (block?.type === 'heading' && block.depth === 0) break
    below.push(index)
  }
  return below
}
