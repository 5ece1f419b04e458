import type {PlanChange} from '../../model/live.ts'
import type {Words} from './words.ts'

/** How long ago; null is now. */
interface Passed {
  readonly age: {readonly count: number; readonly unit: 'second' | 'minute' | 'hour' | 'day'} | null
}

/** "2 hours ago", "just now". */
export function agoText({say, ago}: Words, {age}: Passed): string {
  return age === null ? say('plan.live.now', 'just now') : ago(age.count, age.unit)
}

/** What is known of the last look at the server. */
interface Check {
  readonly rolledBack: boolean
  readonly ago: Passed
  readonly failure: {readonly lastGood: Passed | null} | null
}

/** The last look at the server: "checked 20 seconds ago". `reason` says why it failed. */
export function checkText(words: Words, {rolledBack, ago, failure}: Check, stale: boolean, reason: string): string {
  const {say} = words
  const back = rolledBack ? `${say('plan.live.rolledBack', 'an earlier commit than before')}; ` : ''
  const when = agoText(words, ago)
  if (failure === null)
    return (
      back +
      (stale ? say('plan.live.unchecked', 'not checked since {ago}', {ago: when}) : say('plan.live.checked', 'checked {ago}', {ago: when}))
    )
  const last =
    failure.lastGood === null
      ? say('plan.live.asBuilt', 'these are the numbers that the page was built with')
      : say('plan.live.lastGood', 'last good answer {ago}', {ago: agoText(words, failure.lastGood)})
  return `${back}${say('plan.live.failed', 'the check {ago} failed: {reason}', {ago: when, reason})}; ${last}`
}

/** A change of the numbers, as one sentence for screen readers. */
export function planChangeText({say}: Words, {done, tasks, percent, moved, rolledBack}: PlanChange): string {
  const counts =
    tasks === 0 ? say('plan.cause.noTasks', 'no tasks') : say('plan.cause.fraction', '{done} of {tasks} tasks done', {done, tasks})
  const share = percent === null || (percent === 0 && done > 0) ? '' : `, ${percent} %`
  const more = moved === null || moved === 0 ? '' : ` (${moved > 0 ? '+' : '−'}${Math.abs(moved)})`
  const numbers = `${counts}${share}${more}`
  return rolledBack
    ? say('plan.live.wentBack', 'The plan went back to an earlier commit: {numbers}.', {numbers})
    : say('plan.live.changed', 'The plan changed: {numbers}.', {numbers})
}
