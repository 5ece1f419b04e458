import {lower} from '../../lexicon/lexicon.ts'
import type {FiscalYear} from '../../model/settings.ts'
import type {Period} from '../../model/plan.ts'
import {dateOf, dayOf} from '../../model/date.ts'

const QUARTER = '(?:f?q(?<q>[1-4])(?:\\s?[-–—]\\s?f?q?(?<to>[1-4]))?|h(?<half>[12]))'
const YEAR = "fy\\s?['’]?(?<year>(?:20)?\\d{2})(?!\\d|[-–/]\\s?\\d)"
/** "Q1 FY26", "Q3 (FY2026)", "FY26 Q1-Q2", "FY2026-H2", "FQ1 2026". */
const FORMS = [
  new RegExp(`(?<![\\p{L}\\p{N}])${QUARTER}(?:\\s?\\(|[\\s,/-]{1,3})(?:of\\s)?${YEAR}`, 'u'),
  new RegExp(`(?<![\\p{L}\\p{N}])${YEAR}[\\s,:/-]{0,3}${QUARTER}(?![\\p{L}\\p{N}])`, 'u'),
  /(?<![\p{L}\p{N}])fq(?<q>[1-4])(?:\s?[-–—]\s?f?q?(?<to>[1-4]))?[\s,/-]{1,3}(?<year>20\d{2})(?!\d)/u,
]

/** Quarters of a fiscal year, 0 to 3, and where a text says so. */
export interface FiscalQuarters {
  readonly at: number
  readonly year: number
  readonly from: number
  readonly to: number
}

/** The quarters of a fiscal year that a text names; null for a text that names none. */
export function fiscalQuarters(text: string): FiscalQuarters | null {
  const small = lower(text)
  // Most texts are told by that.
  if (!/fy|fq/.test(small)) return null
  for (const form of FORMS) {
    const found = form.exec(small)
    if (found?.groups === undefined) continue
    const {q, to, half, year = ''} = found.groups
    const from = half === undefined ? Number(q) - 1 : 2 * (Number(half) - 1)
    const last = half === undefined ? Number(to ?? q) - 1 : from + 1
    if (last >= from) return {at: found.index, year: Number(year.slice(-2)) + 2000, from, to: last}
  }
  return null
}

/** Their first and last day, where it is known when one fiscal year begins. */
export function fiscalPeriod({year, from, to}: FiscalQuarters, known: FiscalYear): Period {
  const [first, month] = known.start.split('-').map(Number) as [number, number]
  const starts = (quarter: number): number => dayOf(first + year - known.year, month + 3 * quarter, 1)
  return {unit: 'date', start: dateOf(starts(from)), finish: dateOf(starts(to + 1) - 1)}
}
