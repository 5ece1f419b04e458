import type {Task} from '../../model/plan.ts'
import {namesDay} from '../values/month.ts'
import {isFiscal, lacksYear} from '../values/period.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {fieldOf} from '../../fields/fields.ts'
import type {HeadingBlock} from '../markdown/blocks.ts'
import type {Checkboxes} from './checkboxes.ts'
import {classify, looseOf, type Loose, type NodeKind, type PartName} from './classify-headings.ts'
import {isLettered} from './heading.ts'
import type {DraftHeading, ItemDraft, PhaseDraft, SectionDraft} from './draft.ts'
import type {HeadingNode, Outline} from './outline.ts'

/** What the headings of a plan make together. `lines` are indices of the blocks that say what the parts of a plan say. */
export interface PlanParts {
  readonly title: string
  readonly lines: Readonly<Record<PartName, readonly number[]>>
  readonly phases: readonly PhaseDraft[]
  readonly sections: readonly SectionDraft[]
  readonly marksLegends: readonly {readonly title: string; readonly tasks: readonly Task[]}[]
}

type OpenSection = SectionDraft & {readonly items: ItemDraft[]}

/** Adds what headings are, one after another, to the parts of their plan. */
class PartsBuilder {
  readonly lines: Record<PartName, number[]> = {overview: [], metrics: [], review: [], next: [], schedule: [], legend: []}
  readonly phases: PhaseDraft[] = []
  readonly sections: OpenSection[] = []
  readonly marksLegends: {readonly title: string; readonly tasks: readonly Task[]}[] = []
  /** The section that was opened for numbered items that stand in none. */
  private opened: OpenSection | null = null
  readonly title: string
  private readonly boxes: Checkboxes
  private readonly context: Context

  constructor(title: string, boxes: Checkboxes, context: Context) {
    this.title = title
    this.boxes = boxes
    this.context = context
  }

  /** Adds headings that stand in a section, or in none. */
  addAll(nodes: readonly HeadingNode[], home: OpenSection | null): void {
    for (const node of nodes) this.add(classify(node, home, this.boxes), home)
  }

  private add(found: NodeKind, home: OpenSection | null): void {
    for (const heading of found.unreadable) this.reportUnreadable(heading)
    switch (found.kind) {
      case 'prose':
        return this.addAll(found.below, home)
      case 'container':
        return this.addAll(found.below, null)
      case 'item': {
        const section = home ?? this.sectionFor(found.heading)
        section.items.push({heading: found.heading, blocks: found.blocks})
        return this.addAll(found.below, section)
      }
      case 'section':
        return this.addAll(found.below, this.addSection(found.heading, found.blocks, this.looseItems(found.loose)))
      case 'phase': {
        const {heading, period, blocks, loose} = found
        const section = loose === null ? null : this.addSection(heading, blocks, this.looseItems(loose), period)
        this.phases.push({title: heading.title, period, place: heading.place, blocks, section})
        return this.addAll(found.below, section)
      }
      case 'part':
        append(this.lines[found.name], found.lines)
        if (found.item !== null) this.addSection(found.heading, found.blocks, [found.item])
        return this.addAll(found.below, null)
      case 'part-and-work':
        append(this.lines[found.name], found.lines)
        return this.add(found.work, home)
      case 'marks-legend':
        this.marksLegends.push({title: found.heading.title, tasks: found.tasks})
        return this.addAll(found.below, null)
    }
  }

  addSection(heading: DraftHeading, blocks: readonly number[], items: ItemDraft[], period: SectionDraft['period'] = null): OpenSection {
    const section = {...heading, period, blocks, items}
    this.sections.push(section)
    return section
  }

  /** The implicit item of what stands above the items of a section, if it makes one; else its fields are reported. */
  looseItems({item, strayFields}: Loose): ItemDraft[] {
    for (const field of strayFields) this.context.report(problem('field/of-section', field, {label: fieldOf(field.name).label}))
    return item === null ? [] : [item]
  }

  /** Where an item goes that stands in no section: the section before it, if it was opened for such items; else a new one. */
  private sectionFor({number, place}: DraftHeading): OpenSection {
    const first = isLettered(number) ? null : (number?.split('.')[0] ?? '')
    if (this.opened !== null && this.opened === this.sections.at(-1) && this.opened.number === first) return this.opened
    const title = this.title !== '' ? this.title : first === null ? 'Items' : `Section ${first}`
    this.opened = this.addSection({number: first, title, priority: null, anchor: null, place}, [], [])
    return this.opened
  }

  private reportUnreadable({title, place}: DraftHeading): void {
    this.context.report(
      problem(
        isFiscal(title) ? 'schedule/fiscal-year' : lacksYear(title) || namesDay(title) ? 'schedule/no-year' : 'schedule/unreadable-period',
        place,
        {heading: title},
      ),
    )
  }
}

/** Sorts the headings of a plan into its parts. `plain` gives the text of a heading. */
export function planParts(root: Outline, boxes: Checkboxes, plain: (heading: HeadingBlock) => string, context: Context): PlanParts {
  const titled = titleOf(root)
  const parts = new PartsBuilder(titled === null ? '' : plain(titled.heading), boxes, context)
  const none = {number: null, priority: null, anchor: null, place: {line: 1, column: 1}}
  if (root.hasTasks) addLoose(parts, root, boxes, {...none, title: parts.title === '' ? 'Tasks' : parts.title})
  if (titled === null) parts.addAll(root.children, null)
  else {
    append(parts.lines.overview, titled.blocks)
    const {number, title, priority} = titled.text
    if (titled.hasTasks) addLoose(parts, titled, boxes, {number, title, priority, anchor: titled.anchor, place: titled.heading})
    parts.addAll(titled.children, null)
    parts.addAll(
      root.children.filter((node) => node !== titled),
      null,
    )
  }
  return parts
}

/** Adds what stands right below the title, or above all headings, as a section of its own. */
function addLoose(parts: PartsBuilder, {blocks, children}: Outline, boxes: Checkboxes, heading: DraftHeading): void {
  const items = parts.looseItems(looseOf(blocks, children.length > 0, boxes))
  if (items.length > 0) parts.addSection(heading, blocks, items)
}

/** The heading that is the plan's title. "# Roadmap" above everything is one; beside other headings of its level, or with nothing below it, it is the part that it names. */
function titleOf(root: Outline): HeadingNode | null {
  const [first] = root.children
  if (first?.heading.level !== 1) return null
  const others = root.children.slice(1).filter(({heading}) => heading.level === 1)
  const alone = others.length === 0 && (first.children.length > 0 || first.hasTasks)
  const isWork = first.text.kind === 'work' || first.text.kind === 'period'
  return (isWork || alone) && (others.length === 0 || !first.hasTasks) ? first : null
}

function append<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one)
}
