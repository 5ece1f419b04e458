import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {problem} from '../../rules/problem.ts'
import type {Place} from '../../model/place.ts'
import type {Context, Plain} from '../context.ts'
import {kept} from '../kept.ts'
import type {Block, TextLine} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import {agrees, claimOfHeading, readClaim, type Boxes, type Claim} from '../values/claim.ts'
import {holdsTask, tasksOf, type Checkboxes} from './checkboxes.ts'
import {rawHeading, type Heading} from './heading.ts'

/** A heading with the boxes below it and below the headings inside it. */
export interface HeadingBoxes {
  readonly heading: Heading
  readonly boxes: Boxes
}

/** Each heading with all tasks below it; one out of scope is none. */
export function covered(
  headings: readonly Heading[],
  blocks: readonly Block[],
  boxes: Pick<Checkboxes, 'tasks' | 'rows'>,
): readonly HeadingBoxes[] {
  const [counts, ticks] = [[0], [0]]
  for (let index = 0; index < blocks.length; index++) {
    let [count, ticked] = [counts[index] as number, ticks[index] as number]
    for (const {mark} of holdsTask(index, boxes) ? tasksOf([index], boxes) : []) {
      if (mark !== 'dropped') count++
      if (mark === 'done') ticked++
    }
    counts.push(count)
    ticks.push(ticked)
  }
  const ends: number[] = []
  const open: number[] = []
  for (const [at, {block, index}] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) as number] as Heading).block.level >= block.level) ends[open.pop() as number] = index
    open.push(at)
  }
  return headings.map((heading, at) => {
    const end = ends[at] ?? blocks.length
    const of = (sums: readonly number[]): number => (sums[end] as number) - (sums[heading.index] as number)
    return {heading, boxes: {tasks: of(counts), done: of(ticks)}}
  })
}

/** Says which headings, and lines such as "Progress: 75%", claim something else than the boxes below them. */
export function inspectClaims(all: readonly HeadingBoxes[], passages: readonly Passage[], context: Context): void {
  const signs = placesOfSigns(all, context)
  for (const {heading, boxes} of all) {
    if (boxes.tasks === 0) continue
    const claim = claimBy(heading, context.plain)
    const sign = claim === null ? null : signOf(claim)
    if (claim !== null && !agrees(claim, boxes) && (sign === null || signs.has(sign)))
      context.report(problem('claim/heading', heading.block, {claim: claim.text, ...boxes}))
  }
  let at = -1
  for (const {index, claim, place} of passages.flatMap((passage) => progressIn(passage, context.plain))) {
    while ((all[at + 1]?.heading.index ?? Infinity) < index) at++
    const boxes = all[at]?.boxes
    if (boxes !== undefined && boxes.tasks > 0 && !agrees(claim, boxes))
      context.report(problem('claim/progress', place, {claim: claim.text, ...boxes}))
  }
}

/** What a heading claims. */
const claimBy = kept(({block}: Heading, plain: Plain): Claim | null => claimOfHeading(plain(rawHeading(block))))

/** Where a claim is a tick alone; null for one in words. */
const signOf = (claim: Claim): 'before' | 'behind' | null => (claim.kind === 'state' ? (claim.onlySign ?? null) : null)

/** Before this many headings whose boxes are all ticked, a tick before the words may be there by chance. */
const FULL = 2

/** Where ticks alone say that a heading is done: more of them stand where boxes are ticked than where none is. Else they adorn, and before the words they often do. */
function placesOfSigns(all: readonly HeadingBoxes[], context: Context): ReadonlySet<'before' | 'behind'> {
  const [ticked, full] = [
    {before: 0, behind: 0},
    {before: 0, behind: 0},
  ]
  for (const {heading, boxes} of all) {
    const raw = rawHeading(heading.block)
    if (boxes.tasks === 0 || !/[✅✓✔☑]/u.test(raw)) continue
    const claim = claimBy(heading, context.plain)
    const sign = claim === null ? null : signOf(claim)
    if (sign === null) continue
    ticked[sign] += boxes.done > 0 ? 1 : -1
    if (boxes.done === boxes.tasks) full[sign]++
  }
  return new Set((['before', 'behind'] as const).filter((sign) => ticked[sign] > 0 && (sign === 'behind' || full[sign] >= FULL)))
}

const linesOf = (block: Block): readonly TextLine[] =>
  block.type === 'paragraph' || (block.type === 'item' && !/^\[.\]/u.test(block.lines[0]?.text ?? '')) ? block.lines : []

const label = once(() => new RegExp(`^${anyOf(words((language) => language.progress))}\\s*[:：]\\s*(.{1,80})$`, 'u'))

/** A line that claims how far the work below a heading is. */
interface ProgressClaim {
  /** Of its block. */
  readonly index: number
  readonly claim: Claim
  readonly place: Place
}

const progressIn = kept(({blocks, before}: Passage, plain: Plain): readonly ProgressClaim[] =>
  blocks.flatMap((block, at) => linesOf(block).flatMap((line) => progressBy(line, before.blocks + at, plain))),
)

function progressBy({text, line, column}: TextLine, index: number, plain: Plain): readonly ProgressClaim[] {
  if (!/[%\d]/.test(text) || !/[:：]/.test(text) || text.length > 160) return []
  const stated = label().exec(fold(plain(text)).replace(/^[^\p{L}]+/u, ''))?.[1]
  const claim = stated === undefined ? null : readClaim(stated)
  return claim === null || claim.kind === 'state' ? [] : [{index, claim, place: {line, column}}]
}
