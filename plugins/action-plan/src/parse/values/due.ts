import {fold, halfWidth, lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import {problem} from '../../model/problem.ts'
import type {DueDate} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import {readDate} from './date.ts'
import {readPeriod} from './period.ts'

const patterns = once(() => {
  const by = anyOf(words(({before, until}) => [...before, ...until]).filter((word) => word !== 'before'))
  return {
    endOf: new RegExp(`^(?:${by}\\s+)?${anyOf(words((language) => language.endOf))}\\s+`, 'u'),
    weekday: new RegExp(`^${anyOf(words((language) => language.weekdays.flat()).filter((word) => word.length > 1))}[.,]*\\s+`, 'u'),
    former: new RegExp(`\\((?:${anyOf(words((language) => language.was))})[^)]*\\)`, 'gu'),
  }
})
const nothing = once(() => new Set(words((language) => [...language.nothing, ...language.undecided])))

/** Reads a `Due` field: a date that exists, or the last day of a week, month, quarter or range; null with a problem for anything else. */
export function parseDue(raw: string, place: Place, context: Context): DueDate | null {
  const text = context.plain(raw)
  const half = halfWidth(text)
  const written = half.slice(patterns().weekday.exec(lower(half))?.[0].length ?? 0)
  const found = readDate(written)
  const period = readPeriod(
    written.slice(patterns().endOf.exec(lower(written))?.[0].length ?? 0).replace(/(?<=[月월度期기])\s?[末底말]$/u, ''),
  )
  const through = period?.unit === 'date' ? period : null
  // "2026-12-04 (Q4 2026)" is a day; "2026-11-30 - 2026-12-04" ends on its last.
  const date = found === null || through?.start === found.date ? (through?.finish ?? found?.date) : found.date
  if (found !== null && found.date === date && date !== null && namesAnother(written.slice(found.length))) {
    context.report(problem('due/ambiguous', place, `"${text}" names two dates`, 'write the one that counts: "2026-12-06"'))
    return null
  }
  if (date != null) return {date, line: place.line, column: place.column}
  if (/^(?:-|–|—|\?+)$/.test(text) || nothing().has(fold(text))) return null
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

/** Whether a text holds a date, but for one that was: "(was 2026-11-20)". */
function namesAnother(text: string): boolean {
  // Brackets that name what was: each to the bracket that closes it, if any does.
  const last = text.lastIndexOf(')')
  const rest = `${lower(text.slice(0, last + 1)).replace(patterns().former, ' ')}${text.slice(last + 1)}`
  return [...rest.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].some(({index}) => readDate(rest.slice(index))?.date != null)
}
