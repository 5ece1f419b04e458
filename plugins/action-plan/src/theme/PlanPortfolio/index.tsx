import type {ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanPortfolio'
import table from '../../css/table.module.css'
import {addedUp} from '../../derive/progress.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useComplain} from '../../hooks/useComplain.ts'
import {useNow} from '../../hooks/useNow.ts'
import {usePlans} from '../../hooks/usePlan.ts'
import {Day} from '../../labels/Day.tsx'
import {healthWord} from '../../labels/health-word.ts'
import {lateWords} from '../../labels/lateness.ts'
import {fractionWords, percentWords} from '../../labels/numbers.ts'
import {trendWords} from '../../labels/trend.ts'
import {WORDS} from '../../labels/words.ts'
import {numbersOn} from '../../live/numbers-on.ts'
import {dateIn} from '../../model/date.ts'
import type {PlanGlobal} from '../../model/global.ts'
import {label} from '../../model/label.ts'
import {itemAnchor} from '../../view/address.ts'
import {urgent} from '../../model/urgent.ts'
import {againstEnd, noForecastShort, verdictTerm, verdictText} from '../../view/words/verdict.ts'
import styles from './styles.module.css'

export default function PlanPortfolio({plans: chosen}: Props): ReactNode {
  const {say, plural} = WORDS
  const all = usePlans()
  const now = useNow()
  const judged = useJudged()
  const complain = useComplain()
  const instances = chosen ?? Object.keys(all).sort()
  const plans = instances.flatMap((id) => (all[id] === undefined ? [] : [{id, plan: all[id]}]))
  const unknown = instances.filter((id) => all[id] === undefined)
  if (unknown.length > 0)
    complain(`PlanPortfolio: unexpected plan "${unknown[0]}"; the plans of this site are ${Object.keys(all).sort().join(', ')}.`)
  const {tasks, done, percent, items, itemsDone} = addedUp(plans.map(({plan}) => plan.totals))
  return (
    <div {...judged}>
      {tasks === 0 ? (
        <p>
          <Translate id="plan.portfolio.none">No tasks</Translate>
        </p>
      ) : (
        <div className={styles.whole}>
          <p>
            <strong>{say('plan.summary.tasks', '{done} of {tasks} tasks done', {done, tasks})}</strong>{' '}
            {plural('plan.portfolio.in', 'in {count} plan|in {count} plans', plans.length)} ({percentWords(percent, done)}),{' '}
            {say('plan.summary.items', '{done} of {items} items complete', {done: itemsDone, items})}
          </p>
          <PlanBar done={done} tasks={tasks} />
        </div>
      )}
      <table
        className={clsx(table.table, table.cards, styles.table)}
        aria-label={translate({id: 'plan.portfolio.label', message: 'Progress by plan'})}
      >
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head()} scope="col">
                {head()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map(({id, plan}) => (
            <Row key={id} plan={plan} today={now === null ? plan.statusDate : dateIn(plan.timeZone, new Date(now))} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const HEADS = [
  () => translate({id: 'plan.portfolio.plan', message: 'Plan'}),
  () => translate({id: 'plan.portfolio.verdict', message: 'Status'}),
  () => translate({id: 'plan.summary.done', message: 'Done'}),
  () => translate({id: 'plan.portfolio.forecast', message: 'Forecast'}),
  () => translate({id: 'plan.summary.end', message: 'Planned end'}),
  () => translate({id: 'plan.portfolio.worst', message: 'Most urgent'}),
] as const

/** A plan: where it stands, when it ends, and whose turn it is. On a phone, a card. */
function Row({plan, today}: {plan: PlanGlobal; today: string}): ReactNode {
  const {title, progressPage: page, source, end, forecast, totals} = plan
  const {items, totals: judged, verdict} = numbersOn(plan, today)
  const {done, tasks, percent, trend} = totals
  const [worst] = urgent(items, plan.priorities)
  const p50 = forecast?.p50 ?? null
  const none = translate({id: 'plan.portfolio.none', message: 'No tasks'})
  const owners = new Set(items.flatMap((item) => item.owners)).size
  return (
    <tr data-plan={page}>
      <th scope="row">
        <Link to={page}>{title}</Link>
        <span className={table.below}>{source.path}</span>
        <span className={styles.pages}>
          <Link to={`${page}/timeline`}>{translate({id: 'plan.timeline.title', message: 'Timeline'})}</Link>{' '}
          <Link to={`${page}/history`}>{translate({id: 'plan.history.title', message: 'History'})}</Link>{' '}
          <Link to={`${page}/report`}>{translate({id: 'plan.report.title', message: 'Report'})}</Link>
        </span>
      </th>
      <td data-label={HEADS[1]()} data-verdict={verdict.health}>
        <PlanHealth health={verdict.health} word={tasks === 0 ? none : verdictTerm(WORDS, verdict.health)} />
        {tasks > 0 && (
          <span className={table.below} suppressHydrationWarning>
            {verdictText(WORDS, {totals: judged, end, verdict})}
          </span>
        )}
      </td>
      <td data-label={HEADS[2]()} data-none={tasks === 0}>
        {tasks > 0 && (
          <>
            {fractionWords(done, tasks)} <span className={table.nowrap}>({percentWords(percent, done)})</span>
            <PlanBar done={done} tasks={tasks} />
            {trend !== null && <span className={table.below}>{trendWords(trend)}</span>}
          </>
        )}
      </td>
      <td data-label={HEADS[3]()} data-none={tasks === 0}>
        {p50 === null ? (
          tasks > 0 && noForecastShort(WORDS, forecast?.cause ?? null)
        ) : (
          <>
            <Day date={p50} />
            {end.planned !== null && <span className={table.below}>{againstEnd(WORDS, end.planned, p50)}</span>}
          </>
        )}
      </td>
      <td data-label={HEADS[4]()} data-none={end.planned === null}>
        {end.planned !== null && (
          <span className={table.nowrap}>
            <Day date={end.planned} />
          </span>
        )}
      </td>
      <td data-label={HEADS[5]()} data-none={worst === undefined && owners === 0} suppressHydrationWarning>
        {worst !== undefined && (
          <>
            <Link to={`${page}#${itemAnchor(worst.id)}`}>{label(worst)}</Link>
            {`, ${[worst.lateDays === null ? healthWord(worst.health) : lateWords(worst.lateDays), ...worst.owners.map((owner) => `@${owner}`)].join(', ')}`}
          </>
        )}
        {owners > 0 && <span className={table.below}>{WORDS.plural('plan.portfolio.owners', '{count} owner|{count} owners', owners)}</span>}
      </td>
    </tr>
  )
}
