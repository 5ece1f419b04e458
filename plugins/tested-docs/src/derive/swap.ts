import type {Block} from '../model/page.ts'

type Swaps = readonly (readonly [string, string])[]

/** Each pair of words changes places. */
export const swapWords = (text: string, swaps: Swaps): string => {
  if (swaps.length === 0) return text
  const other = new Map(swaps.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
  const words = [...other.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return text.replace(new RegExp(words.join('|'), 'g'), (word) => other.get(word) ?? word)
}

/** What the page expects of a block when the words have changed places; the commands stay as they are. */
export const swapped = (block: Block, swaps: Swaps): Block =>
  block.expected === null || swaps.length === 0
    ? block
    : {...block, expected: {...block.expected, lines: block.expected.lines.map((line) => swapWords(line, swaps))}}
