import type {Health} from '../../model/health.ts'
import type {Mark} from '../../model/mark.ts'
import type {MetricState} from '../../model/report.ts'
import type {Wording} from './words.ts'

type Terms<State extends string> = Readonly<Record<State, (words: Wording) => string>>

const HEALTHS: Terms<Health> = {
  done: ({say}) => say('plan.health.done', 'done'),
  'on-track': ({say}) => say('plan.health.on-track', 'on track'),
  'at-risk': ({say}) => say('plan.health.at-risk', 'at risk'),
  late: ({say}) => say('plan.health.late', 'late'),
  'not-started': ({say}) => say('plan.health.not-started', 'not started'),
  unknown: ({say}) => say('plan.health.unknown', 'unknown'),
}
const MARKS: Terms<Mark> = {
  open: ({say}) => say('plan.mark.open', 'Open'),
  done: ({say}) => say('plan.mark.done', 'Done'),
  dropped: ({say}) => say('plan.mark.dropped', 'Dropped'),
  unknown: ({say}) => say('plan.mark.unknown', 'Unknown mark'),
}
const METRICS: Terms<MetricState> = {
  met: ({say}) => say('plan.metric.met', 'met'),
  unmet: ({say}) => say('plan.metric.unmet', 'not met'),
  unknown: ({say}) => say('plan.metric.unknown', 'unknown'),
}

export const healthTerm = (words: Wording, health: Health): string => HEALTHS[health](words)
export const markTerm = (words: Wording, mark: Mark): string => MARKS[mark](words)
export const metricTerm = (words: Wording, state: MetricState): string => METRICS[state](words)

/** A sign beside the word, never instead of it. */
export const HEALTH_SIGNS: Readonly<Record<Health, string>> = {
  done: '✓',
  'on-track': '→',
  'at-risk': '!',
  late: '‼',
  'not-started': '○',
  unknown: '?',
}

/** A sign beside the word, never instead of it. */
export const METRIC_SIGNS: Readonly<Record<MetricState, string>> = {met: '✓', unmet: '✕', unknown: '?'}
