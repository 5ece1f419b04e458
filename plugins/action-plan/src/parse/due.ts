import type {Place} from '../model/place.ts'
import {problem} from '../model/problem.ts'
import type {DueDate} from '../model/plan.ts'
import type {Context} from './context.ts'
import {readDate} from './date.ts'

/** Reads a `Due` field: a date that exists, or null with a problem. */
export function parseDue(raw: string, place: Place, context: Context): DueDate | null {
  const text = context.plain(raw)
  const found = readDate(text)
  if (found?.date != null) return {date: found.date, line: place.line, column: place.column}
  if (/^(?:tbd|tba|none|n\/?a|-|–|—|\?+)$/i.test(text)) return null
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text))
    context.report(problem('due/ambiguous', place, `"${text}" can be read in two ways`, 'write year, month and day: "2026-12-06"'))
  else
    context.report(
      problem(
        'due/unreadable',
        place,
        `unexpected "${text}", ${found === null ? 'expected a date' : 'no such day from 1900 to 9998'}`,
        'write year, month and day: "2026-12-04"',
      ),
    )
  return null
}
