import type {ReactNode} from 'react'
import clsx from 'clsx'
import Link from '@docusaurus/Link'
import Translate, {translate} from '@docusaurus/Translate'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineDetails'
import {healthCause} from '../../labels/health.ts'
import {WORDS} from '../../labels/words.ts'
import {placementText} from '../../view/words/placement.ts'
import {itemAnchor} from '../../view/address.ts'
import {plannedText} from '../../view/words/variance.ts'
import {datesOf} from '../../view/timeline/position.ts'
import {daysText} from '../../labels/numbers.ts'
import {fraction, percentText} from '../../labels/numbers.ts'
import styles from './styles.module.css'

/** For fingers and keyboards as for mice. */
export default function PlanTimelineDetails({item, axis, phases, names, progressPage, baseline, linked}: Props): ReactNode {
  if (item === null)
    return (
      <p className={clsx(styles.details, styles.hint)}>
        <Translate id="plan.timeline.hint">Choose a bar, or go from bar to bar with the arrow keys, to read about its item here.</Translate>
      </p>
    )
  const none = translate({id: 'plan.item.none', message: 'none'})
  const facts: readonly (readonly [string, string])[] = [
    [translate({id: 'plan.timeline.when', message: 'When'}), datesOf(WORDS, item, axis)],
    [
      translate({id: 'plan.item.timeline', message: 'Timeline'}),
      item.duration?.text ?? translate({id: 'plan.item.unstated', message: 'not stated'}),
    ],
    [
      translate({id: 'plan.mark.done', message: 'Done'}),
      `${fraction(item.done, item.tasksTotal)}${item.tasksTotal === 0 ? '' : ` (${percentText(item.percent, item.done)})`}`,
    ],
    [translate({id: 'plan.item.priority', message: 'Priority'}), item.priority ?? none],
    [
      translate({id: 'plan.filter.owner', message: 'Owner'}),
      item.owners.length === 0 ? translate({id: 'plan.item.unassigned', message: 'unassigned'}) : item.owners.join(', '),
    ],
    [translate({id: 'plan.item.due', message: 'Due'}), item.due === null ? none : WORDS.day(item.due)],
    [
      translate({id: 'plan.item.depends', message: 'Depends on'}),
      item.dependsOn.length === 0 ? none : item.dependsOn.map((id) => names[id] ?? id).join(', '),
    ],
    ...(linked
      ? [
          [
            translate({id: 'plan.timeline.float', message: 'Float'}),
            item.totalFloat === null
              ? none
              : `${daysText(item.totalFloat)}${item.critical ? `, ${translate({id: 'plan.timeline.critical', message: 'on the critical path'})}` : ''}`,
          ] as const,
        ]
      : []),
    ...(baseline ? [[translate({id: 'plan.timeline.baseline', message: 'Baseline'}), plannedText(WORDS, item.baseline)] as const] : []),
    [
      translate({id: 'plan.item.phase', message: 'Phase'}),
      item.phase === null ? none : `${phases[item.phase.id] ?? item.phase.id}: ${placementText(WORDS, item.phase.cause)}`,
    ],
  ]
  return (
    <div className={styles.details}>
      <p className={styles.title}>
        {progressPage === null ? item.label : <Link to={`${progressPage}#${itemAnchor(item.id)}`}>{item.label}</Link>}{' '}
        <PlanHealth health={item.health} /> <span>{healthCause(item.cause)}</span>
      </p>
      <dl className={styles.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
