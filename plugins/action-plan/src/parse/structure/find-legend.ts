import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {PriorityLevel} from '../../model/plan.ts'
import type {Context, Plain} from '../context.ts'
import {kept} from '../kept.ts'
import type {Block, Markdown, TextLine} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import type {Heading} from './heading.ts'
import {listLines, readLegend, signedLevels} from './section-prose.ts'

/** The levels of the first legend of priorities that has some. They are needed before the priority of any heading is read. */
export function findLegend(
  headings: readonly Heading[],
  {blocks, passages}: Pick<Markdown, 'blocks' | 'passages'>,
  context: Context,
): readonly PriorityLevel[] {
  for (const [at, heading] of headings.entries()) {
    const {kind, index} = heading
    if (kind !== 'legend') continue
    const length = (headings[at + 1]?.index ?? blocks.length) - index - 1
    const levels = levelsBelow(heading, context.plain, ...blocks.slice(index + 1, index + 1 + length))
    if (levels.length > 0) return levels
  }
  for (const passage of passages) {
    const levels = inLines(passage, context.plain)
    if (levels.length > 1) return levels
  }
  return NONE
}
const NONE: readonly PriorityLevel[] = []

const levelsBelow = kept((_: Heading, plain: Plain, ...blocks: readonly Block[]): readonly PriorityLevel[] =>
  readLegend(listLines(blocks, [...blocks.keys()]), plain),
)

/** The first legend that a paragraph of a passage is. */
const inLines = kept(({blocks}: Passage, plain: Plain): readonly PriorityLevel[] => {
  for (const block of blocks) {
    const levels = block.type === 'paragraph' && block.depth === 0 ? inLine(block.lines, plain) : NONE
    if (levels.length > 1) return levels
  }
  return NONE
})

/** The legend that a paragraph is: "Priority: 🔴 high, 🟡 medium, 🟢 low". */
function inLine(lines: readonly TextLine[], plain: Plain): readonly PriorityLevel[] {
  const [first] = lines
  if (first === undefined || lines.length > 5) return []
  const raw = lines.map(({text}) => text).join('\n')
  if (raw.length > LONGEST || !COLOURS.test(raw)) return []
  const text = plain(raw)
  const before = fold(text.slice(0, text.search(COLOUR)))
  return /\p{L}/u.test(before) && !names().test(before) ? [] : signedLevels(text, {line: first.line, column: first.column})
}
/** What a legend is called. */
const names = once(() => new RegExp(`^[^\\p{L}]*${anyOf(words(({headings, labels}) => [...headings.legend, ...labels.priority]))}`, 'u'))
const COLOUR = /[🔴🟠🟡🟢🔵]/u
const LONGEST = 300
/** Two of them. */
const COLOURS = /[🔴🟠🟡🟢🔵].{1,60}[🔴🟠🟡🟢🔵]/su
