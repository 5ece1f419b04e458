import {backtest, coverage, QUESTIONS, type Checked, type Question} from './backtest.ts'
import type {Series} from './series.ts'

/** Plans in the order of their names, each second one in the other half: the parameters were chosen on the first half alone. */
export const halfOf = (index: number): 'chosen' | 'shown' => (index % 2 === 0 ? 'chosen' : 'shown')

export interface Checks {
  readonly plan: Series
  readonly half: 'chosen' | 'shown'
  readonly checked: readonly Checked[]
}

export const checkAll = (plans: readonly Series[], withDates = true): readonly Checks[] =>
  plans.map((plan, index) => ({plan, half: halfOf(index), checked: backtest(plan, withDates)}))

const percent = (share: number): string => `${Math.round(100 * share)} %`

const ofHalf = (all: readonly Checks[], half: Checks['half']): readonly (readonly Checked[])[] =>
  all.filter((one) => one.half === half).map(({checked}) => checked)

function cells(plans: readonly (readonly Checked[])[], question: Question): string {
  const {checked, p50, p85} = coverage(plans, question)
  return checked === 0 ? '0 | - | -' : `${checked} | ${percent(p50)} | ${percent(p85)}`
}

/** The row of a question: on the half that the parameters were chosen on, on the other half, and on all. */
export const rowOf = (all: readonly Checks[], question: Question): string =>
  `| ${[
    QUESTIONS[question],
    cells(ofHalf(all, 'chosen'), question),
    cells(ofHalf(all, 'shown'), question),
    cells(
      all.map(({checked}) => checked),
      question,
    ),
  ].join(' | ')} |`

/** The two tables of the page: how often what was said came true, and for which plans. */
export function tables(all: readonly Checks[]): string {
  const rows = (Object.keys(QUESTIONS) as Question[]).map((question) => rowOf(all, question))
  const plans = all.map(({plan, half: own, checked}) => {
    const {p50, p85} = coverage([checked], 'weeks4')
    const said = checked.filter(({question}) => question === 'weeks4').length
    const shares = said === 0 ? '- | -' : `${percent(p50)} | ${percent(p85)}`
    const last = plan.points.at(-1)
    return `| \`${plan.repo}\` | \`${plan.path}\` | \`${plan.commit.slice(0, 10)}\` | ${plan.points.length} | ${last?.[2] ?? 0}/${last?.[1] ?? 0} | ${own} | ${said} | ${shares} |`
  })
  return [
    '| question | chosen on: forecasts | 50 % | 85 % | shown on: forecasts | 50 % | 85 % | all: forecasts | 50 % | 85 % |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## The plans',
    '',
    '| repository | file | commit | days with a change | done | half | forecasts of 4 weeks | 50 % | 85 % |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...plans,
  ].join('\n')
}

const [FROM, TO] = ['<!-- results -->', '<!-- end of results -->'] as const

/** The page with its tables made anew. */
export function withTables(page: string, all: readonly Checks[]): string {
  const [before, rest] = page.split(FROM)
  const after = rest?.split(TO)[1]
  if (before === undefined || after === undefined) throw new Error(`the page has no part between ${FROM} and ${TO}: put both lines in`)
  return `${before}${FROM}\n\n${tables(all)}\n\n${TO}${after}`
}
