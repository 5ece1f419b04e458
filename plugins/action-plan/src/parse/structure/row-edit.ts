import type {Plan, Task} from '../../model/plan.ts'
import {replace, type TextEdit} from '../../rules/edit.ts'
import {cellFor} from '../values/row-status.ts'

/** The edit that writes into the status cell of a row that it is done, or open again; null for a box, and for a row without such a cell. The cell keeps its width where it has room. `lines` are those of the file. */
export function rowEdit({sections}: Pick<Plan, 'sections'>, task: Task, mark: 'open' | 'done', lines: readonly string[]): TextEdit | null {
  const {cell} = task
  if (cell == null) return null
  const others = sections
    .flatMap(({items}) => items.flatMap(({tasks}) => tasks))
    .flatMap((one) => (one.cell == null || one.mark !== mark ? [] : [{line: one.line, text: one.cell.text}]))
    .sort((a, b) => Math.abs(a.line - task.line) - Math.abs(b.line - task.line) || a.line - b.line)
  const text = cellFor(
    mark,
    cell.text,
    others.map((one) => one.text),
  )
  const behind = (lines[cell.line - 1] ?? '').slice(cell.column - 1 + cell.text.length)
  const room = behind.length - behind.trimStart().length
  // Spaces that end the line keep no column.
  if (behind.trim() === '' || (room === 0 && cell.text !== '')) return replace(cell, cell.text.length, text)
  return replace(cell, cell.text.length + room, text + ' '.repeat(Math.max(1, room + cell.text.length - text.length)))
}
