import type {ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanAttention'
import {itemAnchor} from '../../view/address.ts'
import styles from './styles.module.css'

/** More than this are a link. */
const SHOWN = 12

export default function PlanAttention({items, page}: Props): ReactNode {
  const late = items.filter(({health}) => health === 'late')
  const urgent = [...late, ...items.filter(({health}) => health === 'at-risk')]
  return (
    <section>
      <Heading as="h2" id="attention">
        <Translate id="plan.attention.title">Needs attention</Translate>
      </Heading>
      {urgent.length === 0 ? (
        <p className={styles.none}>
          <Translate id="plan.attention.none">Nothing is late or at risk.</Translate>
        </p>
      ) : (
        <ul className={styles.list}>
          {urgent.slice(0, SHOWN).map(({id, title, health, because}) => (
            <li key={id}>
              <PlanHealth health={health} />
              <Link to={`${page}#${itemAnchor(id)}`}>{/^\d/.test(id) ? `${id} ${title}` : title}</Link>
              <span className={styles.because}>{because}</span>
            </li>
          ))}
        </ul>
      )}
      {urgent.length > SHOWN && (
        <p className={styles.none}>
          And {urgent.length - SHOWN} more:{' '}
          <Link to={`${page}?health=${late.length > SHOWN ? 'late' : 'at-risk'}#items`}>
            {late.length > SHOWN ? 'all late' : 'all at risk'}
          </Link>
        </p>
      )}
    </section>
  )
}
