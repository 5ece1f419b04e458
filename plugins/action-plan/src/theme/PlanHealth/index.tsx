import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanHealth'
import '../../css/plan.css'
import {healthWord} from '../../labels/health-word.ts'
import type {Health} from '../../model/health.ts'
import styles from './styles.module.css'

const DISC = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z'
const RING = `${DISC}M8 2.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6z`

/** A silhouette each, so that they differ without colour, on paper and from afar. Holes by the even-odd rule. */
const SHAPES: Readonly<Record<Health, string>> = {
  done: `${DISC}M6.9 11.4l4.9-5.3-1.2-1.1-3.7 4-1.6-1.6-1.1 1.2z`,
  'on-track': `${RING}M7 4.6 10.9 8 7 11.4z`,
  'at-risk': 'M8 1.2 15.4 14.4H.6zM7.2 5.8l.3 4.2h1l.3-4.2zM7.2 11.2v1.6h1.6v-1.6z',
  late: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM7.1 4l.3 5.2h1.2L8.9 4zM7.1 10.4v1.7h1.8v-1.7z',
  'not-started': RING,
  unknown: `${RING}M5.9 6.6h1.3c0-.5.3-.8.8-.8s.8.3.8.7c0 .9-1.5.9-1.5 2.4h1.3c0-1 1.6-1.1 1.6-2.5C10.2 5.3 9.3 4.6 8 4.6S5.9 5.4 5.9 6.6zM7.3 9.8v1.5h1.4V9.8z`,
}

export default function PlanHealth({health, word}: Props): ReactNode {
  return (
    <span className={styles.health} data-health={health}>
      <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[health]} fillRule="evenodd" />
      </svg>
      {word ?? healthWord(health)}
    </span>
  )
}
