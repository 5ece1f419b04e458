import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanBar'
import '../../css/plan.css'
import {filledOf} from '../../model/number.ts'
import styles from './styles.module.css'

export default function PlanBar({done, tasks}: Props): ReactNode {
  if (tasks === 0) return null
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.done} style={{width: `${filledOf(done, tasks, 100)}%`}} />
    </span>
  )
}
