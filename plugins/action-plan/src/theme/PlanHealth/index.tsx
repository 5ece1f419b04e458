import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanHealth'
import {HEALTH_SIGNS, HEALTH_WORDS} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanHealth({health}: Props): ReactNode {
  return (
    <span className={styles.health} data-health={health}>
      <span className={styles.sign} aria-hidden="true">
        {HEALTH_SIGNS[health]}
      </span>
      {HEALTH_WORDS[health]}
    </span>
  )
}
