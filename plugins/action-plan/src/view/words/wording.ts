import type {Health} from '../../model/health.ts'
import type {Mark} from '../../model/mark.ts'
import type {MetricState} from '../../model/report.ts'
import {label, type Titled} from '../../model/label.ts'
import {lateness} from '../../model/lateness.ts'

/** A floored percentage in words: "17 %", "<1 %" for something that is not nothing, "no tasks" when there is nothing to count. */
export function percentText(percent: number | null, done: number): string {
  if (percent === null) return 'no tasks'
  return percent === 0 && done > 0 ? '<1 %' : `${percent} %`
}

/** "15/88", or "no tasks". */
export function fraction(done: number, tasks: number): string {
  return tasks === 0 ? 'no tasks' : `${done}/${tasks}`
}

/** "15 of 88 tasks, 17 %": for those who hear it. */
export function progressSentence(done: number, tasks: number, percent: number | null): string {
  return tasks === 0 ? 'no tasks' : `${done} of ${tasks} task${tasks === 1 ? '' : 's'}, ${percentText(percent, done)}`
}

/** "2 days late", "3 weeks late". */
export function lateText(days: number): string {
  const {count, unit} = lateness(days)
  return `${count} ${unit}${count === 1 ? '' : 's'} late`
}

/** An item with its priority: "2.1 Credential Management (P0)". */
export function prioritised(item: Titled & {readonly priority: string | null}): string {
  return `${label(item)}${item.priority === null ? '' : ` (${item.priority})`}`
}

export const HEALTH_WORDS: Readonly<Record<Health, string>> = {
  done: 'done',
  'on-track': 'on track',
  'at-risk': 'at risk',
  late: 'late',
  'not-started': 'not started',
  unknown: 'unknown',
}

/** A sign beside the word, never instead of it. */
export const HEALTH_SIGNS: Readonly<Record<Health, string>> = {
  done: '✓',
  'on-track': '→',
  'at-risk': '!',
  late: '‼',
  'not-started': '○',
  unknown: '?',
}

export const MARK_WORDS: Readonly<Record<Mark, string>> = {open: 'Open', done: 'Done', dropped: 'Dropped', unknown: 'Unknown mark'}

export const METRIC_WORDS: Readonly<Record<MetricState, string>> = {met: 'met', unmet: 'not met', unknown: 'unknown'}

/** A sign beside the word, never instead of it. */
export const METRIC_SIGNS: Readonly<Record<MetricState, string>> = {met: '✓', unmet: '✕', unknown: '?'}
