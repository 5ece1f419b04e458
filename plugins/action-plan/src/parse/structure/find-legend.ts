import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {PriorityLevel} from '../../model/plan.ts'
import type {Context, Plain} from '../context.ts'
import {keeper, kept} from '../kept.ts'
import type {Markdown, TextLine} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import type {Heading} from './heading.ts'
import {priorityScale, rankNamed} from '../values/priority.ts'
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
    const own = blocks.slice(index + 1, index + 1 + length)
    const levels = byUrgency(keepLevels(heading, [context.plain, ...own], () => readLegend(listLines(own, [...own.keys()]), context.plain)))
    if (levels.length > 0) return levels
  }
  for (const passage of passages) {
    const levels = inLines(passage, context.plain)
    if (levels.length > 1) return levels
  }
  return NONE
}
const NONE: readonly PriorityLevel[] = []

const keepLevels = keeper<readonly PriorityLevel[]>()

/** The first legend that a paragraph of a passage is. */
const inLines = kept(({blocks}: Passage, plain: Plain): readonly PriorityLevel[] => {
  for (const block of blocks) {
    const levels =
      block.type === 'paragraph' && block.depth === 0
        ? (ends(block.lines, plain) ?? inLine(block.lines, plain))
        : block.type === 'item'
          ? (ends(block.lines, plain) ?? NONE)
          : NONE
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
/** Levels that are numbers, with the most urgent one first: of "1 = low" and "3 = high" that is 3. */
function byUrgency(levels: readonly PriorityLevel[]): readonly PriorityLevel[] {
  const ranked = levels.map((level) => ({level, rank: rankOf(level.title) ?? rankOf(level.description)}))
  return levels.every(({id}) => /^\d$/.test(id)) && ranked.every(({rank}) => rank !== null)
    ? [...ranked].sort((a, b) => (a.rank as number) - (b.rank as number)).map(({level}) => level)
    : levels
}

/** How urgent a word is, 0 for the most urgent ones; null for one that is none of priority. */
function rankOf(word: string): number | null {
  const id = rankNamed(word, priorityScale([]))
  return id === null ? null : Number(id.slice(1))
}

/** The numbers of a scale whose ends a line names: "Priority: 1 = highest, 5 = lowest", "Priority scale: 1 (low) to 5 (high)". */
function ends([first, ...others]: readonly TextLine[], plain: Plain): readonly PriorityLevel[] | null {
  if (first === undefined || others.length > 0 || first.text.length > LONGEST || !/\d.*\d/.test(first.text)) return null
  const text = fold(plain(first.text))
  if (!names().test(text)) return null
  const found = [...text.matchAll(pair())].flatMap(([, number, word, before, behind]) => {
    const [at, title] = [Number(number ?? behind), (word ?? before) as string]
    const rank = rankOf(title)
    return rank === null ? [] : [{at, title, rank}]
  })
  const [least, most] = [
    found.reduce((a, b) => (b.at < a.at ? b : a), found[0] ?? NOBODY),
    found.reduce((a, b) => (b.at > a.at ? b : a), found[0] ?? NOBODY),
  ]
  if (found.length < 2 || least.at === most.at || least.rank === most.rank) return null
  const all = Array.from({length: most.at - least.at + 1}, (_, offset) => least.at + offset)
  return (least.rank < most.rank ? all : all.reverse()).map((at) => ({
    id: String(at),
    title: found.find((one) => one.at === at)?.title ?? '',
    ...{sign: null, description: '', deadline: null, deadlineDays: null, line: first.line, column: first.column},
  }))
}
const NOBODY = {at: 0, title: '', rank: 0}
/** A number with the word beside it. */
const pair = once(() => {
  const rank = anyOf(words(({priorities}) => Object.values(priorities).flat()))
  return new RegExp(`(?<![\\d/.,])(\\d)\\s*[=:：(（–—-]?\\s*(${rank})|(${rank})\\s*[=:：(（]?\\s*(\\d)(?![\\d/.])`, 'gu')
})
/** What a legend is called. */
const names = once(() => new RegExp(`^[^\\p{L}]*${anyOf(words(({headings, labels}) => [...headings.legend, ...labels.priority]))}`, 'u'))
const COLOUR = /[🔴🟠🟡🟢🔵]/u
const LONGEST = 300
/** Two of them. */
const COLOURS = /[🔴🟠🟡🟢🔵].{1,60}[🔴🟠🟡🟢🔵]/su
