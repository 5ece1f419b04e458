import type {Place} from '../../model/place.ts'
import type {Parsed} from '../../model/history.ts'
import type {Task} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import type {Settings} from '../../model/settings.ts'
import {problem} from '../../rules/problem.ts'
import {collect, type Context} from '../context.ts'
import {keeper} from '../kept.ts'
import {readMarkdown, type Markdown} from '../markdown/blocks.ts'
import {readFrontMatter} from '../markdown/front-matter.ts'
import {inspectText, lineAt} from '../markdown/text.ts'
import {roomForSetting} from '../settings/room.ts'
import {placesOfList, readSettings} from '../settings/settings.ts'
import {taskFileFields} from '../settings/task-file.ts'
import {priorityScale, type PriorityScale} from '../values/priority.ts'
import {fieldsOf, readCheckboxes, taskAround} from './checkboxes.ts'
import {covered, inspectClaims} from './claims.ts'
import {findLegend} from './find-legend.ts'
import {folded} from './fold.ts'
import {headingsOf, rawHeading} from './heading.ts'
import {inspectMarkdown} from './inspect-markdown.ts'
import {inspectNesting, inspectStatusOf} from './item.ts'
import {makeLedger} from './ledger.ts'
import {outline} from './outline.ts'
import {makePhases} from './phase.ts'
import {planParts, type PlanParts} from './plan-parts.ts'
import {withRows} from './rows.ts'
import {withTaskFile} from './task-file.ts'
import {headingNames, inspectTables, type HeadingNames} from './table-claims.ts'
import {inspectStatusBullets, inspectStatusTables} from './status-lists.ts'
import {tablesOf} from './table.ts'
import {withoutTableNumbers} from './table-numbers.ts'
import {inspectHtml} from './raw-html.ts'
import {Years} from './years.ts'
import {makeSections} from './section.ts'
import {listLines, prose, readMetrics, readNextSteps, readReviews} from './section-prose.ts'

/** Without a byte-order mark. */
const withoutMark = (source: string): string => (source.startsWith('\uFEFF') ? source.slice(1) : source)

/** The settings of a plan alone: what they name is read before the plan is judged. */
export function parseSettings(source: string): Settings {
  return readSettings(readFrontMatter(withoutMark(source))).value.settings
}

/** Where the entries of a list stand in a page's front matter, such as `plan_items`. */
export const placesOfEntries = (source: string, key: string): readonly Place[] => placesOfList(readFrontMatter(withoutMark(source)), key)

/** Every task of a text by the line of its box, as the numbers count them: its page shows by this what is a task, and under which address. */
export function parseTasks(source: string): ReadonlyMap<number, Task> {
  const markdown = readMarkdown(withoutMark(source))
  const {settings} = readSettings(markdown.frontMatter).value
  const context: Context = {report: () => undefined, plain: markdown.plain}
  const reader = {settings, scale: priorityScale([]), context}
  const boxes = readCheckboxes(markdown, settings, reader.scale, context)
  const {rows} = settings.tables ? withRows(boxes, tablesOf(markdown), headingsOf(markdown), markdown, reader) : boxes
  return new Map([...boxes.tasks.values(), ...[...rows.values()].flat()].map((task) => [task.line, task]))
}

/** Reads a plan. Never throws and never drops: what cannot be read is a problem with its place. `malformed` are the offsets where the file's bytes were not UTF-8. */
export const parsePlan = (source: string, malformed: readonly number[] = []): Parsed => planReader()(source, malformed)

/** Reads the texts of a plan, one after another, as `parsePlan` reads each: what a text has in common with the one before it is not read again. */
export function planReader(): (source: string, malformed?: readonly number[]) => Parsed {
  let last: Markdown | null = null
  return (source, malformed = []) => {
    last = readMarkdown(withoutMark(source), last)
    return readPlan(last, new Set(malformed.map((offset) => lineAt(source, offset))))
  }
}

function readPlan(markdown: Markdown, malformed: ReadonlySet<number>): Parsed {
  const problems: Problem[] = []
  const {blocks, lines} = markdown
  const context: Context = {report: (found) => void problems.push(found), plain: markdown.plain}

  for (const found of inspectText(markdown, malformed)) context.report(found)
  inspectMarkdown(markdown, context)
  inspectHtml(markdown, context)
  const {settings, places} = collect(readSettings(markdown.frontMatter), context)
  const headings = headingsOf(markdown)
  const priorities = findLegend(headings, markdown, context)
  const scale = keepScale(priorities, [], () => priorityScale(priorities))
  const tables = tablesOf(markdown)
  const found = readCheckboxes(markdown, settings, scale, context)
  const boxes = settings.tables ? withRows(found, tables, headings, markdown, {settings, scale, context}) : found
  const sources = {blocks, boxes, scale, context}

  const years = new Years(
    settings,
    headings.map(({words}) => words),
  )
  const parts = planParts(outline(headings, {...sources, years}), boxes, (heading) => context.plain(rawHeading(heading)), context)
  const made = withTaskFile(makeSections(parts.sections, sources), taskFileFields(markdown.frontMatter), scale, context)
  const sections = withoutTableNumbers(made, tables, problems, context)
  const phases = makePhases(parts.phases, parts.sections, sections, sources)
  const claims = covered(headings, blocks, boxes)
  const all = sections.flatMap(({items}) => items.flatMap(({tasks}) => tasks))
  inspectStatusOf(fieldsOf(parts.lines.overview, boxes), all, context)
  inspectClaims(claims, markdown.passages, context)
  const byName = tables.length === 0 ? NO_NAMES : headingNames(claims)
  inspectTables(tables, byName, context)
  // What the settings say of tables is decided.
  const untold = places['tables'] === undefined ? tables : settings.tables ? tables.filter(({holdsTasks}) => !holdsTasks) : []
  inspectStatusTables(untold, byName, () => roomForSetting(markdown, 'tables: true'), context)
  inspectStatusBullets(markdown.passages, boxes.tasks.size + boxes.rows.size > 0, context)
  reportLegends(parts.marksLegends, context)
  inspectNesting([...boxes.tasks], (index) => taskAround(blocks[index], blocks, boxes.tasks), context)
  const ledger = makeLedger(
    sections,
    boxes,
    parts.marksLegends.flatMap(({tasks}) => tasks),
  )
  if (ledger.counted.length === 0 && !problems.some(({rule}) => rule === 'text/empty'))
    context.report(problem('plan/no-tasks', {line: 1, column: 1}, {}))

  const plan = {
    title: parts.title,
    overview: prose(blocks, parts.lines.overview, context),
    priorities,
    sections,
    phases,
    metrics: readMetrics(listLines(blocks, parts.lines.metrics), context),
    reviews: readReviews(listLines(blocks, parts.lines.review), context),
    nextSteps: readNextSteps(listLines(blocks, parts.lines.next), context),
    settings,
    places,
    ledger,
  }
  return {plan, problems: folded(problems, lines)}
}

const keepScale = keeper<PriorityScale>()

const NO_NAMES: HeadingNames = new Map()

/** Says which boxes are not counted because they explain marks. */
function reportLegends(legends: PlanParts['marksLegends'], context: Context): void {
  for (const {title, tasks} of legends) context.report(problem('task/in-legend', tasks[0] as Task, {heading: title, count: tasks.length}))
}
