import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanAttention'
import {label} from '../../model/label.ts'
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
        {translate({id: 'plan.attention.title', message: 'Needs attention'})}
      </Heading>
      {urgent.length === 0 ? (
        <p className={styles.none}>
          <Translate id="plan.attention.none">Nothing is late or at risk.</Translate>
        </p>
      ) : (
        <ul className={styles.list}>
          {urgent.slice(0, SHOWN).map(({id, number, title, health, because}) => (
            <li key={id}>
              <PlanHealth health={health} />
              <Link to={`${page}#${itemAnchor(id)}`}>{label({number, title})}</Link>
              <span className={styles.because}>{because}</span>
            </li>
          ))}
        </ul>
      )}
      {urgent.length > SHOWN && (
        <p className={styles.none}>
          {translate({id: 'plan.attention.more', message: 'And {count} more:'}, {count: String(urgent.length - SHOWN)})}{' '}
          <Link to={`${page}?health=${late.length > SHOWN ? 'late' : 'at-risk'}#items`}>
            {late.length > SHOWN
              ? translate({id: 'plan.attention.allLate', message: 'all late'})
              : translate({id: 'plan.attention.allAtRisk', message: 'all at risk'})}
          </Link>
        </p>
      )}
    </section>
  )
}
