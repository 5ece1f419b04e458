import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanSummary'
import {percentText} from '../../view/words/wording.ts'
import styles from './styles.module.css'

export default function PlanSummary({totals, end = null, changed = false}: Props): ReactNode {
  const {tasks, done, percent, items, itemsDone, dropped, effort, health, because} = totals
  if (tasks === 0) return <p className={styles.number}>{translate({id: 'plan.summary.none', message: 'No tasks'})}</p>
  return (
    <div className={styles.summary} data-plan-changed={changed || undefined}>
      <p className={styles.number}>
        <strong>{percentText(percent, done)}</strong>
        <span>{translate({id: 'plan.summary.tasks', message: '{done} of {tasks} tasks done'}, {done, tasks})}</span>
      </p>
      <div className={styles.bar}>
        <PlanBar done={done} tasks={tasks} />
      </div>
      <p className={styles.verdict}>
        <PlanHealth health={health} /> <span>{because}</span>
      </p>
      <p className={styles.facts}>
        {translate({id: 'plan.summary.items', message: '{done} of {items} items complete'}, {done: itemsDone, items})}
        {effort.percent !== null &&
          `; ${translate({id: 'plan.summary.effort', message: 'by effort {done} of {days} days'}, {done: effort.doneDays, days: effort.days})} (${percentText(effort.percent, effort.doneDays)})`}
        {dropped > 0 && `; ${translate({id: 'plan.summary.dropped', message: 'dropped and not counted: {dropped}'}, {dropped})}`}
      </p>
      {end !== null && health !== 'done' && (
        <p className={styles.end}>
          <Translate id="plan.overview.end" values={{end: <time dateTime={end}>{end}</time>}}>
            {'As planned, the last item ends on {end}.'}
          </Translate>
        </p>
      )}
    </div>
  )
}
