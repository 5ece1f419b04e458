import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanMetricState'
import '../../css/plan.css'
import {WORDS} from '../../labels/words.ts'
import {METRIC_SIGNS, metricTerm} from '../../view/words/states.ts'
import styles from './styles.module.css'

export default function PlanMetricState({state}: Props): ReactNode {
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{METRIC_SIGNS[state]}</span> {metricTerm(WORDS, state)}
    </span>
  )
}
