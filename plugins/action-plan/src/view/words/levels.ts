import type {FindingLevel} from '../../model/tool-report.ts'
import type {Wording} from './words.ts'

/** The level of a finding. */
export const LEVELS: Readonly<Record<FindingLevel, (words: Wording) => string>> = {
  critical: ({say}) => say('plan.reports.critical', 'critical'),
  high: ({say}) => say('plan.reports.high', 'high'),
  medium: ({say}) => say('plan.reports.medium', 'medium'),
  low: ({say}) => say('plan.reports.low', 'low'),
  note: ({say}) => say('plan.reports.note', 'note'),
  unknown: ({say}) => say('plan.reports.unknown', 'of unknown level'),
}
