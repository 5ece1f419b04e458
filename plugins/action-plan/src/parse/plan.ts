import type {Phase, Plan, PriorityLevel, Task} from '../model/plan.ts'
import {byPlace, problem, type Problem} from '../model/problem.ts'
import type {Settings} from '../model/settings.ts'
import {anchors, slug, unique} from './anchor.ts'
import type {Context} from './context.ts'
import {readHeading} from './heading.ts'
import {explainsMark} from './mark-words.ts'
import {inspectNesting} from './item.ts'
import {DEPTH_LIMIT, readFrontMatter, readMarkdown, type HeadingBlock, type Markdown} from './markdown/blocks.ts'
import {outline, type OutlineNode} from './outline.ts'
import {listLines, phasePriorities, prose, readLegend, readMetrics, readNextSteps, readReviews} from './parts.ts'
import {isUnreadablePeriod} from './period.ts'
import {priorityScale, type PriorityScale} from './priority.ts'
import type {Role} from './role.ts'
import {makeSections, type ItemDraft, type SectionDraft} from './section.ts'
import {readSettings} from './settings.ts'
import {readBoxes} from './task.ts'
import {inspectText} from './text.ts'

/** The settings of a plan alone: what they name is read before the plan is judged. */
export function parseSettings(source: string): Settings {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  return readSettings(readFrontMatter(text), {report: () => undefined}).settings
}

/** Reads a plan. Never throws and never drops: what cannot be read is a problem with its place. */
export function parsePlan(source: string): {readonly plan: Plan; readonly problems: readonly Problem[]} {
  const problems: Problem[] = []
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const markdown = readMarkdown(text)
  const {blocks} = markdown
  const context: Context = {report: (found) => void problems.push(found), plain: markdown.plain}

  inspectText(markdown.lines, context)
  inspectMarkdown(markdown, context)
  const {settings, places} = readSettings(markdown.frontMatter, context)
  const legend = findLegend(markdown, context)
  const scale = priorityScale(legend)
  const boxes = readBoxes(markdown, settings, scale, context)

  const anchor = anchors()
  const raw = (heading: HeadingBlock): string => heading.lines.map((line) => line.text).join('\n')
  const root = outline(
    blocks,
    (heading) => readHeading(raw(heading).replace(/\s*\{#[^}]+\}\s*$/, ''), heading, scale, context),
    (heading) => anchor(context.plain(raw(heading))),
    (index) => boxes.tasks.has(index) || (boxes.fields.get(index)?.some(({name}) => name === 'duration' || name === 'issue') ?? false),
  )

  const [first] = root.children
  const tops = root.children.filter(({heading}) => heading?.level === 1)
  // "# Roadmap" above everything is a title; beside other headings of its level, or with nothing below it, it is the part that it names.
  const alone = tops.length === 1 && first !== undefined && (first.children.length > 0 || first.holds)
  const titled =
    first !== undefined &&
    first.heading?.level === 1 &&
    ((first.text?.role ?? null) === null || alone) &&
    root.children.every((node) => node === first || node.heading?.level !== 1 || !first.holds)
      ? first
      : null
  const title = titled?.text === null || titled === null ? '' : context.plain(raw(titled.heading as HeadingBlock))
  const parts: Parts = {overview: [], metrics: [], review: [], next: [], phases: [], sections: [], marksLegend: new Set()}
  const place = {line: 1, column: 1}
  if (root.holds)
    parts.sections.push({node: root, title: title === '' ? 'Tasks' : title, place, items: [{node: root, inner: [], implicit: true}]})
  if (titled === null) for (const node of root.children) visit(node, null)
  else {
    append(parts.overview, titled.own)
    if (titled.holds) parts.sections.push(sectionOf(titled, [{node: {...titled, children: []}, inner: [], implicit: true}]))
    for (const node of titled.children) visit(node, null)
    for (const node of root.children) if (node !== titled) visit(node, null)
  }

  const kept = parts.sections.map((draft) => ({...draft, items: draft.items.filter(({node}) => !parts.marksLegend.has(node))}))
  const sections = makeSections(kept, blocks, boxes, scale, context)
  const legends = [...parts.marksLegend].map((node) => ({title: node.text?.title ?? '', tasks: tasksOf(node)}))
  const legendTasks = legends.flatMap(({tasks}) => tasks)
  for (const {title: heading, tasks} of legends)
    context.report(
      problem(
        'task/in-legend',
        tasks[0] as Task,
        `${tasks.length === 1 ? '1 box' : `${tasks.length} boxes`} under "${heading}" explain${tasks.length === 1 ? 's' : ''} the marks; not counted`,
        'move tasks under another heading',
      ),
    )
  inspectNesting([...boxes.tasks], (index) => parentTask(index), context)

  const phaseId = unique()
  const phases = parts.phases.map(({node, section}): Phase => {
    const heading = node.text?.title ?? ''
    return {
      id: phaseId(slug(heading.replace(/[([:].*$/s, '').trim() || heading, 'phase')),
      title: heading,
      period: node.text?.period ?? {unit: 'unknown'},
      priorities: phasePriorities(heading, scale.ids, scale.words),
      lines:
        section === null
          ? listLines(blocks, node.own).map((line) => ({text: context.plain(line.raw), line: line.line, column: line.column}))
          : [],
      section: section === null ? null : (sections[parts.sections.indexOf(section)]?.id ?? null),
      line: node.heading?.line ?? 1,
      column: node.heading?.column ?? 1,
    }
  })
  const counted = sections.flatMap(({items}) =>
    items.flatMap((item) => item.tasks.map((task) => ({line: task.line, column: task.column, mark: task.mark, item: item.id}))),
  )
  if (counted.length === 0 && !problems.some(({rule}) => rule === 'text/empty')) context.report(noTasks())
  return {
    plan: {
      title,
      overview: prose(blocks, parts.overview, context),
      priorities: legend,
      sections,
      phases,
      metrics: readMetrics(listLines(blocks, parts.metrics), context),
      reviews: readReviews(listLines(blocks, parts.review), context),
      nextSteps: readNextSteps(listLines(blocks, parts.next), context),
      settings,
      places,
      ledger: {
        gfm: boxes.gfm,
        counted: counted.sort((a, b) => a.line - b.line || a.column - b.column),
        ignored: [...boxes.ignored, ...legendTasks.map(({line, column}) => ({line, column, reason: 'legend' as const}))].sort(
          (a, b) => a.line - b.line || a.column - b.column,
        ),
      },
    },
    problems: problems.sort(byPlace),
  }

  /** Sorts a heading into what it is; `section` is the section it stands in. */
  function visit(node: OutlineNode, section: SectionDraft | null): void {
    const {text} = node
    if (text === null) return
    if (text.role !== null && text.role !== 'label') return visitRole(node, text.role)
    if (text.period !== null) return visitPeriod(node)
    // Its tasks count; only its dates are not known.
    if (node.works && text.number === null && isUnreadablePeriod(text.title)) unreadablePeriod(node)
    const inner = node.children.filter((child) => child.works && child.text?.role !== 'label' && !isInside(child, node))
    const isItem = text.number?.includes('.') === true || (section !== null && inner.length === 0)
    if (isItem && (node.works || node.holds)) {
      const home = section ?? lastSection(node)
      home.items.push(itemOf(node))
      for (const child of inner) visit(child, home)
      return
    }
    if (!node.works && text.number === null) {
      for (const child of node.children) visit(child, section)
      return
    }
    // What holds sections, and nothing itself, is only their container ("Action Items").
    const holdsSections = inner.some(
      (child) =>
        child.text?.number?.includes('.') !== true &&
        (child.text?.number != null || child.children.some((grandchild) => grandchild.works && grandchild.text?.role !== 'label')),
    )
    if (!node.holds && holdsSections && text.number === null) {
      for (const child of node.children) visit(child, null)
      return
    }
    const made = sectionOf(
      node,
      node.holds || inner.length < node.children.filter((child) => child.works).length ? [{...itemOf(node), implicit: true}] : [],
    )
    parts.sections.push(made)
    for (const child of node.children) if (inner.includes(child) || !child.works) visit(child, made)
  }

  function visitRole(node: OutlineNode, role: Role): void {
    if (role === 'overview') append(parts.overview, node.own)
    else if (role === 'metrics') append(parts.metrics, deepOwn(node))
    else if (role === 'review') append(parts.review, deepOwn(node))
    else if (role === 'next') append(parts.next, deepOwn(node))
    else if (role === 'schedule' && isSchedule(node))
      for (const child of node.children)
        if (child.text?.period === null && child.text.role === null && !child.works && child.own.length > 0) unreadablePeriod(child)
    if (role === 'legend' && explainsMarks(node)) parts.marksLegend.add(node)
    else if (node.holds) parts.sections.push(sectionOf(node, [{node: {...node, children: []}, inner: [], implicit: true}]))
    for (const child of node.children) visit(child, null)
  }

  /** The tasks right below a heading. */
  function tasksOf({own}: OutlineNode): readonly Task[] {
    return own.flatMap((index) => boxes.tasks.get(index) ?? [])
  }

  /** Whether all boxes below a heading say what boxes mean. One that says anything else is work, and so are those beside it. */
  function explainsMarks(node: OutlineNode): boolean {
    const tasks = tasksOf(node)
    return tasks.some(({text}) => explainsMark(text)) && tasks.every(({text, mark}) => mark === 'unknown' || explainsMark(text))
  }

  /** A whole plan may be called "Roadmap": what holds work and no period is none. */
  function isSchedule({children}: OutlineNode): boolean {
    return children.every(({works}) => !works) || children.some(({text}) => text != null && text.period !== null)
  }

  function visitPeriod(node: OutlineNode): void {
    if (!node.works) {
      parts.phases.push({node, section: null})
      return
    }
    const section = sectionOf(node, node.holds ? [{node: {...node, children: []}, inner: [], implicit: true}] : [])
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
    return {node, inner: inner(node), implicit: false}
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
        text: {number, title: title === '' ? number : title, priority: null, role: null, period: null},
        anchor: null,
        own: [],
        children: [],
        works: true,
        holds: false,
      },
      title: title === '' ? `Section ${number}` : title,
      place: {line: node.heading?.line ?? 1, column: node.heading?.column ?? 1},
      items: [],
    }
    parts.sections.push(made)
    return made
  }

  function parentTask(index: number): Task | null {
    for (let at = blocks[index]?.item ?? null; at !== null; at = blocks[at]?.item ?? null) {
      const task = boxes.tasks.get(at)
      if (task !== undefined) return task
    }
    return null
  }
}

interface Parts {
  readonly overview: number[]
  readonly metrics: number[]
  readonly review: number[]
  readonly next: number[]
  readonly phases: {readonly node: OutlineNode; readonly section: SectionDraft | null}[]
  readonly sections: SectionDraft[]
  readonly marksLegend: Set<OutlineNode>
}

function append<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one)
}

function deepOwn(node: OutlineNode): readonly number[] {
  return [...node.own, ...node.children.flatMap(deepOwn)]
}

/** The priority legend is needed before any heading is read, so it is looked for by its own words. */
function findLegend(markdown: Markdown, context: Context): readonly PriorityLevel[] {
  const {blocks} = markdown
  const quiet: Context = {...context, report: () => undefined}
  const usual: PriorityScale = priorityScale([])
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (block?.type !== 'heading' || block.depth > 0) continue
    if (readHeading(block.lines.map(({text}) => text).join('\n'), block, usual, quiet).role !== 'legend') continue
    const end = blocks.findIndex((next, at) => at > index && next.type === 'heading' && next.depth === 0)
    const own = Array.from({length: (end === -1 ? blocks.length : end) - index - 1}, (_, offset) => index + 1 + offset)
    const levels = readLegend(listLines(blocks, own), context)
    if (levels.length > 0) return levels
  }
  return []
}

/** Number signs that touch what follows. "#1" alone is an issue. */
const NO_SPACE = /^(?:#{1,6}\p{L}|#{2,6}\d)/u

function inspectMarkdown({tooDeep, frontMatter, blocks}: Markdown, context: Context): void {
  if (tooDeep !== null)
    context.report(
      problem(
        'markdown/too-deep',
        tooDeep,
        `lists or quotes nested ${tooDeep.depth} deep, expected at most ${DEPTH_LIMIT}`,
        'move the inner lists to the top',
      ),
    )
  if (frontMatter?.closed === false)
    context.report(
      problem(
        'markdown/unclosed-front-matter',
        {line: 1, column: 1},
        'the front matter is never closed: Markdown takes the whole file for it',
        'write "---" on a line of its own after the settings',
      ),
    )
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.depth > 0) continue
    const [at] = block.lines
    if (at !== undefined && NO_SPACE.test(at.text))
      context.report(
        problem('markdown/not-a-heading', at, `"${at.text.slice(0, 30)}" is text, not a heading`, 'put a space after the number signs'),
      )
  }
}

function noTasks(): Problem {
  return problem(
    'plan/no-tasks',
    {line: 1, column: 1},
    'no tasks: no list item starts with "[ ]" or "[x]"',
    'write "- [ ] text" for what is to be done',
  )
}
