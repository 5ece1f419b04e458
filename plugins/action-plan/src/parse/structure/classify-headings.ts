import type {Task} from '../../model/plan.ts'
import {problem} from '../../model/problem.ts'
import type {Context} from '../context.ts'
import {explainsMark} from './mark-legend.ts'
import {fieldOf, isOfItem} from '../../fields/fields.ts'
import type {HeadingBlock} from '../markdown/blocks.ts'
import type {OutlineNode} from './outline.ts'
import {isUnreadablePeriod} from '../values/period.ts'
import type {HeadingKind} from './heading-kind.ts'
import type {ItemDraft, SectionDraft} from './section.ts'
import {fieldsOf, tasksOf, type Checkboxes} from './task.ts'

/** What the headings of a plan are, each with the places of its blocks. */
export interface PlanParts {
  readonly overview: number[]
  readonly metrics: number[]
  readonly review: number[]
  readonly next: number[]
  readonly phases: {readonly node: OutlineNode; readonly section: SectionDraft | null}[]
  readonly sections: SectionDraft[]
  readonly marksLegend: Set<OutlineNode>
}

/** Sorts the headings of a plan into what they are. `plain` gives the text of a heading. */
export function classifyHeadings(
  root: OutlineNode,
  boxes: Checkboxes,
  plain: (heading: HeadingBlock) => string,
  context: Context,
): {readonly title: string; readonly parts: PlanParts} {
  const titled = titleOf(root)
  const title = titled?.heading == null || titled.text === null ? '' : plain(titled.heading)
  const parts: PlanParts = {overview: [], metrics: [], review: [], next: [], phases: [], sections: [], marksLegend: new Set()}
  const place = {line: 1, column: 1}
  if (root.hasTasks && isMore({node: root, children: [], implicit: true}, root.children.length > 0))
    parts.sections.push({node: root, title: title === '' ? 'Tasks' : title, place, items: [{node: root, children: [], implicit: true}]})
  if (titled === null) for (const node of root.children) visit(node, null)
  else {
    append(parts.overview, titled.blocks)
    const loose = {node: {...titled, children: []}, children: [], implicit: true}
    if (titled.hasTasks && isMore(loose, titled.children.length > 0)) parts.sections.push(sectionOf(titled, [loose]))
    for (const node of titled.children) visit(node, null)
    for (const node of root.children) if (node !== titled) visit(node, null)
  }

  return {title, parts}

  /** Sorts a heading into what it is; `section` is the section it stands in. */
  function visit(node: OutlineNode, section: SectionDraft | null): void {
    const {text} = node
    if (text === null) return
    if (text.role !== null && text.role !== 'label') return visitRole(node, text.role, section)
    if (text.period !== null) return visitPeriod(node, section)
    // Its tasks count; only its dates are not known.
    if (node.hasTasksDeep && text.number === null && isUnreadablePeriod(text.title)) unreadablePeriod(node)
    const inner = node.children.filter((child) => child.hasTasksDeep && child.text?.role !== 'label' && !isInside(child, node))
    const isItem = text.number?.includes('.') === true || (section !== null && inner.length === 0)
    if (isItem && (node.hasTasksDeep || node.hasTasks)) {
      const home = section ?? lastSection(node)
      const item = itemOf(node)
      home.items.push(item)
      for (const child of [...inner, ...leftOut(item)]) visit(child, home)
      return
    }
    if (!node.hasTasksDeep && text.number === null) {
      for (const child of node.children) visit(child, section)
      return
    }
    // What holds sections, and nothing itself, is only their container ("Action Items").
    const holdsSections = inner.some(
      (child) =>
        child.text?.number?.includes('.') !== true &&
        (child.text?.number != null || child.children.some((grandchild) => grandchild.hasTasksDeep && grandchild.text?.role !== 'label')),
    )
    if (!node.hasTasks && holdsSections && text.number === null) {
      for (const child of node.children) visit(child, null)
      return
    }
    const loose = {...itemOf(node), implicit: true}
    const holds = node.hasTasks || loose.children.some((one) => one.hasTasks)
    const made = sectionOf(node, holds && isMore(loose, inner.length > 0) ? [loose] : [])
    parts.sections.push(made)
    for (const child of [...node.children.filter((child) => inner.includes(child) || !child.hasTasksDeep), ...leftOut(loose)])
      visit(child, made)
  }

  function visitRole(node: OutlineNode, role: HeadingKind, section: SectionDraft | null): void {
    const work = node.text?.work ?? null
    // "1.2 Review" with tasks, among the items of a section, is one of them.
    const isItem = section !== null && node.hasTasks && !explainsMarks(node)
    if (isItem && work?.number?.includes('.') === true) return visitWork(node, section)
    if (role === 'overview') append(parts.overview, node.blocks)
    else if (role === 'metrics') append(parts.metrics, deepOwn(node))
    else if (role === 'review') append(parts.review, deepOwn(node))
    else if (role === 'next') append(parts.next, deepOwn(node))
    else if (role === 'schedule' && isSchedule(node))
      for (const child of node.children)
        if (child.text?.period === null && child.text.role === null && !child.hasTasksDeep && child.blocks.length > 0)
          unreadablePeriod(child)
    if (isItem) return visitWork(node, section)
    if (role === 'legend' && explainsMarks(node)) parts.marksLegend.add(node)
    else if (node.hasTasks) parts.sections.push(sectionOf(node, [{node: {...node, children: []}, children: [], implicit: true}]))
    for (const child of node.children) visit(child, null)
  }

  /** Whether all boxes below a heading say what boxes mean. One that says anything else is work, and so are those beside it. */
  function explainsMarks(node: OutlineNode): boolean {
    const tasks = tasksOf(node, boxes)
    const countOf = (kind: Task['mark']): number => tasks.filter(({mark}) => mark === kind).length
    return (
      // A legend has each mark once: two open boxes are work.
      countOf('open') <= 1 &&
      countOf('done') <= 1 &&
      tasks.some(({text}) => explainsMark(text)) &&
      tasks.every(({text, mark}) => mark === 'unknown' || explainsMark(text))
    )
  }

  /** A whole plan may be called "Roadmap": what holds work and no period is none. */
  function isSchedule({children}: OutlineNode): boolean {
    return children.every(({hasTasksDeep: works}) => !works) || children.some(({text}) => text != null && text.period !== null)
  }

  /** Takes a heading for the work that it holds, whatever its words name. */
  function visitWork(node: OutlineNode, section: SectionDraft): void {
    if (node.text?.work != null) visit({...node, text: {...node.text.work, role: null, period: null, work: null}}, section)
  }

  function visitPeriod(node: OutlineNode, outer: SectionDraft | null): void {
    if (isUnreadablePeriod(node.text?.title ?? '')) unreadablePeriod(node)
    // "Week 1" in "Q1 2027" is not the first week of the plan.
    const inner = node.text?.period?.unit ?? 'unknown'
    if (node.text !== null && outer?.node.text?.period?.unit === 'date' && inner !== 'date' && inner !== 'unknown') {
      unreadablePeriod(node)
      return visitPeriod({...node, text: {...node.text, period: {unit: 'unknown'}}}, outer)
    }
    if (!node.hasTasksDeep) {
      parts.phases.push({node, section: null})
      return
    }
    // The weeks of a section are as urgent as it is.
    const priority = outer?.node.text?.priority ?? null
    const own = node.text === null || priority === null ? node : {...node, text: {...node.text, priority}}
    const loose = {node: {...node, children: []}, children: [], implicit: true}
    const items = node.children.some(({hasTasksDeep: works}) => works)
    const section = sectionOf(own, node.hasTasks && isMore(loose, items) ? [loose] : [])
    parts.phases.push({node, section})
    parts.sections.push(section)
    for (const child of node.children) visit(child, section)
  }

  function unreadablePeriod(node: OutlineNode): void {
    const heading = node.heading as HeadingBlock
    context.report(
      problem(
        'schedule/unreadable-period',
        heading,
        `"${node.text?.title ?? ''}" is no period that can be read`,
        'name its weeks ("Week 2-3"), month, quarter or dates',
      ),
    )
  }

  /** True for headings that only group an item's tasks: labels ("Actions"), and headings without a number inside a numbered item. */
  function isInside(child: OutlineNode, parent: OutlineNode): boolean {
    return child.text?.number == null && parent.text?.number?.includes('.') === true
  }

  function itemOf(node: OutlineNode): ItemDraft {
    const inner = (of: OutlineNode): OutlineNode[] =>
      of.children.filter((child) => child.text?.role === 'label' || isInside(child, node)).flatMap((child) => [child, ...inner(child)])
    return {node, children: inner(node), implicit: false}
  }

  /** Whether what stands right below a heading is more than fields above its items, which would belong to none of them. */
  function isMore({node, children: inner}: ItemDraft, aboveItems: boolean): boolean {
    const nodes = [node, ...inner]
    if (!aboveItems || nodes.some((one) => tasksOf(one, boxes).length > 0)) return true
    for (const field of nodes.flatMap((one) => fieldsOf(one, boxes)))
      if (isOfItem(field.name))
        context.report(
          problem(
            'field/of-section',
            field,
            `"${fieldOf(field.name).label}" stands above the items below it, and belongs to none of them`,
            'write it under each item that it is meant for',
          ),
        )
    return false
  }

  /** What stands below the headings inside an item, and is none of them. */
  function leftOut({children: inner}: ItemDraft): readonly OutlineNode[] {
    return inner.flatMap(({children}) => children.filter((child) => !inner.includes(child)))
  }

  function sectionOf(node: OutlineNode, items: ItemDraft[]): SectionDraft {
    return {node, title: node.text?.title ?? title, place: {line: node.heading?.line ?? 1, column: node.heading?.column ?? 1}, items}
  }

  /** Where an item goes that stands in no section: the section before it, if it opened one for such items; else a new one. */
  function lastSection(node: OutlineNode): SectionDraft {
    const number = node.text?.number?.split('.')[0] ?? ''
    const before = parts.sections.at(-1)
    if (before !== undefined && before.node.heading === null && before.node.text?.number === number) return before
    const made: SectionDraft = {
      node: {
        heading: null,
        text: {number, title: title === '' ? number : title, priority: null, role: null, period: null, work: null},
        anchor: null,
        blocks: [],
        children: [],
        hasTasksDeep: true,
        hasTasks: false,
      },
      title: title === '' ? `Section ${number}` : title,
      place: {line: node.heading?.line ?? 1, column: node.heading?.column ?? 1},
      items: [],
    }
    parts.sections.push(made)
    return made
  }
}

/** The heading that is the plan's title. "# Roadmap" above everything is one; beside other headings of its level, or with nothing below it, it is the part that it names. */
function titleOf(root: OutlineNode): OutlineNode | null {
  const [first] = root.children
  if (first?.heading?.level !== 1) return null
  const others = root.children.slice(1).filter(({heading}) => heading?.level === 1)
  const alone = others.length === 0 && (first.children.length > 0 || first.hasTasks)
  return ((first.text?.role ?? null) === null || alone) && (others.length === 0 || !first.hasTasks) ? first : null
}

function append<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one)
}

function deepOwn(node: OutlineNode): readonly number[] {
  return [...node.blocks, ...node.children.flatMap(deepOwn)]
}
