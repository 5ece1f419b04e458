import type {PriorityLevel} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import type {Block} from '../markdown/blocks.ts'
import type {Heading} from './heading.ts'
import {listLines, readLegend} from './section-prose.ts'

/** The levels of the first legend of priorities that has some. They are needed before the priority of any heading is read. */
export function findLegend(headings: readonly Heading[], blocks: readonly Block[], context: Context): readonly PriorityLevel[] {
  for (const [at, {kind, index}] of headings.entries()) {
    if (kind !== 'legend') continue
    const length = (headings[at + 1]?.index ?? blocks.length) - index - 1
    const own = Array.from({length}, (_, offset) => index + 1 + offset)
    const levels = readLegend(listLines(blocks, own), context)
    if (levels.length > 0) return levels
  }
  return []
}
