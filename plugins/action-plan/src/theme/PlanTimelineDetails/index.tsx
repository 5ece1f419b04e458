import {useEffect, useState, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineDetails'
import {healthCause} from '../../labels/health.ts'
import {itemAnchor} from '../../view/address.ts'
import styles from './styles.module.css'

type Make = typeof import('./facts.ts').factsOf

/** For fingers and keyboards as for mice. */
export default function PlanTimelineDetails(props: Props): ReactNode {
  const {item, progressPage} = props
  const factsOf = useFacts(item !== null)
  if (item === null) return null
  return (
    <div className={styles.details}>
      <p className={styles.title}>
        {progressPage === null ? item.label : <Link to={`${progressPage}#${itemAnchor(item.id)}`}>{item.label}</Link>}{' '}
        <PlanHealth health={item.health} /> <span>{healthCause(item.cause)}</span>
      </p>
      <dl className={styles.facts}>
        {factsOf?.({...props, item}).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Loaded when the first bar is chosen; null until then, and when it cannot be loaded. */
function useFacts(needed: boolean): Make | null {
  const [facts, setFacts] = useState<Make | null>(null)
  useEffect(() => {
    if (needed)
      import(/* webpackChunkName: "plan-facts" */ './facts.ts').then(
        (made) => setFacts(() => made.factsOf),
        () => undefined,
      )
  }, [needed])
  return facts
}
