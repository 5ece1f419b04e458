import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineList'
import {lateWords} from '../../labels/lateness.ts'
import {fractionWords} from '../../labels/numbers.ts'
import {roundTo} from '../../model/number.ts'
import {itemAnchor} from '../../view/address.ts'
import {MARGIN, type Bar} from '../../view/timeline/timeline.ts'
import styles from './styles.module.css'

/** The timeline of a phone: a bar as wide as the page under the name of each item, with what the large drawing has. */
export default function PlanTimelineList({drawing: {rows, width, today}, progressPage}: Props): ReactNode {
  const percent = (pixels: number): string => `${roundTo((100 * pixels) / (width - MARGIN), 2)}%`
  return (
    <ul className={styles.list}>
      {rows.map(({key, item, label, bar}) =>
        item === null ? (
          <li key={key} className={styles.group}>
            <h2>{label}</h2>
          </li>
        ) : (
          <li key={key} data-key={key}>
            <span className={styles.name}>
              {progressPage === null ? label : <Link to={`${progressPage}#${itemAnchor(item.id)}`}>{label}</Link>}
            </span>
            <span className={styles.facts} suppressHydrationWarning>
              <PlanHealth health={item.health} {...(item.lateDays === null ? {} : {word: lateWords(item.lateDays)})} />{' '}
              {fractionWords(item.done, item.tasksTotal)}
            </span>
            <span className={styles.track} aria-hidden="true">
              {bar !== null &&
                partsOf(bar).map(([part, from, size]) => (
                  <span key={part} data-part={part} style={{left: percent(from), width: percent(size)}} />
                ))}
              {today !== null && <span className={styles.today} style={{left: percent(today)}} />}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

/** What is drawn of a bar, one over the other: where it is, and its size. */
function partsOf({x, width, filled, overdue, projected}: Bar): readonly (readonly [part: string, from: number, size: number])[] {
  return [
    ['item', x, width],
    ...(filled > 0 ? [['done', x, filled] as const] : []),
    ...(overdue === null ? [] : [['overdue', overdue.x, overdue.width] as const]),
    ...(projected === null ? [] : [['projected', projected.x, projected.width] as const]),
  ]
}
