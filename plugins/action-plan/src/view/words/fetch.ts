import type {FetchCause} from '../../model/cause.ts'
import type {PlanChange} from '../../model/live.ts'
import {agoText, type TimePassed} from './freshness.ts'
import type {Wording} from './words.ts'

// What a page says once it has asked for numbers: it loads these words with the first answer.

const FETCH: Readonly<Record<FetchCause['code'], readonly [id: string, english: string]>> = {
  answered: ['plan.fetch.answered', 'the server answered {status}'],
  'wrong-type': ['plan.fetch.type', 'the server answered with {type} instead of JSON'],
  'too-large': ['plan.fetch.large', 'the answer is larger than {megabytes} MB'],
  invalid: ['plan.fetch.invalid', 'the answer cannot be used: {reason}'],
  timeout: ['plan.fetch.timeout', 'no answer within {seconds} s'],
  incomplete: ['plan.fetch.incomplete', 'the answer is not complete JSON'],
  broken: ['plan.fetch.broken', 'the connection broke'],
  unreachable: ['plan.fetch.unreachable', 'the server cannot be reached'],
  redirected: ['plan.fetch.redirected', 'the address leads to {to} instead'],
  'private-address': ['plan.fetch.private', '{host} is in a private network'],
  older: ['plan.fetch.older', 'it answers with an earlier state, of {committedAt}'],
  'no-repository-read': ['plan.fetch.repository', 'git cannot read the repository: {reason}'],
  'no-plan': ['plan.fetch.noPlan', 'no file of the repository is a plan'],
  'no-such-plan': ['plan.fetch.noSuchPlan', 'the repository has no file {path}'],
  'not-loaded': ['plan.fetch.notLoaded', 'a part of this page cannot be loaded'],
}

/** Why the numbers could not be fetched. A newer command may know more reasons than a page does. */
export function fetchText({say}: Wording, {code, facts}: FetchCause): string {
  return say(...(Object.hasOwn(FETCH, code) ? FETCH[code] : FETCH.unreachable), facts)
}

/** What is known of the last look at the server. */
interface Check {
  readonly rolledBack: boolean
  readonly ago: TimePassed
  readonly failure: {readonly cause: FetchCause; readonly lastGood: TimePassed | null} | null
}

/** The last look at the server: "checked 20 seconds ago". */
export function checkText(words: Wording, {rolledBack, ago, failure}: Check, stale: boolean): string {
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
  return `${back}${say('plan.live.failed', 'the check {ago} failed: {reason}', {ago: when, reason: fetchText(words, failure.cause)})}; ${last}`
}

/** A change of the numbers, as one sentence for screen readers. */
export function planChangeText({say}: Wording, {done, tasks, percent, moved, rolledBack}: PlanChange): string {
  const counts =
    tasks === 0 ? say('plan.cause.noTasks', 'no tasks') : say('plan.cause.fraction', '{done} of {tasks} tasks done', {done, tasks})
  const share = percent === null || (percent === 0 && done > 0) ? '' : `, ${percent} %`
  const more = moved === null || moved === 0 ? '' : ` (${moved > 0 ? '+' : '−'}${Math.abs(moved)})`
  const numbers = `${counts}${share}${more}`
  return rolledBack
    ? say('plan.live.wentBack', 'The plan went back to an earlier commit: {numbers}.', {numbers})
    : say('plan.live.changed', 'The plan changed: {numbers}.', {numbers})
}
