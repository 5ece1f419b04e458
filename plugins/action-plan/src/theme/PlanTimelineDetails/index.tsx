import type {ReactNode} from 'react'
import clsx from 'clsx'
import Link from '@docusaurus/Link'
import Translate, {translate} from '@docusaurus/Translate'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineDetails'
import {fieldOf, SHOWN_FIELDS} from '../../fields/fields.ts'
import {fieldLabel, fieldText, unstatedText} from '../../labels/field.ts'
import {healthCause} from '../../labels/health.ts'
import {placementText} from '../../view/words/placement.ts'
import {WORDS} from '../../labels/words.ts'
import {itemAnchor} from '../../view/address.ts'
import {plannedText} from '../../view/words/variance.ts'
import {dateSpanText} from '../../view/timeline/position.ts'
import {daysWords, fractionWords, percentWords} from '../../labels/numbers.ts'
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
  const facts: readonly (readonly [string, ReactNode])[] = [
    [translate({id: 'plan.timeline.when', message: 'When'}), dateSpanText(WORDS, item, axis)],
    [
      translate({id: 'plan.mark.done', message: 'Done'}),
      `${fractionWords(item.done, item.tasksTotal)}${item.tasksTotal === 0 ? '' : ` (${percentWords(item.percent, item.done)})`}`,
    ],
    ...SHOWN_FIELDS.flatMap((name): readonly (readonly [string, string])[] => {
      // What the plan has nowhere is left out; core fields say that they are not stated.
      const text = fieldText(item, name, names) ?? unstatedText(name) ?? (fieldOf(name).key === undefined ? null : none)
      return text === null ? [] : [[fieldLabel(name), text]]
    }),
    ...(linked
      ? [
          [
            translate({id: 'plan.timeline.float', message: 'Float'}),
            item.totalFloat === null
              ? none
              : `${daysWords(item.totalFloat)}${item.critical ? `, ${translate({id: 'plan.timeline.critical', message: 'on the critical path'})}` : ''}`,
          ] as const,
        ]
      : []),
    ...(baseline ? [[translate({id: 'plan.timeline.baseline', message: 'Baseline'}), plannedText(WORDS, item.baseline)] as const] : []),
    [
      translate({id: 'plan.item.phase', message: 'Phase'}),
      item.phase === null ? (
        none
      ) : (
        <>
          {phases[item.phase.id] ?? item.phase.id}: {placementText(WORDS, item.phase.cause)}
        </>
      ),
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
