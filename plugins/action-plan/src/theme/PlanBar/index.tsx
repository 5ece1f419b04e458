import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanBar'
import styles from './styles.module.css'

export default function PlanBar({done, tasks}: Props): ReactNode {
  if (tasks === 0) return null
  // Never full before all is done, never empty when something is.
  const share = done === tasks ? 100 : Math.min(99, Math.max(done > 0 ? 1 : 0, Math.floor((100 * done) / tasks)))
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.done} style={{width: `${share}%`}} />
    </span>
  )
}
