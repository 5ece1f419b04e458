import type {FieldName} from '../../fields/fields.ts'
import {fold, lookup, once} from '../../lexicon/lexicon.ts'
import type {Place} from '../../model/place.ts'
import type {Plain} from '../context.ts'
import {fieldNamed} from '../fields.ts'
import type {VerbatimBlock} from '../markdown/blocks.ts'

/** What a column holds: the task, its number, a share of what is done, or a field. */
export type ColumnKind = 'task' | 'id' | 'progress' | FieldName

/** A cell, without the space around it. */
export interface TableCell extends Place {
  readonly raw: string
}
export type Row = readonly TableCell[]

export interface Table {
  readonly columns: readonly (ColumnKind | null)[]
  readonly rows: readonly Row[]
}

const columnNamed = once(() =>
  lookup<'task' | 'id' | 'progress'>(({columns, progress}) => [
    ['task', columns.task],
    ['id', columns.id],
    ['progress', progress],
  ]),
)

/** A table with what its columns are called. `lines` are those of the file. */
export function readTable({line, endLine}: VerbatimBlock, lines: readonly string[], plain: Plain): Table {
  const [header = [], , ...rows] = Array.from({length: endLine - line + 1}, (_, at) => cellsOf(lines[line - 1 + at] ?? '', line + at))
  return {columns: header.map(({raw}) => kindOf(plain(raw))), rows}
}

function kindOf(title: string): ColumnKind | null {
  const words = fold(title.replace(/[^\p{L}\p{N}\s#°№.%]/gu, ' '))
  if (words === '%' || words === '% complete' || words === '% done') return 'progress'
  return fieldNamed(words, '') ?? columnNamed().get(words) ?? SHORT[words] ?? null
}

/** Headers that are too short to be labels of fields elsewhere. */
const SHORT: Readonly<Record<string, ColumnKind>> = {
  est: 'duration',
  'est.': 'duration',
  days: 'duration',
  hours: 'duration',
  prio: 'priority',
  who: 'owner',
  deps: 'dependsOn',
  p: 'priority',
}

/** The cells of a line; a pipe behind a backslash is none between cells. */
function cellsOf(text: string, line: number): Row {
  const start = /^(?:\s|>)*\|?/.exec(text)?.[0].length ?? 0
  const cells: TableCell[] = []
  for (let from = start, at = start; at <= text.length; at++) {
    if (text[at] === '\\') at++
    else if (at === text.length || text[at] === '|') {
      const cell = text.slice(from, at)
      const raw = cell.trim()
      if (raw !== '' || at < text.length) cells.push({raw, line, column: from + cell.length - cell.trimStart().length + 1})
      from = at + 1
    }
  }
  return cells
}
