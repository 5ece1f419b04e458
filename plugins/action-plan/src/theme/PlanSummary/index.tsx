import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanSummary'
import {Day} from '../../labels/Day.tsx'
import {healthCause} from '../../labels/health.ts'
import {WORDS} from '../../labels/words.ts'
import {percentWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

export default function PlanSummary({totals, end = null, changed = false}: Props): ReactNode {
  const {tasks, done, percent, items, itemsDone, dropped, effort, health, cause} = totals
  if (tasks === 0) return <p className={styles.number}>{translate({id: 'plan.summary.none', message: 'No tasks'})}</p>
  return (
    <div className={styles.summary} data-plan-changed={changed || undefined}>
      <p className={styles.number}>
        <strong>{percentWords(percent, done)}</strong>
        <span>{WORDS.say('plan.summary.tasks', '{done} of {tasks} tasks done', {done, tasks})}</span>
      </p>
      <div className={styles.bar}>
        <PlanBar done={done} tasks={tasks} />
      </div>
      <p className={styles.verdict}>
        <PlanHealth health={health} /> <span suppressHydrationWarning>{healthCause(cause)}</span>
      </p>
      <p className={styles.facts}>
        {WORDS.say('plan.summary.items', '{done} of {items} items complete', {done: itemsDone, items})}
        {effort.percent !== null &&
          `; ${WORDS.say('plan.summary.effort', 'by effort {done} of {days} days', {done: effort.doneDays, days: effort.days})} (${percentWords(effort.percent, effort.doneDays)})`}
        {dropped > 0 && `; ${WORDS.say('plan.summary.dropped', 'dropped and not counted: {dropped}', {dropped})}`}
      </p>
      {end !== null && health !== 'done' && (
        <p className={styles.end}>
          <Translate id="plan.overview.end" values={{end: <Day date={end} />}}>
            {'Planned end: {end}'}
          </Translate>
        </p>
      )}
    </div>
  )
}
