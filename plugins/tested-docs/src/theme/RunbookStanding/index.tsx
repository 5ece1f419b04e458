import type {ReactNode} from 'react'
import type {Props} from '@theme/RunbookStanding'
import {LEVELS} from '../../model/level.ts'
import styles from './styles.module.css'

/** The verdict of a page's last run, in words; the colour only repeats them. */
export default function RunbookStanding({standing}: Props): ReactNode {
  return (
    <aside className={styles.standing} data-state={standing.state} aria-label="What was run">
      <p>
        <strong>
          Verification level {standing.level}: {LEVELS[standing.level]}.
        </strong>{' '}
        {standing.sentence}
      </p>
    </aside>
  )
}
