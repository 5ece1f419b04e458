import type {FieldName} from '../../fields/fields.ts'
import {fold, lookup, once, rows as rowsOf, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import type {Plain} from '../context.ts'
import {fieldNamed} from '../fields.ts'
import {kept} from '../kept.ts'
import type {Markdown, VerbatimBlock} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'

/** What a column holds: the task, its number, a share of what is done, or a field. */
export type ColumnKind = 'task' | 'id' | 'progress' | FieldName

/** A cell, without the space around it. */
export interface TableCell extends Place {
  readonly raw: string
}
export type Row = readonly TableCell[]

export interface Table {
  /** The index of its block. */
  readonly index: number
  readonly columns: readonly (ColumnKind | null)[]
  /** By column: the unit that its header names, as in "Days" or "Estimate (h)". */
  readonly units: readonly (string | null)[]
  readonly rows: readonly Row[]
  /** The column that is called as tasks are; null without one. */
  readonly taskAt: number | null
  /** The column of their numbers; -1 without one. */
  readonly idAt: number
  /** Whether its rows are tasks where the settings count rows. */
  readonly holdsTasks: boolean
}

const columnNamed = once(() =>
  lookup<'task' | 'id' | 'progress'>(({columns, progress}) => [
    ['task', columns.task],
    ['id', columns.id],
    ['progress', progress],
  ]),
)

/** The tables of a file. */
export const tablesOf = ({passages, plain}: Pick<Markdown, 'passages' | 'plain'>): readonly Table[] =>
  passages.flatMap((passage) => tablesIn(passage, plain))

const tablesIn = kept((passage: Passage, plain: Plain): readonly Table[] =>
  passage.blocks.flatMap((block, at) => (block.type === 'table' ? [readTable(block, passage.before.blocks + at, passage, plain)] : [])),
)

/** A table with what its columns are called. */
function readTable({line, endLine}: VerbatimBlock, index: number, {lines, before}: Passage, plain: Plain): Table {
  const own = lines.slice(line - 1 - before.lines, endLine - before.lines)
  const [header = [], , ...rows] = own.map((text, at) => cellsOf(text, line + at))
  const titles = header.map(({raw}) => plain(raw))
  const columns = titles.map((title) => kindOf(title) ?? kindOf(title.replace(IN_BRACKETS, '')))
  const taskAt = taskColumn(titles, rows)
  const isCertain = taskAt !== null && rankOf(titles[taskAt] ?? '') < CERTAIN
  return {
    index,
    columns,
    units: titles.map((title) => unit().exec(fold(title))?.[1] ?? null),
    rows,
    taskAt,
    idAt: columns.indexOf('id'),
    holdsTasks: isCertain || (taskAt !== null && columns.some((kind, at) => at !== taskAt && kind !== null && OF_TASK.has(kind))),
  }
}

const wordsOf = (title: string): string => fold(title.replace(/[^\p{L}\p{N}\s#°№.%]/gu, ' '))

function kindOf(title: string): ColumnKind | null {
  const name = wordsOf(title)
  if (name === '%' || name === '% complete' || name === '% done' || /^[✅✓✔☑]\uFE0F?$/u.test(title.trim())) return 'progress'
  return fieldNamed(name, '') ?? columnNamed().get(name) ?? shortNamed().get(name) ?? null
}

const IN_BRACKETS = /[([（［][^()[\]（）［］]{1,40}[)\]）］]\s*$/u
/** The unit of numbers below a header: "Days", "Estimate (h)", "Aufwand [Tage]". */
const unit = once(
  () => new RegExp(`(?:^|[([（［])(${anyOf(words(({units: {hour, day, week}}) => [...hour, ...day, ...week]))})[)\\]）］]?$`, 'u'),
)

/** Columns whose cells can name a section or an item. */
const NAMES: ReadonlySet<ColumnKind | null> = new Set([null, 'task', 'id', 'issue', 'actions'] as const)

/** The cells of a row that can name a section or an item: of its first three, and that of its task. */
export const namesIn = (row: Row, {columns, taskAt}: Pick<Table, 'columns' | 'taskAt'>): readonly TableCell[] =>
  row.filter((_, at) => at === taskAt || (at < 3 && NAMES.has(columns[at] ?? null)))

/** Columns that say of a row what is said of tasks: beside one of them, a "Feature" or a "Title" is a task. */
const OF_TASK: ReadonlySet<ColumnKind> = new Set(['status', 'progress', 'owner', 'due', 'duration', 'priority', 'dependsOn'] as const)

/** How usual each word above a column of tasks is in its language: "Task" comes before "Description". */
const taskRanks = once(() => lookup<number>(({columns}) => columns.task.map((word, rank) => [rank, [word]] as const)))
const rankOf = (title: string): number => taskRanks().get(wordsOf(title)) ?? Infinity
/** Words of this rank stand for tasks and for nothing else. */
const CERTAIN = 2

/** Tasks stand in none of the columns behind these. */
const MOST_COLUMNS = 50

/** The column with the most usual word for tasks; numbers are none, as in "Tasks: 12". */
function taskColumn(titles: readonly string[], rows: readonly Row[]): number | null {
  let found: number | null = null
  for (const [at, title] of titles.slice(0, MOST_COLUMNS).entries()) {
    const rank = rankOf(title)
    if (rank === Infinity || (found !== null && rank >= rankOf(titles[found] ?? ''))) continue
    const cells = rows.flatMap((row) => (row[at] === undefined || row[at].raw === '' ? [] : [row[at].raw]))
    if (cells.filter((raw) => /\p{L}/u.test(raw)).length * 2 > cells.length) found = at
  }
  return found
}

const shortNamed = once(() => lookup(({shortColumns}) => rowsOf(shortColumns)))

/** The cells of a line; a pipe behind a backslash is none between cells. */
function cellsOf(text: string, line: number): Row {
  const start = /^(?:\s|>)*\|?/.exec(text)?.[0].length ?? 0
  const cells: TableCell[] = []
  for (let from = start, at = start; at <= text.length; at++) {
    if (text[at] === '\\') at++
    else if (at === text.length || text[at] === '|') {
      const cell = text.slice(from, at)
      const raw = cell.trim()
      // What is written into an empty cell stands behind its first space.
      const before = raw === '' ? Math.min(cell.length, 1) : cell.length - cell.trimStart().length
      if (raw !== '' || at < text.length) cells.push({raw, line, column: from + before + 1})
      from = at + 1
    }
  }
  return cells
}
