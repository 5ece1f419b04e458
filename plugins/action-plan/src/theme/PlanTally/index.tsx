import type {MouseEvent, ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTally'
import {WORDS} from '../../labels/words.ts'
import type {Health} from '../../model/health.ts'
import styles from './styles.module.css'

/** The worst first. */
const ORDER: readonly Health[] = ['late', 'at-risk', 'on-track', 'not-started', 'unknown', 'done']

export default function PlanTally({items, page, chosen, choose}: Props): ReactNode {
  const count = (health: Health): number => items.filter((one) => one.health === health).length
  const shown = ORDER.filter((health) => count(health) > 0)
  const pick = (event: MouseEvent, health: Health | 'all'): void => {
    if (choose === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    choose(health)
  }
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shown.map((health) => (
          <span key={health} data-health={health} style={{flexGrow: count(health)}} />
        ))}
      </div>
      <ul
        className={styles.tally}
        aria-label={translate({id: 'plan.tally.label', message: '{count} items by health'}, {count: items.length})}
      >
        {shown.map((health) => (
          <li key={health}>
            <Link
              to={chosen === health ? `${page}#items` : `${page}?health=${health}#items`}
              className={styles.one ?? ''}
              {...(chosen === health ? {'aria-current': 'true' as const} : {})}
              onClick={(event) => pick(event, chosen === health ? 'all' : health)}
            >
              {WORDS.number(count(health))} <PlanHealth health={health} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
