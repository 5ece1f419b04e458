import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineList'
import {lateWords} from '../../labels/lateness.ts'
import {fractionWords} from '../../labels/numbers.ts'
import {daysBetween} from '../../model/date.ts'
import {roundTo} from '../../model/number.ts'
import {itemAnchor} from '../../view/address.ts'
import {positionOf} from '../../view/timeline/position.ts'
import styles from './styles.module.css'

/** The timeline of a phone: a bar as wide as the page under the name of each item. */
export default function PlanTimelineList({groups, axis, today, progressPage}: Props): ReactNode {
  const percent = (value: number): string => `${roundTo((100 * value) / axis.span, 2)}%`
  const now = axis.origin === null ? null : daysBetween(axis.origin, today) + 0.5
  const line = now === null || now < 0 || now > axis.span ? null : percent(now)
  return (
    <div className={styles.list}>
      {groups.map((group) => (
        <section key={group.id}>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map((item) => {
              const place = positionOf(item, axis)
              const name = <>{item.label}</>
              return (
                <li key={item.id}>
                  <span className={styles.name}>
                    {progressPage === null ? name : <Link to={`${progressPage}#${itemAnchor(item.id)}`}>{name}</Link>}
                  </span>
                  <span className={styles.facts} suppressHydrationWarning>
                    <PlanHealth health={item.health} {...(item.lateDays === null ? {} : {word: lateWords(item.lateDays)})} />{' '}
                    {fractionWords(item.done, item.tasksTotal)}
                  </span>
                  <span className={styles.track} aria-hidden="true">
                    {place !== null && (
                      <span
                        className={styles.bar}
                        data-health={item.health}
                        style={{left: percent(place.at), width: percent(place.size)}}
                      />
                    )}
                    {line !== null && <span className={styles.today} style={{left: line}} />}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
