import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanMetricState'
import type {MetricState} from '../../model/report.ts'
import {METRIC_SIGNS} from '../../view/words/wording.ts'
import styles from './styles.module.css'

/** Its word in the reader's language. */
const WORDS: Readonly<Record<MetricState, () => string>> = {
  met: () => translate({id: 'plan.metric.met', message: 'met'}),
  unmet: () => translate({id: 'plan.metric.unmet', message: 'not met'}),
  unknown: () => translate({id: 'plan.metric.unknown', message: 'unknown'}),
}

export default function PlanMetricState({state}: Props): ReactNode {
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{METRIC_SIGNS[state]}</span> {WORDS[state]()}
    </span>
  )
}
