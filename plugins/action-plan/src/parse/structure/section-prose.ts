import type {Cadence, Metric, NextStep, Phase, PriorityLevel, Review} from '../../model/plan.ts'
import type {Place} from '../../model/place.ts'
import type {Context, Plain} from '../context.ts'
import {fold, lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {durationAt, HOURS_OF_WORK} from '../values/length.ts'
import type {Block, ItemBlock, TextLine} from '../markdown/blocks.ts'
import {priorityScale, rankNamed, withoutLabel, wordedPriority} from '../values/priority.ts'
import {readLevel, readTarget} from '../values/target.ts'
import {firstOfEach} from '../../model/list.ts'

interface Line extends Place {
  /** Inline Markdown. */
  readonly raw: string
  readonly depth: number
}

/** The list items among some blocks, outermost first, each with its box left out. */
export function listLines(blocks: readonly Block[], indices: readonly number[]): readonly Line[] {
  return indices.flatMap((index) => {
    const block = blocks[index]
    return block?.type === 'item' && block.lines.length > 0 ? [lineOf(block)] : []
  })
}

function lineOf(block: ItemBlock): Line {
  const first = block.lines[0] as TextLine
  return {
    line: first.line,
    column: first.column,
    depth: block.depth,
    raw: block.lines
      .map(({text}) => text)
      .join('\n')
      .replace(/^\[[ xX]\]\s+/, ''),
  }
}

/** The paragraphs among some blocks as one text. */
export function prose(blocks: readonly Block[], indices: readonly number[], context: Context): string {
  return indices
    .flatMap((index) => {
      const block = blocks[index]
      return block?.type === 'paragraph' && block.depth === 0 ? [context.plain(block.lines.map(({text}) => text).join('\n'))] : []
    })
    .join('\n\n')
}

const LEVEL = /^(?:[^\p{L}\p{N}]*)(P\d|[A-Z]\d?|[1-9])(?:\s*[([（［]([^)\]）］]*)[)\]）］])?\s*(?:[:：=–—-]|$)(.*)$/u

/** The legend: "**P0 (Critical)**: what it is - its deadline". */
export function readLegend(lines: readonly Line[], plain: Plain): readonly PriorityLevel[] {
  return lines.flatMap(({raw, line, column}) => {
    const text = plain(raw)
    const found = LEVEL.exec(text)
    if (found === null) return signedLevels(text, {line, column}).slice(0, 1)
    const [, id, title, stated] = found as unknown as [string, string, string | undefined, string]
    const rest = stated.trimStart()
    const cut = [...rest.matchAll(/\s[-–—](?=\s)/g)].at(-1)?.index ?? -1
    const description = cut === -1 ? rest : rest.slice(0, cut)
    const deadline = cut === -1 ? null : rest.slice(cut + 2).trim()
    return [
      {
        id,
        title: title?.trim() ?? '',
        sign: signOf(raw),
        description: description.trim(),
        deadline,
        deadlineDays: deadlineDays(deadline ?? ''),
        line,
        column,
      },
    ]
  })
}

const SIGN = '🔴|🟠|🟡|🟢|🔵|⚪|🟣|⚫|🟤|🔥'
const SIGNED = new RegExp(
  `(${SIGN})\\uFE0F?[\\s=:：]{0,3}([^\\p{Extended_Pictographic}|·•,;/，、；()（）:：–—=]{1,30})(?:\\s?[:：–—-]\\s?([^\\p{Extended_Pictographic}]{0,200}))?`,
  'gu',
)

/** Coloured signs with the words of priority that they stand for: "🔴 high · 🟡 medium · 🟢 low". */
export function signedLevels(text: string, place: Place): readonly PriorityLevel[] {
  return [...text.matchAll(SIGNED)].flatMap(([, sign = '', words = '', behind = '']) => {
    const title = words.trim().replace(/\s-$/, '')
    const id = rankNamed(title, priorityScale([]))
    const said = behind.trim()
    const days = deadlineDays(said)
    const [description, deadline] = days === null ? [said, null] : ['', said]
    return id === null ? [] : [{id, title, sign, description, deadline, deadlineDays: days, ...place}]
  })
}

const signOf = (raw: string): string | null => /^[\s*_-]*(🔴|🟠|🟡|🟢|🔵|⚪|🟣|⚫|🟤|🔥)/u.exec(raw)?.[1] ?? null

/** Working days from the start: "Within 2-4 weeks" → 20, "Within 48 hours" → 2, "Immediate action required" → 0, "As time permits" → null. */
function deadlineDays(text: string): number | null {
  const {amount, work, immediate} = deadlines()
  const small = lower(text)
  const at = small.search(amount)
  // Hours of a deadline pass at night too, unless it says that they are hours of work.
  const found = at === -1 ? null : durationAt(text.slice(at), work.test(small) ? HOURS_OF_WORK : 24)
  if (found !== null) return Math.ceil(found.days)
  return immediate.test(small) ? 0 : null
}

const deadlines = once(() => ({
  amount: new RegExp(`[\\d０-９]|${anyOf(words(({numbers}) => numbers.flat()).filter((word) => !isUnspaced(word)))}\\s`, 'u'),
  work: new RegExp(`${anyOf(words((language) => language.working))}[\\s-]+(?:h|${anyOf(words(({units}) => units.hour))})`, 'u'),
  immediate: new RegExp(anyOf(words((language) => language.immediate)), 'u'),
}))

export function readMetrics(lines: readonly Line[], context: Context): readonly Metric[] {
  return lines.map(({raw, line, column}) => {
    const text = context.plain(raw)
    return {text, target: readTarget(text), level: readLevel(text), line, column}
  })
}

export function readNextSteps(lines: readonly Line[], context: Context): readonly NextStep[] {
  return lines.map(({raw, line, column}) => ({text: context.plain(raw), line, column}))
}

/** The longer name first: "every two weeks" is not "every week". */
const cadences = once(() => {
  const order: readonly Cadence[] = ['bi-weekly', 'daily', 'weekly', 'quarterly', 'monthly', 'yearly']
  return order.map((cadence) => [cadence, new RegExp(anyOf(words((language) => language.cadences[cadence])), 'u')] as const)
})

export function readReviews(lines: readonly Line[], context: Context): readonly Review[] {
  return lines.map(({raw, line, column}) => {
    const text = context.plain(raw)
    return {text, cadence: cadences().find(([, pattern]) => pattern.test(lower(text)))?.[0] ?? null, line, column}
  })
}

const CODE = /(?:(?<!\p{L})(\p{L}+\s+))?\b(P\d)\b/gu
const worded = once(() => new RegExp(wordedPriority(), 'gu'))
/** What may stand before the code of a priority without saying that only some of it is meant. */
const unqualified = once(() => new Set(['', 'only', 'with', ...words(({and, all, labels}) => [...and, ...all, ...labels.priority])]))

/** Priorities that a phase's heading names: "(Immediate - P0 & Critical P1)" → P0, and P1 only for what a line names. */
export function phasePriorities(heading: string, ids: readonly string[], known: Readonly<Record<string, string>>): Phase['priorities'] {
  const found = [...heading.matchAll(CODE)].flatMap(([, before, code]) => {
    const id = code as string
    return ids.includes(id) ? [{id, qualified: !unqualified().has(fold(before ?? ''))}] : []
  })
  if (found.length > 0) return firstOfEach(found, ({id}) => id)
  return [...lower(heading).matchAll(worded())].flatMap(([word]) => {
    const id = known[withoutLabel(word)]
    return id === undefined ? [] : [{id, qualified: false}]
  })
}
