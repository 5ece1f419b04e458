import {translate} from '@docusaurus/Translate'

/** A day of a plan without dates, counted from 1, in the reader's language. */
export function workingDay(day: number): string {
  return translate({id: 'plan.timeline.workingDay', message: 'working day {day}'}, {day: String(day)})
}
