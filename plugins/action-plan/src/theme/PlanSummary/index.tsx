import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanSummary'
import PlanTally from '@theme/PlanTally'
import {Day} from '../../labels/Day.tsx'
import {percentWords} from '../../labels/numbers.ts'
import {trendWords} from '../../labels/trend.ts'
import {WORDS} from '../../labels/words.ts'
import {againstEnd, noForecastShort, verdictTerm, verdictText} from '../../view/words/verdict.ts'
import styles from './styles.module.css'

export default function PlanSummary({
  totals,
  verdict,
  items,
  end,
  forecast,
  page,
  changes = `${page}/report`,
  chosen,
  choose,
  changed = false,
}: Props): ReactNode {
  const {tasks, done, percent, dropped} = totals
  if (tasks === 0) return <p className={styles.big}>{translate({id: 'plan.summary.none', message: 'No tasks'})}</p>
  return (
    <div className={styles.summary} data-plan-changed={changed || undefined}>
      <p className={styles.verdict}>
        <span className={styles.pill} data-verdict={verdict.health}>
          <PlanHealth health={verdict.health} word={verdictTerm(WORDS, verdict.health)} />
        </span>
        <span suppressHydrationWarning>{verdictText(WORDS, {totals, end: {planned: end}, verdict})}</span>
      </p>
      <div className={styles.cells}>
        <div>
          <p className={styles.label}>{translate({id: 'plan.summary.done', message: 'Done'})}</p>
          <p className={styles.big}>
            <strong>{percentWords(percent, done)}</strong>{' '}
            <span>{WORDS.say('plan.summary.tasks', '{done} of {tasks} tasks done', {done, tasks})}</span>
          </p>
          <PlanBar done={done} tasks={tasks} />
          <p className={styles.note}>
            {totals.trend !== null && `${trendWords(totals.trend)} · `}
            <Link to={changes}>{translate({id: 'plan.summary.changes', message: 'What changed'})}</Link>
            {dropped > 0 && ` · ${WORDS.say('plan.summary.dropped', 'dropped and not counted: {dropped}', {dropped})}`}
          </p>
        </div>
        <Ends end={end} forecast={forecast} page={page} />
        <div>
          <p className={styles.label}>{WORDS.plural('plan.number.items', '{count} item|{count} items', items.length)}</p>
          <PlanTally items={items} page={page} {...(chosen === undefined ? {} : {chosen})} {...(choose === undefined ? {} : {choose})} />
        </div>
      </div>
    </div>
  )
}

/** When it will be done, held against the plan; without a forecast, when it is planned to be. */
function Ends({end, forecast, page}: Pick<Props, 'end' | 'forecast' | 'page'>): ReactNode {
  const p50 = forecast?.p50 ?? null
  const p85 = forecast?.p85 ?? null
  const planned = translate({id: 'plan.summary.end', message: 'Planned end'})
  const why = noForecastShort(WORDS, forecast?.cause ?? null)
  const finished = p50 === null && end === null && forecast?.cause.code === 'finished'
  const none = finished ? why : translate({id: 'plan.summary.noEnd', message: 'no date'})
  return (
    <div>
      <p className={styles.label}>{p50 === null ? planned : translate({id: 'plan.summary.forecast', message: 'Forecast (50 % likely)'})}</p>
      <p className={styles.big}>
        <strong>
          {p50 === null ? (
            end === null ? (
              none
            ) : (
              <Day date={end} />
            )
          ) : (
            <Link to={`${page}/history`}>
              <Day date={p50} />
            </Link>
          )}
        </strong>
      </p>
      {p50 === null ? (
        !finished && (
          <p className={styles.note}>
            <Link to={`${page}/history`}>{why}</Link>
          </p>
        )
      ) : (
        <>
          {end !== null && <p className={styles.note}>{`${againstEnd(WORDS, end, p50)} (${WORDS.day(end)})`}</p>}
          {p85 !== null && <p className={styles.note}>{WORDS.say('plan.summary.p85', '85 % likely by {day}', {day: WORDS.day(p85)})}</p>}
        </>
      )}
    </div>
  )
}
