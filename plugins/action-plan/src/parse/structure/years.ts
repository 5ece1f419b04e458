import {dayNumber} from '../../model/date.ts'
import type {Period} from '../../model/plan.ts'
import type {FiscalYear, Settings} from '../../model/settings.ts'
import {fiscalPeriod, fiscalQuarters} from '../values/fiscal.ts'
import {isFiscal, lacksYear, readPeriod} from '../values/period.ts'

/** Where the year of a heading comes from that states none. */
export type YearSource = 'start' | 'neighbours'
export interface GuessedPeriod {
  readonly period: Period
  readonly year: number
  /** `settings`: nothing was guessed. */
  readonly from: YearSource | 'settings'
}

/** Gives quarters of fiscal years their dates, where the settings say when one begins, and periods without a year one: after the plan's start, else nearest to the dated heading before it, or the first behind it. */
export class Years {
  private readonly start: string | null
  /** Of each heading, the start of the nearest dated period. */
  private readonly near: readonly (string | null)[]

  private readonly fiscalYear: FiscalYear | null

  constructor({start, fiscalYear}: Pick<Settings, 'start' | 'fiscalYear'>, headings: readonly string[]) {
    this.start = start
    this.fiscalYear = fiscalYear
    const dated = start === null && headings.some(lacksYear) ? headings.map(startOf) : []
    const first = dated.find((date) => date !== null) ?? null
    let last: string | null = null
    this.near = dated.map((date) => (last = date ?? last) ?? first)
  }

  /** Null for a heading that states its year, needs none, or has nothing to take it from. `index` is its place among the headings. */
  guess(words: string, index: number): GuessedPeriod | null {
    const quarters = this.fiscalYear !== null && isFiscal(words) ? fiscalQuarters(words) : null
    if (quarters !== null && this.fiscalYear !== null)
      return {period: fiscalPeriod(quarters, this.fiscalYear), year: quarters.year, from: 'settings'}
    const near = this.start ?? this.near[index] ?? null
    if (near === null || !lacksYear(words)) return null
    const year = Number(near.slice(0, 4))
    const found = [year - 1, year, year + 1].flatMap((one) => {
      const period = readPeriod(words, one)
      return period?.unit === 'date' ? [{period, year: one, apart: Math.abs(dayNumber(period.start) - dayNumber(near))}] : []
    })
    const fits = this.start === null ? found : found.filter(({period}) => period.finish === null || period.finish >= near)
    const [best] = [...fits].sort((a, b) => a.apart - b.apart)
    return best === undefined ? null : {period: best.period, year: best.year, from: this.start === null ? 'neighbours' : 'start'}
  }
}

function startOf(heading: string): string | null {
  const period = /\d{4}/.test(heading) ? readPeriod(heading) : null
  return period?.unit === 'date' ? period.start : null
}
