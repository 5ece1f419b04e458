import {isIndexAddress, planOfStatus, plansOfIndex, type KnownPlans, type OtherAddress, type OtherPlan} from '../model/other-plans.ts'
import {percentOf} from '../model/number.ts'
import type {PlanLine} from '../model/plan-line.ts'
import {INDEX_VERSION, type PlansIndex, type PlansIndexSummary} from '../model/plans-index.ts'
import type {Status, StatusSummary} from '../model/status.ts'
import {SCHEMA_VERSION, STATUS_SHAPE} from './status-shape.ts'
import {faultIn, unexpectedValue, validateStatus, type Shape} from './validate-status.ts'

/** Why a repository's newest numbers could not be read: each cause with what its sentence needs. */
const FETCH_CAUSE: Shape = {
  '|': [
    {code: 'incomplete|broken|unreachable|not-loaded|no-plan', facts: {}},
    {code: 'answered|', facts: {status: 'number'}},
    {code: 'wrong-type|', facts: {type: 'string'}},
    {code: 'too-large|', facts: {megabytes: 'number'}},
    {code: 'timeout|', facts: {seconds: 'number'}},
    {code: 'redirected|', facts: {to: 'string'}},
    {code: 'private-address|', facts: {host: 'string'}},
    {code: 'older|', facts: {committedAt: 'time'}},
    {code: 'invalid|no-repository-read', facts: {reason: 'string'}},
    {code: 'no-such-plan|', facts: {path: 'string'}},
  ],
}
const LINE: Shape = {
  title: 'string',
  statusDate: 'date',
  source: {path: 'string', commit: 'string?', committedAt: 'time?'},
  totals: {
    items: 'number',
    itemsDone: 'number',
    tasks: 'number',
    done: 'number',
    percent: 'number?',
    trend: STATUS_SHAPE.totals.trend,
    cause: STATUS_SHAPE.totals.cause,
  },
  end: {planned: 'date?'},
  forecast: {'?': {p50: 'date?', cause: {'?': STATUS_SHAPE.forecast['?'].cause}}},
  verdict: {health: STATUS_SHAPE.verdict.health, forecast: STATUS_SHAPE.verdict.forecast},
  urgent: {'?': {id: 'string', label: 'string', health: STATUS_SHAPE.verdict.health, lateDays: 'number?', owners: ['string']}},
  owners: 'number',
}
const INDEX: Shape = {
  plans: [
    {
      id: 'string',
      repository: 'string',
      plan: 'string?',
      link: 'string?',
      line: {'?': LINE},
      failure: {'?': {cause: FETCH_CAUSE, since: 'time'}},
    },
  ],
}
/** What was kept of an address. */
const KNOWN: Shape = {
  plans: [{id: 'string', name: 'string?', link: 'string?', line: {'?': LINE}, failure: {'?': {cause: FETCH_CAUSE, since: 'time?'}}}],
  checkedAt: 'time',
  digest: 'string?',
}

/** What an earlier version kept of an address, as this one reads it; else null. */
export const asKnownPlans = (value: unknown): KnownPlans | null =>
  faultIn(value, KNOWN, '') === null && miscountedAmong((value as KnownPlans).plans) === null ? (value as KnownPlans) : null

/** What an address told: its plans, or why it cannot be used. Counts that do not add up are refused. */
export type ToldPlans = {readonly plans: readonly OtherPlan[]} | {readonly reason: string}

/** Reads the JSON of an address of the option `plans`: an index, or the status of one plan. */
export function readOthers(value: unknown, address: Pick<OtherAddress, 'url' | 'name' | 'link'>, now: number): ToldPlans {
  if (isIndexAddress(address.url)) {
    const read = validateIndex(value)
    return 'reason' in read ? read : {plans: plansOfIndex(read.index)}
  }
  const read = validateStatus(value, now)
  return 'reason' in read ? read : {plans: [planOfStatus(read.status, address)]}
}

/** An index that a page may show, or why not. */
export function validateIndex(value: unknown): {readonly index: PlansIndex} | {readonly reason: string} {
  const version = (value as {schemaVersion?: unknown} | null)?.schemaVersion
  if (version !== INDEX_VERSION) return {reason: unexpectedValue(version, 'schemaVersion', `${INDEX_VERSION}`)}
  const wrong = faultIn(value, INDEX, '')
  if (wrong !== null) return {reason: wrong}
  const index = value as PlansIndex
  const miscounted = miscountedAmong(index.plans)
  return miscounted === null ? {index} : {reason: miscounted}
}

/** The first plan of some whose counts cannot be, and why; null when there is none. */
function miscountedAmong(plans: readonly Pick<OtherPlan, 'id' | 'line'>[]): string | null {
  for (const {id, line} of plans) {
    const miscounted = line === null ? null : miscountOf(line.totals)
    if (miscounted !== null) return `${id}: ${miscounted}`
  }
  return null
}

/** The first count of a line that cannot be; null when there is none. */
function miscountOf({tasks, done, items, itemsDone, percent}: PlanLine['totals']): string | null {
  if (done > tasks) return `unexpected ${done} of ${tasks} tasks done, expected no more than there are`
  if (itemsDone > items) return `unexpected ${itemsDone} of ${items} items done, expected no more than there are`
  const expected = percentOf(done, tasks)
  return percent === expected ? null : `unexpected ${percent} percent, expected ${expected} for ${done} of ${tasks} tasks`
}

/** What this version can read as the summary of an index; else null. */
export function asIndexSummary(value: unknown): PlansIndexSummary | null {
  const found = value as Partial<PlansIndexSummary> | null
  return found?.schemaVersion === INDEX_VERSION && typeof found.digest === 'string' && faultIn(found.checkedAt, 'time', '') === null
    ? (value as PlansIndexSummary)
    : null
}

/** What this page can read as a summary; else null. */
export function asSummary(value: unknown): StatusSummary | null {
  const found = value as Partial<StatusSummary> | null
  const isOne = found?.schemaVersion === SCHEMA_VERSION && typeof found.digest === 'string' && typeof (found.site ?? undefined) === 'object'
  return isOne ? (value as StatusSummary) : null
}

/** Both are of one release: while files are replaced, an old one can stand beside a new one. */
export const isOfStatus = ({source, statusDate, site, totals}: StatusSummary, status: Partial<Status>): boolean =>
  source?.commit === status.source?.commit &&
  statusDate === status.statusDate &&
  site.build === status.site?.build &&
  totals?.done === status.totals?.done &&
  totals.tasks === status.totals?.tasks
