import type {ChangeDoubt, Doubt} from '../../model/cause.ts'
import type {PageStatus} from '../../model/page.ts'
import type {StatusPlanned} from '../../model/status.ts'
import {workingDayText} from './numbers.ts'
import type {Wording} from './words.ts'

/** "3 working days later", "as planned", "unknown". */
export function varianceText({say, plural}: Wording, variance: number | null): string {
  if (variance === null) return say('plan.health.unknown', 'unknown')
  if (variance === 0) return say('plan.baseline.asPlanned', 'as planned')
  return variance > 0
    ? plural('plan.baseline.later', '{count} working day later|{count} working days later', variance)
    : plural('plan.baseline.earlier', '{count} working day earlier|{count} working days earlier', -variance)
}

/** Why two things of two revisions may not be the same, or may be the same after all. */
export function doubtText({say}: Wording, doubt: ChangeDoubt): string {
  switch (doubt.code) {
    case 'others-alike':
      return say('plan.doubt.alike', 'others are as alike: matched in order')
    case 'same-number-only':
      return say('plan.doubt.number', 'only the number is the same')
    case 'same-beginning':
      return say('plan.doubt.beginning', 'only the beginning is the same')
    case 'same-place':
      return say('plan.doubt.place', 'same place, few words in common')
    case 'maybe-reworded':
      return say('plan.doubt.reworded', 'may be “{text}” in other words', doubt.facts)
  }
}

/** Whether it can be compared with. */
export const hasBaseline = ({baseline}: Pick<PageStatus, 'baseline'>): boolean => baseline?.state === 'available'

/** Marks what is not certain. */
export const uncertain = (words: Wording, doubt: Doubt | null): string =>
  doubt === null ? '' : ` (${words.say('plan.doubt.uncertain', 'uncertain: {doubt}', {doubt: doubtText(words, doubt)})})`

export const noPlace = ({say}: Wording): string => say('plan.timeline.noPlace', 'no dates')

/** When something was planned to end and how much later it does, for a table: "2026-11-27, 3 working days later". */
export function plannedText(words: Wording, planned: Omit<StatusPlanned, 'doubt'> | null): string {
  if (planned === null) return words.say('plan.baseline.notInIt', 'not in the baseline')
  const end =
    planned.finish ?? planned.start ?? (planned.earlyFinish === null ? noPlace(words) : workingDayText(words, planned.earlyFinish))
  return `${end}, ${varianceText(words, planned.variance)}${uncertain(words, planned.cause)}`
}
