import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimelineDetails'
import {fieldOf, SHOWN_FIELDS} from '../../fields/fields.ts'
import {fieldLabel, fieldText, unstatedText} from '../../labels/field.ts'
import {daysWords, fractionWords, percentWords} from '../../labels/numbers.ts'
import {spanWords} from '../../labels/span.ts'
import {WORDS} from '../../labels/words.ts'
import {dateSpanText} from '../../view/timeline/position.ts'
import {placementText} from '../../view/words/placement.ts'
import {plannedText} from '../../view/words/variance.ts'

/** What the plan says of the item, and what is computed of it. */
export function factsOf({
  item,
  axis,
  phases,
  names,
  baseline,
  linked,
}: Props & {readonly item: NonNullable<Props['item']>}): readonly (readonly [term: string, text: string])[] {
  const none = translate({id: 'plan.item.none', message: 'none'})
  return [
    [translate({id: 'plan.timeline.when', message: 'When'}), dateSpanText(WORDS, item, axis)],
    ...(item.projected === null
      ? []
      : [
          [
            translate({id: 'plan.timeline.projected', message: 'Projected'}),
            spanWords(item.projected.start, item.projected.end) ?? none,
          ] as const,
        ]),
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
      item.phase === null ? none : `${phases[item.phase.id] ?? item.phase.id}: ${placementText(WORDS, item.phase.cause)}`,
    ],
  ]
}
