import type {Place} from '../../model/place.ts'
import type {Phase, Plan, PriorityLevel, Task} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import {problemInWords as problem} from '../../rules/problem.ts'
import type {Settings} from '../../model/settings.ts'
import {anchors, ownAnchorAt, slug, unique} from './anchor.ts'
import {classifyHeadings} from './classify-headings.ts'
import {collect, type Context} from '../context.ts'
import {isFieldLine} from '../fields.ts'
import {folded} from './fold.ts'
import {readHeading} from './heading.ts'
import {inspectNesting} from './item.ts'
import {DEPTH_LIMIT, readFrontMatter, readMarkdown, type HeadingBlock, type Markdown} from '../markdown/blocks.ts'
import {outline} from './outline.ts'
import {listLines, phasePriorities, prose, readLegend, readMetrics, readNextSteps, readReviews} from './section-prose.ts'
import {priorityScale, type PriorityScale} from '../values/priority.ts'
import {makeSections} from './section.ts'
import {placesOfList, readSettings} from '../settings/settings.ts'
import {readCheckboxes, taskAround, tasksOf} from './task.ts'
import {inspectHtml} from './raw-html.ts'
import {inspectText, lineAt} from '../markdown/text.ts'

/** The settings of a plan alone: what they name is read before the plan is judged. */
export function parseSettings(source: string): Settings {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  return readSettings(readFrontMatter(text)).value.settings
}

/** Where the entries of a list stand in a page's front matter, such as `plan_items`. */
export const placesOfEntries = (source: string, key: string): readonly Place[] =>
  placesOfList(readFrontMatter(source.startsWith('\uFEFF') ? source.slice(1) : source), key)

/** Every task of a text by the line of its box, as the numbers count them: its page shows by this what is a task, and under which address. */
export function parseTasks(source: string): ReadonlyMap<number, Task> {
  const quiet = {report: () => undefined}
  const markdown = readMarkdown(source.startsWith('\uFEFF') ? source.slice(1) : source)
  const {settings} = readSettings(markdown.frontMatter).value
  const {tasks} = readCheckboxes(markdown, settings, priorityScale([]), {...quiet, plain: markdown.plain})
  return new Map(Array.from(tasks.values(), (task) => [task.line, task]))
}

/** Reads a plan. Never throws and never drops: what cannot be read is a problem with its place. `malformed` are the offsets where the file's bytes were not UTF-8. */
export function parsePlan(source: string, malformed: readonly number[] = []): {readonly plan: Plan; readonly problems: readonly Problem[]} {
  const problems: Problem[] = []
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const markdown = readMarkdown(text)
  const {blocks} = markdown
  const context: Context = {report: (found) => void problems.push(found), plain: markdown.plain}

  problems.push(...inspectText(markdown.lines, new Set(malformed.map((offset) => lineAt(source, offset)))))
  inspectMarkdown(markdown, context)
  inspectHtml(markdown, context)
  const {settings, places} = collect(readSettings(markdown.frontMatter), context)
  const legend = findLegend(markdown, context)
  const scale = priorityScale(legend)
  const boxes = readCheckboxes(markdown, settings, scale, context)

  const anchor = anchors()
  const raw = (heading: HeadingBlock): string => heading.lines.map((line) => line.text).join('\n')
  const root = outline(
    blocks,
    (heading) => readHeading(withoutAnchor(raw(heading)), heading, scale, context),
    (heading) => anchor(context.plain(raw(heading))),
    (index) =>
      boxes.tasks.has(index) ||
      (boxes.fields.get(index)?.some(({name}) => name === 'duration' || name === 'due' || name === 'issue') ?? false),
  )

  const {title, parts} = classifyHeadings(root, boxes, (heading) => context.plain(raw(heading)), context)
  const kept = parts.sections.map((draft) => ({...draft, items: draft.items.filter(({node}) => !parts.marksLegend.has(node))}))
  const sections = makeSections(kept, blocks, boxes, scale, context)
  const legends = [...parts.marksLegend].map((node) => ({title: node.text?.title ?? '', tasks: tasksOf(node, boxes)}))
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
  inspectNesting([...boxes.tasks], (index) => taskAround(blocks[index], blocks, boxes.tasks), context)

  const phaseId = unique()
  const drafts = new Map(parts.sections.map((draft, index) => [draft, index]))
  const phases = parts.phases.map(({node, section}): Phase => {
    const heading = node.text?.title ?? ''
    return {
      id: phaseId(slug((heading.split(/[([:]/, 1)[0] as string).trim() || heading, 'phase')),
      title: heading,
      period: node.text?.period ?? {unit: 'unknown'},
      priorities: phasePriorities(heading, scale.ids, scale.words),
      lines:
        section === null
          ? listLines(blocks, node.blocks).map((line) => ({text: context.plain(line.raw), line: line.line, column: line.column}))
          : [],
      section: section === null ? null : (sections[drafts.get(section) ?? -1]?.id ?? null),
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
    problems: folded(problems, markdown.lines),
  }
}

function withoutAnchor(text: string): string {
  const at = ownAnchorAt(text)
  return at === -1 ? text : text.slice(0, at).trimEnd()
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

function inspectMarkdown({tooDeep, frontMatter, blocks, lines}: Markdown, context: Context): void {
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
    const field = block.type === 'heading' ? block.lines.at(-1) : undefined
    // Number signs are not part of a heading's text: where the source starts with its words, dashes made it one.
    if (field !== undefined && isFieldLine(field.text) && lines[field.line - 1]?.trimStart().startsWith('#') === false)
      context.report(
        problem(
          'field/heading',
          field,
          `"${field.text.slice(0, 40)}" is a heading, because of the line of dashes below it`,
          'put an empty line before the line of dashes',
        ),
      )
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
