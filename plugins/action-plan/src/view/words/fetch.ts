import type {FetchCause} from '../../model/cause.ts'
import type {Words} from './words.ts'

const FETCH: Readonly<Record<FetchCause['code'], readonly [id: string, english: string]>> = {
  answered: ['plan.fetch.answered', 'the server answered {status}'],
  'wrong-type': ['plan.fetch.type', 'the server answered with {type} instead of JSON'],
  'too-large': ['plan.fetch.large', 'the answer is larger than {megabytes} MB'],
  invalid: ['plan.fetch.invalid', 'the answer cannot be used: {reason}'],
  timeout: ['plan.fetch.timeout', 'no answer within {seconds} s'],
  incomplete: ['plan.fetch.incomplete', 'the answer is not complete JSON'],
  broken: ['plan.fetch.broken', 'the connection broke'],
  unreachable: ['plan.fetch.unreachable', 'the server cannot be reached'],
  'not-loaded': ['plan.fetch.notLoaded', 'a part of this page cannot be loaded'],
}

/** Why the numbers could not be fetched. */
export function fetchText({say}: Words, {code, facts}: FetchCause): string {
  return say(...FETCH[code], facts)
}
