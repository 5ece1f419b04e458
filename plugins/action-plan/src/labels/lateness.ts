import {translate} from '@docusaurus/Translate'
import {lateness} from '../model/lateness.ts'

/** How late something is, in the reader's language: "2 days late", "3 weeks late". */
export function lateWords(days: number): string {
  const {count, unit} = lateness(days)
  if (unit === 'week') return translate({id: 'plan.late.weeks', message: '{count} weeks late'}, {count: String(count)})
  return count === 1
    ? translate({id: 'plan.late.day', message: '1 day late'})
    : translate({id: 'plan.late.days', message: '{count} days late'}, {count: String(count)})
}
