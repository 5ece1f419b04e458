import type {MouseEvent, ReactNode} from 'react'
import clsx from 'clsx'
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
  const pick = (event: MouseEvent, health: Health | 'all'): void => {
    if (choose === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    choose(health)
  }
  return (
    <ul
      className={styles.tally}
      aria-label={translate({id: 'plan.tally.label', message: '{count} items by health'}, {count: items.length})}
    >
      {ORDER.filter((health) => count(health) > 0).map((health) => (
        <li key={health}>
          <Link
            to={chosen === health ? `${page}#items` : `${page}?health=${health}#items`}
            className={clsx(styles.one)}
            {...(chosen === health ? {'aria-current': 'true' as const} : {})}
            onClick={(event) => pick(event, chosen === health ? 'all' : health)}
          >
            <strong>{WORDS.number(count(health))}</strong> <PlanHealth health={health} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
