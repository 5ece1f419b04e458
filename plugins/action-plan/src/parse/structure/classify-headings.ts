import {isOfItem} from '../../fields/fields.ts'
import type {Period, Task} from '../../model/plan.ts'
import {isUnreadablePeriod} from '../values/period.ts'
import {saysPriority} from '../values/priority.ts'
import {stateOfHeading} from '../values/state.ts'
import type {DraftHeading, ItemDraft, SectionDraft} from './draft.ts'
import {isItemNumber, isLettered, statedPeriod, type HeadingWords} from './heading.ts'
import type {HeadingKind} from './heading-kind.ts'
import {explainsMarks} from './mark-legend.ts'
import type {HeadingNode} from './outline.ts'
import {fieldsOf, tasksOf, type Checkboxes} from './checkboxes.ts'
import type {FieldAt} from './field-lines.ts'

interface Classified {
  /** Headings whose words mean a period that cannot be read: this one, or those below a schedule. */
  readonly unreadable: readonly DraftHeading[]
  /** Headings under it that are classified by themselves. */
  readonly below: readonly HeadingNode[]
}

/** What stands right below a heading and above its items. */
export interface Loose {
  /** The implicit item of it; null when nothing stands there, or nothing but fields. */
  readonly item: ItemDraft | null
  /** Fields that are meant for one of the items below them. */
  readonly strayFields: readonly FieldAt[]
}

/** What a heading is as work. */
export type WorkKind = Classified &
  (
    | {readonly kind: 'prose'}
    /** Holds sections and nothing itself ("Action Items"). */
    | {readonly kind: 'container'}
    | {readonly kind: 'section'; readonly heading: DraftHeading; readonly blocks: readonly number[]; readonly loose: Loose}
    | {readonly kind: 'item'; readonly heading: DraftHeading; readonly blocks: readonly number[]}
  )

export type PartName = Exclude<HeadingKind, 'label'>

/** What a heading is in its plan. */
export type NodeKind =
  | WorkKind
  | (Classified & {
      readonly kind: 'phase'
      readonly heading: DraftHeading
      readonly blocks: readonly number[]
      readonly period: Period
      /** Null for a phase without work: nothing below it is classified. */
      readonly loose: Loose | null
    })
  | (Classified & {
      /** Known by its words, such as "Success Metrics". */
      readonly kind: 'part'
      readonly name: PartName
      readonly heading: DraftHeading
      /** The blocks that say what the part says. */
      readonly lines: readonly number[]
      /** Its blocks as an implicit item, when they hold tasks. */
      readonly item: ItemDraft | null
      readonly blocks: readonly number[]
    })
  /** A part that stands among the items of a section and holds tasks: it is one of them too. */
  | (Classified & {readonly kind: 'part-and-work'; readonly name: PartName; readonly lines: readonly number[]; readonly work: WorkKind})
  /** Its boxes explain what marks mean. */
  | (Classified & {readonly kind: 'marks-legend'; readonly heading: DraftHeading; readonly tasks: readonly Task[]})

/** What a heading needs to know of the section that it stands in. */
export type Within = Pick<SectionDraft, 'period' | 'priority'>

const NONE: readonly never[] = []

/** What a heading is in its plan, by its words, by what it holds, and by the section that it stands in. */
export function classify(node: HeadingNode, within: Within | null, boxes: Checkboxes): NodeKind {
  const {text} = node
  if (text.kind === 'work') return classifyWork(node, text, within, boxes)
  if (text.kind !== 'label' && text.kind !== 'period' && isSectionByNumbers(node, text.work))
    return classifyWork(node, text.work, within, boxes)
  if (text.kind !== 'label' && text.kind !== 'period') return classifyPart(node, text.kind, text.work, within, boxes)
  const period = statedPeriod(text)
  return period === null ? classifyWork(node, text, within, boxes) : classifyPhase(node, period, within, boxes)
}

function classifyWork(node: HeadingNode, words: HeadingWords, within: Within | null, boxes: Checkboxes): WorkKind {
  if (!node.hasTasksDeep && (words.number === null || isLettered(words.number)))
    return {kind: 'prose', unreadable: NONE, below: node.children}
  const heading = headingOf(node, words)
  // Its tasks count; only its dates are not known.
  const unreadable = node.hasTasksDeep && words.number === null && isUnreadablePeriod(words.title) ? [heading] : NONE
  const isNumbered = isItem(node, words)
  const apart = node.children.filter((child) => child.hasTasksDeep && !isInside(child, isNumbered))
  const inside = insideOf(node, isNumbered)
  const blocks = inside.length === 0 ? node.blocks : [node, ...inside].flatMap((one) => one.blocks)
  // What stands below the headings inside it, and is none of them.
  const leftOut = inside.flatMap(({children}) => children.filter((child) => !isInside(child, isNumbered)))
  if (node.hasTasksDeep && (isNumbered || (within !== null && apart.length === 0)))
    return {kind: 'item', heading, blocks, unreadable, below: [...apart, ...leftOut]}
  // A column of a board holds items, whatever their numbers.
  if (!node.hasTasks && words.number === null && stateOfHeading(words.title) === null && apart.some(isSection))
    return {kind: 'container', unreadable, below: node.children}
  const holds = node.hasTasks || inside.some(({hasTasks}) => hasTasks)
  return {
    kind: 'section',
    heading,
    blocks: node.blocks,
    loose: holds ? looseOf(blocks, apart.length > 0, boxes) : {item: null, strayFields: NONE},
    unreadable,
    below: [...node.children.filter((child) => !child.hasTasksDeep || !isInside(child, isNumbered)), ...leftOut],
  }
}

/** "1. Metrics" above "1.1 Dashboards" with tasks is a section of the plan, and not its metrics. */
function isSectionByNumbers({text, children}: HeadingNode, {number}: HeadingWords): boolean {
  if (number === null || text.kind === 'legend') return false
  return children.some((child) => (child.text.number ?? '').startsWith(`${number}.`) && holdsWork(child))
}

const holdsWork = ({hasTasks, children}: HeadingNode): boolean => hasTasks || children.some(holdsWork)

/** "1.2" is an item, and "AUTH-7" too, unless it is a section of others: "EPIC-1" above "AUTH-7". */
function isItem({children}: HeadingNode, {number}: HeadingWords): boolean {
  if (!isItemNumber(number)) return false
  return !isLettered(number) || !children.some(({hasTasksDeep, text}) => hasTasksDeep && isItemNumber(text.number))
}

/** Whether a heading below one that has no number opens a section of its own. */
function isSection({text, children}: HeadingNode): boolean {
  if (isItemNumber(text.number)) return false
  return text.number !== null || children.some((child) => child.hasTasksDeep && child.text.kind !== 'label')
}

function classifyPart(node: HeadingNode, name: PartName, work: HeadingWords, within: Within | null, boxes: Checkboxes): NodeKind {
  const tasks = tasksOf(node.blocks, boxes)
  const isLegend = explainsMarks(tasks)
  const isWork = within !== null && node.hasTasks && !isLegend
  // "1.2 Review" with tasks, among the items of a section, is one of them.
  if (isWork && isItemNumber(work.number)) return classifyWork(node, work, within, boxes)
  const heading = headingOf(node, node.text)
  const unreadable =
    name === 'schedule' && isSchedule(node) ? node.children.filter(isUndated).map((child) => headingOf(child, child.text)) : NONE
  const lines = linesOf(node, name)
  if (isWork) return {kind: 'part-and-work', name, lines, work: classifyWork(node, work, within, boxes), unreadable, below: NONE}
  if (name === 'legend' && isLegend) return {kind: 'marks-legend', heading, tasks, unreadable, below: node.children}
  const item = node.hasTasks ? {heading: null, blocks: node.blocks} : null
  return {kind: 'part', name, heading, lines, item, blocks: node.blocks, unreadable, below: node.children}
}

function linesOf(node: HeadingNode, name: PartName): readonly number[] {
  if (name === 'schedule' || name === 'legend') return NONE
  return name === 'overview' ? node.blocks : blocksDeep(node)
}

/** A whole plan may be called "Roadmap": what holds work and no period is no schedule. */
function isSchedule({children}: HeadingNode): boolean {
  return children.every(({hasTasksDeep}) => !hasTasksDeep) || children.some(({text}) => statedPeriod(text) !== null)
}

/** Whether a heading below a schedule is meant as a period, and states none that can be read. */
function isUndated({text, hasTasksDeep, blocks}: HeadingNode): boolean {
  return text.kind === 'work' && !hasTasksDeep && blocks.length > 0 && isUnreadablePeriod(text.title)
}

function classifyPhase(node: HeadingNode, stated: Period, within: Within | null, boxes: Checkboxes): NodeKind {
  // "Week 1" in "Q1 2027" is not the first week of the plan.
  const isLost = within?.period?.unit === 'date' && stated.unit !== 'date' && stated.unit !== 'unknown'
  const period: Period = isLost ? {unit: 'unknown'} : stated
  // The weeks of a section are as urgent as it is, but for one that says it: "Phase 3: Export (Priority: P1)".
  const own = node.text.kind !== 'work' && saysPriority(node.text.title) ? node.text.work.priority : null
  const heading = {...headingOf(node, node.text), priority: own ?? within?.priority ?? null}
  const {blocks, children, hasTasks, hasTasksDeep} = node
  const common = {
    kind: 'phase',
    heading,
    blocks,
    period,
    // One that has dates took its year from elsewhere.
    unreadable: isLost || (period.unit !== 'date' && isUnreadablePeriod(heading.title)) ? [heading] : NONE,
  } as const
  if (!hasTasksDeep) return {...common, loose: null, below: NONE}
  const isAboveItems = children.some((child) => child.hasTasksDeep)
  return {...common, loose: hasTasks ? looseOf(blocks, isAboveItems, boxes) : {item: null, strayFields: NONE}, below: children}
}

/** True for headings that only group an item's tasks: labels ("Actions"), and headings without a number inside a numbered item. */
function isInside({text}: HeadingNode, isNumbered: boolean): boolean {
  return text.kind === 'label' || (isNumbered && text.number === null)
}

function insideOf(node: HeadingNode, isNumbered: boolean): readonly HeadingNode[] {
  return node.children.filter((child) => isInside(child, isNumbered)).flatMap((child) => [child, ...insideOf(child, isNumbered)])
}

function blocksDeep(node: HeadingNode): readonly number[] {
  return [...node.blocks, ...node.children.flatMap(blocksDeep)]
}

/** Sorts what stands right below a heading: its tasks count as the section's, and fields alone above items belong to none of them. */
export function looseOf(blocks: readonly number[], isAboveItems: boolean, boxes: Checkboxes): Loose {
  if (!isAboveItems || tasksOf(blocks, boxes).length > 0) return {item: {heading: null, blocks}, strayFields: NONE}
  return {
    item: null,
    strayFields: fieldsOf(blocks, boxes).filter(({name}) => isOfItem(name)),
  }
}

function headingOf({heading, anchor}: HeadingNode, {number, title, priority}: HeadingWords): DraftHeading {
  return {number, title, priority, anchor, place: heading}
}
