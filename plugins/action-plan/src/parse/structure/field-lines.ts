import type {Place} from '../../model/place.ts'
import {readFields, type FieldText} from '../fields.ts'
import type {TextLine} from '../markdown/blocks.ts'

/** A field line with its place, as found under a heading. */
export interface FieldAt extends Place {
  readonly name: FieldText['name']
  readonly value: string
  readonly label: FieldText['label']
  readonly valuePlace: Place
  /** True when Markdown reads the line as part of the task above it. */
  readonly glued: boolean
  /** True in the list of a bullet. */
  readonly nested?: true
}

/** A field is a line. Only an issue, which is prose, and a value that is not there yet or ends with a separator go on below it. */
const UNFINISHED = /(?:^|[,;、])\s*$/

/** Fields that start lines; `taskColumn` is the column of the task's box when the lines continue one (indented lines are then the task's own). */
export function fieldLines(lines: readonly TextLine[], taskColumn: number | null): readonly FieldAt[] {
  const found: FieldAt[] = []
  let goesOn = false
  for (const {line, column, text} of lines) {
    const glued = taskColumn !== null && column < taskColumn
    if (taskColumn !== null && !glued) continue
    const read = readFields(text)
    for (const {name, label, value, at, valueAt} of read)
      found.push({name, label, value, line, column: column + at, valuePlace: {line, column: column + valueAt}, glued})
    const last = found.at(-1)
    if (last === undefined) continue
    if (read.length === 0 && goesOn) found[found.length - 1] = {...last, value: `${last.value}\n${text}`}
    if (read.length > 0 || goesOn) goesOn = last.name === 'issue' || UNFINISHED.test(read.at(-1)?.value ?? text)
  }
  return found
}
