import {Fragment, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanAttention'
import {healthCause} from '../../labels/health.ts'
import {lateWords} from '../../labels/lateness.ts'
import {label} from '../../model/label.ts'
import {itemAnchor} from '../../view/address.ts'
import {urgent} from '../../view/pages/urgent.ts'
import styles from './styles.module.css'

const ALL = {
  late: () => translate({id: 'plan.attention.allLate', message: 'all late'}),
  'at-risk': () => translate({id: 'plan.attention.allAtRisk', message: 'all at risk'}),
}

/** More than this are a link. */
const SHOWN = 12

export default function PlanAttention({items, priorities, page}: Props): ReactNode {
  const found = urgent(items, priorities)
  const rest = found.slice(SHOWN)
  return (
    <section>
      <Heading as="h2" id="attention">
        {translate({id: 'plan.attention.title', message: 'Needs attention'})}
      </Heading>
      {found.length === 0 ? (
        <p className={styles.none}>
          <Translate id="plan.attention.none">Nothing is late or at risk.</Translate>
        </p>
      ) : (
        <ul className={styles.list}>
          {found.slice(0, SHOWN).map(({id, number, title, priority, health, cause, lateDays, owners}) => (
            <li key={id}>
              <PlanHealth health={health} />
              <span>
                {priority !== null && <span className={styles.priority}>{priority} </span>}
                <Link to={`${page}#${itemAnchor(id)}`}>{label({number, title})}</Link>
              </span>
              <span className={styles.because} suppressHydrationWarning>
                {lateDays !== null && <strong>{lateWords(lateDays)}</strong>}
                {[...(lateDays === null ? [] : ['']), healthCause(cause), ...owners.map((owner) => `@${owner}`)].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <p className={styles.none}>
          {translate({id: 'plan.attention.more', message: 'And {count} more:'}, {count: String(rest.length)})}
          {(['late', 'at-risk'] as const)
            .filter((health) => rest.some((one) => one.health === health))
            .map((health, index) => (
              <Fragment key={health}>
                {index === 0 ? ' ' : ', '}
                <Link to={`${page}?health=${health}#items`}>{ALL[health]()}</Link>
              </Fragment>
            ))}
        </p>
      )}
    </section>
  )
}
