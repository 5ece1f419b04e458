import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import type {Props} from '@theme/PlanTimelineSmall'
import {smallTimeline} from '../../view/timeline-small.ts'
import {fraction} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanTimelineSmall({phases, items, today, timelinePage}: Props): ReactNode {
  const strip = smallTimeline(phases, items, today)
  if (strip === null) {
    return (
      <p>
        No phase has a window of time. <Link to={timelinePage}>Timeline</Link>
      </p>
    )
  }
  return (
    <div className={styles.small}>
      <ol className={styles.phases}>
        {strip.phases.map(({id, title, left, width, done, tasks}) => (
          <li key={id} className={styles.phase}>
            <span className={styles.title} title={title}>
              {title}
            </span>
            <span className={styles.count}>{fraction(done, tasks)}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.window} style={{left: `${left}%`, width: `${width}%`}}>
                <span className={styles.done} style={{width: `${tasks === 0 ? 0 : Math.floor((100 * done) / tasks)}%`}} />
              </span>
              {strip.today !== null && <span className={styles.today} style={{left: `${strip.today}%`}} />}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.ends}>
        <span>
          {strip.first} to {strip.last}
          {strip.today !== null && `; the line is today, ${today}`}
        </span>{' '}
        <Link to={timelinePage}>Timeline with all items</Link>
      </p>
    </div>
  )
}
