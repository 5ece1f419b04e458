import {lower, once, periodFrames, periodNames, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import type {FiscalYear} from '../../model/settings.ts'
import type {Period} from '../../model/plan.ts'
import {dateOf, dayOf} from '../../model/date.ts'

const START = '(?<![\\p{L}\\p{N}])'
/** Two years that follow each other make one fiscal year, named or not: "Q2 2025/26". */
const PAIR = '(?<first>20\\d{2})\\s?[/–-]\\s?(?<second>(?:20)?\\d{2})(?!\\d|[-–/]\\s?\\d)'

/** "Q1 FY26", "Q3 (FY2026)", "FY26 Q1-Q2", "FY2026-H2", "FQ1 2026", "GJ 2025/26, 2. Quartal", "2026财年第二季度", "Q2 2025/26". */
const forms = once((): {readonly quarters: readonly Form[]; readonly whole: RegExp} => {
  const all = words((language) => language.fiscalYear)
  const before = anyOf(all.filter((word) => !isUnspaced(word)))
  const behind = anyOf(all.filter(isUnspaced), 'none')
  const names = anyOf(periodNames('quarter'), 'start')
  const ordinals = anyOf(
    words((language) => language.ordinals),
    'none',
  )
  const frames = periodFrames('quarter').map(([first, last]) => `${first}(?<n>[1-4一二三四])${last}`)
  const half = 'h(?<half>[12])'
  const quarter = [
    `(?:f?q|${names})\\s?(?<n>[1-4])(?:\\s?[-–—]\\s?f?q?(?<to>[1-4]))?`,
    `(?<n>[1-4])(?:\\.|${ordinals})?\\s?(?:q(?=fy)|${anyOf(words(({units}) => units.quarter))})`,
    half,
    ...frames,
  ]
  const short = PAIR.replace('20\\d{2}', '(?:20)?\\d{2}')
  const year = `(?:${before}\\s?['’]?(?:${short}|(?<year>(?:20)?\\d{2})(?!\\d|[-–/]\\s?\\d))|(?:${PAIR}|(?<year>20\\d{2}))\\s?${behind})`
  const made = quarter.flatMap((one) => [
    `${START}${one}(?:\\s?[(（]|[\\s,/-]{0,3})(?:of\\s)?(?:${year}|${PAIR})`,
    `${START}(?:${year})[\\s,:/-]{0,3}${one}(?![\\p{L}\\p{N}])`,
    `${START}${PAIR}[\\s,:]{1,3}${one}(?![\\p{L}\\p{N}])`,
  ])
  const quarters = [...made, `${START}fq(?<n>[1-4])(?:\\s?[-–—]\\s?f?q?(?<to>[1-4]))?[\\s,/-]{1,3}(?<year>20\\d{2})(?!\\d)`].map(oneOfEach)
  return {quarters, whole: oneOfEach(`^\\s*${year}\\s*$`).pattern}
})

/** A pattern that may hold a name in several places. */
interface Form {
  readonly pattern: RegExp
  readonly names: readonly string[]
}
function oneOfEach(source: string): Form {
  const names: string[] = []
  const pattern = source.replace(/\(\?<(\p{L}+)>/gu, (_, name: string) => {
    names.push(name)
    return '('
  })
  return {pattern: new RegExp(pattern, 'u'), names}
}

/** Quarters of a fiscal year, 0 to 3, and where a text says so. */
export interface FiscalQuarters {
  readonly at: number
  readonly from: number
  readonly to: number
  /** The year that names it, or for "2025/26" the one in which it begins. */
  readonly year: number
  readonly isFirst: boolean
}

const NUMERALS = '一二三四'

/** The quarters of a fiscal year that a text names; null for a text that names none. */
export function fiscalQuarters(text: string): FiscalQuarters | null {
  const small = lower(text)
  // Most texts are told by that.
  if (!likely().test(small)) return null
  for (const {pattern, names} of forms().quarters) {
    const found = pattern.exec(small)
    if (found === null) continue
    const part = (name: string): string | undefined => found.slice(1).find((value, at) => names[at] === name && value !== undefined)
    const [first, second, n, half] = [part('first'), part('second'), part('n'), part('half')]
    if (first !== undefined && Number(second?.slice(-2)) !== (Number(first.slice(-2)) + 1) % 100) continue
    const number = (digit: string): number => (NUMERALS.includes(digit) ? NUMERALS.indexOf(digit) + 1 : Number(digit))
    const from = half === undefined ? number(n ?? '') - 1 : 2 * (Number(half) - 1)
    const to = half === undefined ? number(part('to') ?? n ?? '') - 1 : from + 1
    const year = Number((first ?? part('year') ?? '').slice(-2)) + 2000
    if (to >= from) return {at: found.index, from, to, year, isFirst: first !== undefined}
  }
  return null
}

const likely = once(() => new RegExp(`fy|fq|20\\d{2}\\s?[/–-]\\s?(?:20)?\\d{2}|${anyOf(words((language) => language.fiscalYear))}`, 'u'))

/** Whether a text is a part of a fiscal year, or one as a whole: "FY26". */
export const isInFiscalYear = (text: string): boolean =>
  fiscalQuarters(text)?.at === 0 || (likely().test(lower(text)) && forms().whole.test(lower(text)))

/** Their first and last day, where it is known when one fiscal year begins. */
export function fiscalPeriod({year, isFirst, from, to}: FiscalQuarters, known: FiscalYear): Period {
  const [first, month] = known.start.split('-').map(Number) as [number, number]
  const begins = isFirst ? year : first + year - known.year
  const starts = (quarter: number): number => dayOf(begins, month + 3 * quarter, 1)
  return {unit: 'date', start: dateOf(starts(from)), finish: dateOf(starts(to + 1) - 1)}
}
