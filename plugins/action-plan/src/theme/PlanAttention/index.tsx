import {Fragment, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanAttention'
import {healthCause} from '../../labels/health.ts'
import {lateWords} from '../../labels/lateness.ts'
import {fractionWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import {label} from '../../model/label.ts'
import {itemAnchor} from '../../view/address.ts'
import {urgent} from '../../model/urgent.ts'
import styles from './styles.module.css'

const ALL = {
  late: (count: number) => WORDS.plural('plan.attention.allLate', 'The {count} late item|All {count} late items', count),
  'at-risk': (count: number) => WORDS.plural('plan.attention.allAtRisk', 'The {count} item at risk|All {count} items at risk', count),
}

/** More than this are a link, on a phone more than three (as the styles have it). */
const SHOWN = 5
const SHOWN_ON_PHONE = 3

export default function PlanAttention({items, priorities, page, most = SHOWN}: Props): ReactNode {
  const found = urgent(items, priorities)
  const shown = found.slice(0, most)
  const nobody = shown.every(({owners}) => owners.length === 0)
  const all = (['late', 'at-risk'] as const).map((health) => ({health, count: found.filter((one) => one.health === health).length}))
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
          {shown.map(({id, number, title, priority, health, cause, lateDays, owners, done, tasks}) => (
            <li key={id}>
              <span className={styles.item}>
                <span className={styles.priority}>{priority ?? ''}</span>{' '}
                <Link to={`${page}#${itemAnchor(id)}`}>{label({number, title})}</Link>
              </span>{' '}
              <span className={styles.facts} title={healthCause(cause)} suppressHydrationWarning>
                {lateDays === null ? <PlanHealth health={health} /> : <PlanHealth health={health} word={lateWords(lateDays)} />}
                <span>{fractionWords(done, tasks)}</span>
                <span className={styles.owner}>
                  {owners.length === 0 && !nobody
                    ? translate({id: 'plan.item.unassigned', message: 'unassigned'})
                    : owners.map((owner) => `@${owner}`).join(' ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {(nobody || found.length > SHOWN_ON_PHONE) && found.length > 0 && (
        <p className={styles.none}>
          {nobody && <Translate id="plan.attention.nobody">No owner is named for these.</Translate>}{' '}
          <span className={found.length > most ? undefined : styles.all}>
            {found.length > SHOWN_ON_PHONE &&
              all
                .filter(({count}) => count > 0)
                .map(({health, count}, index) => (
                  <Fragment key={health}>
                    {index > 0 && ' · '}
                    <Link to={`${page}?health=${health}#items`}>{ALL[health](count)}</Link>
                  </Fragment>
                ))}
          </span>
        </p>
      )}
    </section>
  )
}
