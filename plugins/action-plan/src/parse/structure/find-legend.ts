import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {PriorityLevel} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import type {Block, TextLine} from '../markdown/blocks.ts'
import type {Heading} from './heading.ts'
import {listLines, readLegend, signedLevels} from './section-prose.ts'

/** The levels of the first legend of priorities that has some. They are needed before the priority of any heading is read. */
export function findLegend(headings: readonly Heading[], blocks: readonly Block[], context: Context): readonly PriorityLevel[] {
  for (const [at, {kind, index}] of headings.entries()) {
    if (kind !== 'legend') continue
    const length = (headings[at + 1]?.index ?? blocks.length) - index - 1
    const own = Array.from({length}, (_, offset) => index + 1 + offset)
    const levels = readLegend(listLines(blocks, own), context)
    if (levels.length > 0) return levels
  }
  for (const block of blocks) {
    const levels = block.type === 'paragraph' && block.depth === 0 ? inLine(block.lines, context) : []
    if (levels.length > 1) return levels
  }
  return []
}

/** The legend that a paragraph is: "Priority: 🔴 high, 🟡 medium, 🟢 low". */
function inLine(lines: readonly TextLine[], context: Context): readonly PriorityLevel[] {
  const [first] = lines
  if (first === undefined || lines.length > 5) return []
  const raw = lines.map(({text}) => text).join('\n')
  if (raw.length > LONGEST || !COLOURS.test(raw)) return []
  const text = context.plain(raw)
  const before = fold(text.slice(0, text.search(COLOUR)))
  return /\p{L}/u.test(before) && !names().test(before) ? [] : signedLevels(text, {line: first.line, column: first.column})
}
/** What a legend is called. */
const names = once(() => new RegExp(`^[^\\p{L}]*${anyOf(words(({headings, labels}) => [...headings.legend, ...labels.priority]))}`, 'u'))
const COLOUR = /[🔴🟠🟡🟢🔵]/u
const LONGEST = 300
/** Two of them. */
const COLOURS = /[🔴🟠🟡🟢🔵].{1,60}[🔴🟠🟡🟢🔵]/su
