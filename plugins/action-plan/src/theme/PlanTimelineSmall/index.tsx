import type {CSSProperties, ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimelineSmall'
import '../../css/plan.css'
import {WORDS} from '../../labels/words.ts'
import {workingDay} from '../../labels/working-day.ts'
import {shortTitle} from '../../model/label.ts'
import {filledOf} from '../../model/number.ts'
import {smallTimeline} from '../../view/timeline/small.ts'
import {fractionWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

/** A date, or a day of a plan without dates. */
const endText = (end: string | number): string => (typeof end === 'number' ? workingDay(end) : WORDS.day(end))

export default function PlanTimelineSmall({phases, items, today, timelinePage}: Props): ReactNode {
  const strip = smallTimeline(phases, items, today)
  if (strip === null) {
    return (
      <p>
        <Translate id="plan.timeline.noWindow">No phase has dates.</Translate>{' '}
        <Link to={timelinePage}>
          <Translate id="plan.timeline.title">Timeline</Translate>
        </Link>
      </p>
    )
  }
  const count = strip.phases.reduce((most, {done, tasks}) => Math.max(most, fractionWords(done, tasks).length), 5)
  return (
    <div className={styles.small}>
      <ol className={styles.phases} style={{'--count': `${count}ch`} as CSSProperties}>
        {strip.phases.map(({id, title, left, width, done, tasks}) => (
          <li key={id} className={styles.phase}>
            <span className={styles.title} title={title}>
              {shortTitle(title)}
            </span>
            <span className={styles.count}>{fractionWords(done, tasks)}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.window} style={{left: `${left}%`, width: `${width}%`}}>
                <span className={styles.done} style={{width: `${filledOf(done, tasks, 100)}%`}} />
              </span>
              {strip.today !== null && <span className={styles.today} style={{left: `${strip.today}%`}} />}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.ends}>
        <span suppressHydrationWarning>
          {translate({id: 'plan.item.between', message: '{start} to {finish}'}, {start: endText(strip.first), finish: endText(strip.last)})}
          {strip.today !== null &&
            `; ${translate({id: 'plan.timeline.line', message: 'the line is today, {today}'}, {today: WORDS.day(today)})}`}
        </span>{' '}
        <Link to={timelinePage}>
          <Translate id="plan.timeline.whole">Timeline with all items</Translate>
        </Link>
      </p>
    </div>
  )
}
