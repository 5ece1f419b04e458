import type {ReactNode} from 'react'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanSummary'
import {daysText, percentText} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanSummary({totals, changed = false}: Props): ReactNode {
  const {tasks, done, percent, items, itemsDone, dropped, effort, health, because} = totals
  if (tasks === 0) return <p className={styles.number}>No tasks</p>
  return (
    <div className={styles.summary} data-plan-changed={changed || undefined}>
      <p className={styles.number}>
        <strong>{percentText(percent, done)}</strong>
        <span>
          {done} of {tasks} tasks done
        </span>
      </p>
      <div className={styles.bar}>
        <PlanBar done={done} tasks={tasks} />
      </div>
      <p className={styles.verdict}>
        <PlanHealth health={health} /> <span>{because}</span>
      </p>
      <p className={styles.facts}>
        {itemsDone} of {items} items complete
        {effort.percent !== null &&
          `; by effort ${effort.doneDays} of ${daysText(effort.days)} (${percentText(effort.percent, effort.doneDays)})`}
        {dropped > 0 && `; ${dropped} dropped task${dropped === 1 ? '' : 's'} not counted`}
      </p>
    </div>
  )
}
