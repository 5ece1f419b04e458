import type {Place} from '../../model/place.ts'
import type {Mark} from '../../model/mark.ts'
import type {Task} from '../../model/plan.ts'
import {fold, once, words} from '../../lexicon/lexicon.ts'
import {problem} from '../../rules/problem.ts'
import type {Plain} from '../context.ts'
import type {Markdown, VerbatimBlock} from '../markdown/blocks.ts'
import {isStruck} from '../markdown/inline.ts'
import {markOfCell} from '../values/row-status.ts'
import type {Checkboxes} from './checkboxes.ts'
import {covered} from './claims.ts'
import type {FieldAt} from './field-lines.ts'
import type {Heading} from './heading.ts'
import {headingNames, isHeadingName} from './table-claims.ts'
import {namesIn, type Row, type Table, type TableCell} from './table.ts'
import {numberOf, OF_TASKS, readWords, withFields, type TaskReader} from './task.ts'
import {verbatimCheckboxes} from './verbatim-checkboxes.ts'

/** The boxes of a file with the rows of its tables of tasks. A row that sums up a heading with tasks is none, nor are sums and the headings of some rows. */
export function withRows(
  boxes: Checkboxes,
  tables: readonly Table[],
  headings: readonly Heading[],
  markdown: Markdown,
  reader: TaskReader,
): Checkboxes {
  const {blocks, lines} = markdown
  const silent = {...reader, context: {...reader.context, report: () => undefined}}
  const all = new Map(tables.map((table) => [table.index, readRows(table, () => false, silent)]))
  const found = covered(headings, blocks, {tasks: boxes.tasks, rows: all})
  const byName = headingNames(found)
  const rows = new Map<number, readonly Task[]>()
  const ignored = [...boxes.ignored]
  let at = -1
  for (const table of tables) {
    while ((found[at + 1]?.heading.index ?? Infinity) < table.index) at++
    const own = found[at]?.boxes ?? null
    const tasks = readRows(table, (name) => isHeadingName(name, byName, own), reader)
    if (tasks.length > 0) rows.set(table.index, tasks)
    else
      for (const box of verbatimCheckboxes(blocks[table.index] as VerbatimBlock, {lines, before: NOTHING}, reader.context))
        ignored.push(box)
  }
  return {...boxes, rows, ignored}
}

const NOTHING = {lines: 0}

function readRows(table: Table, isNamed: (name: string) => boolean, reader: TaskReader): readonly Task[] {
  const {columns, rows, taskAt} = table
  if (!table.holdsTasks || taskAt === null) return []
  const {context} = reader
  const own = rows.filter((row) => isTask(row, table, context.plain, isNamed))
  const found = columns.findIndex((kind, at) => at !== taskAt && kind === 'status')
  const statusAt = found === -1 ? columns.findIndex((kind, at) => at !== taskAt && kind === 'progress') : found
  let [first, without]: [Place | null, number] = [null, 0]
  const tasks = own.map((row) => {
    const cell = statusAt === -1 ? null : (row[statusAt] ?? null)
    const mark = isStruck((row[taskAt] as TableCell).raw)
      ? 'dropped'
      : cell === null
        ? null
        : markOfCell(cell.raw, context.plain, reader.settings)
    if (mark === null) {
      first ??= cell ?? (row[taskAt] as TableCell)
      without++
    }
    return readRow(row, table, mark ?? 'open', cell, reader)
  })
  if (first !== null) context.report(problem('task/row-without-status', first, {rows: own.length, without, hasColumn: statusAt !== -1}))
  return tasks
}

const totals = once(() => new Set(words(({total}) => total)))

function isTask(row: Row, table: Table, plain: Plain, isNamed: (name: string) => boolean): boolean {
  const own = row[table.taskAt as number]
  if (own === undefined || !/[\p{L}\p{N}]/u.test(own.raw)) return false
  const others = row.filter((cell) => cell !== own && cell.raw !== '')
  if (others.length === 0 && row.length > 1 && /^(\*\*|__).*\1$/.test(own.raw)) return false
  return !namesIn(row, table).some(({raw}) => isNamed(plain(raw)) || totals().has(fold(plain(raw).replace(/[:：]$/, ''))))
}

/** "1, 2" where rows are counted are rows of this table, and no items. */
const COUNTS = /^#?\d{1,5}(?:\s?[,;&]\s?#?\d{1,5})*$/

function readRow(row: Row, table: Table, mark: Mark, cell: TableCell | null, reader: TaskReader): Task {
  const {columns, units, taskAt, idAt} = table
  const {raw, line, column} = row[taskAt as number] as TableCell
  const {scale, context} = reader
  const {text, number, evidence, ...said} = readWords(raw, {line, column}, reader)
  const id = number ?? numberOf(context.plain(row[idAt]?.raw ?? ''))
  const task: Task = {
    text: id === null || id === number ? text : `${id} ${text}`,
    number: id,
    mark,
    ...said,
    gfm: false,
    evidence,
    line,
    column,
    cell: cell === null ? null : {text: cell.raw, line: cell.line, column: cell.column},
  }
  const fields = row.flatMap((one, at) =>
    at === taskAt || (idAt !== -1 && columns[at] === 'dependsOn' && COUNTS.test(one.raw))
      ? []
      : (fieldIn(one, columns[at] ?? null, units[at] ?? null) ?? []),
  )
  return withFields(task, fields, scale, context)
}

/** What a cell says in a field of tasks. Dashes say nothing, and neither does a number whose unit nobody knows. */
function fieldIn({raw, line, column}: TableCell, kind: Table['columns'][number], unit: string | null): FieldAt | null {
  if (kind === null || kind === 'task' || kind === 'id' || kind === 'progress' || !OF_TASKS.has(kind) || !/[\p{L}\p{N}]/u.test(raw))
    return null
  const isBare = kind === 'duration' && /^[~≈]?\s*\d+(?:[.,]\d+)?$/.test(raw)
  if (isBare && unit === null) return null
  return {name: kind, label: kind, value: isBare ? `${raw} ${unit ?? ''}` : raw, line, column, valuePlace: {line, column}, glued: false}
}
