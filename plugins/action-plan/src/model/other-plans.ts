import type {FetchCause} from './cause.ts'
import {lineOfStatus, type PlanLine} from './plan-line.ts'
import type {PlansIndex} from './plans-index.ts'
import type {Status} from './status.ts'

// Plans of other sites and repositories, which the page of all plans shows beside those of its own site.

/** A plan that an address told of. */
export interface OtherPlan {
  /** Names it among those of its address. */
  readonly id: string
  /** What it is called here; null: by its title. */
  readonly name: string | null
  /** A page about it; null for none. */
  readonly link: string | null
  /** The newest numbers that are known; null when there are none. */
  readonly line: PlanLine | null
  /** Why its newest numbers are not these, and since when, ISO time; null when they are. */
  readonly failure: {readonly cause: FetchCause; readonly since: string | null} | null
}

/** An address of the option `plans`, with what it told last. */
export interface OtherAddress {
  /** As an open page asks it: absolute, or from the root of the site's host. */
  readonly url: string
  /** What its only plan is called here; null: by its title. */
  readonly name: string | null
  /** The page of its only plan; null: as the address says. */
  readonly link: string | null
  readonly plans: readonly OtherPlan[]
  /** When it was asked last with success, ISO time; for an index, when its repositories were. Null: never. */
  readonly checkedAt: string | null
  /** Names what it told, as its summary does; null when nothing does. */
  readonly digest: string | null
  /** Why the last question had no answer that can be used; null when it had one. */
  readonly failure: FetchCause | null
}

/** What is kept of an address, for builds in which it has no answer. */
export type KnownPlans = Pick<OtherAddress, 'plans' | 'checkedAt' | 'digest'>

/** What a plan is called in lists. */
export const otherName = ({name, line, id}: OtherPlan, {url}: Pick<OtherAddress, 'url'>): string =>
  name ?? (line === null || line.title === '' ? (id === '' ? url : id) : line.title)

/** Whether an address is that of an index of many plans. */
export const isIndexAddress = (url: string): boolean => /\/plans\.json$/.test(url)

/** Only an address of the web may be led to: what an index says of its links is not trusted. */
const webLink = (link: string | null): string | null => (link !== null && /^https?:\/\//i.test(link) ? link : null)

/** The plan of a status.json. */
export const planOfStatus = (status: Status, {url, name, link}: Pick<OtherAddress, 'url' | 'name' | 'link'>): OtherPlan => ({
  id: '',
  name,
  // Where its site has not named the page otherwise.
  link: link ?? url.replace(/status\.json$/, 'progress'),
  line: lineOfStatus(status),
  failure: null,
})

/** The plans of an index. One that was never read is called by its repository. */
export const plansOfIndex = ({plans}: PlansIndex): readonly OtherPlan[] =>
  plans.map(({id, repository, plan, link, line, failure}) => ({
    id,
    name: line === null ? [repository, plan ?? ''].join(' ').trim() : null,
    link: webLink(link),
    line,
    failure,
  }))

/** The newest of what was known and what was just told: an older answer, such as one of a cache on the way, is never shown as a new one. */
export function newestPlans(before: readonly OtherPlan[], told: readonly OtherPlan[]): readonly OtherPlan[] {
  const known = new Map(before.map((plan) => [plan.id, plan]))
  return told.map((plan) => {
    const last = known.get(plan.id)?.line ?? null
    if (last === null) return plan
    if (plan.line === null) return {...plan, line: last}
    return isOlder(plan.line, last) ? {...plan, line: last, failure: plan.failure ?? olderFailure(plan.line)} : plan
  })
}

const olderFailure = ({source: {committedAt}}: PlanLine): OtherPlan['failure'] => ({
  cause: {code: 'older', facts: {committedAt: (committedAt ?? '').slice(0, 10)}},
  since: null,
})

function isOlder(line: PlanLine, than: PlanLine): boolean {
  const [at, last] = [line, than].map(({source}) => Date.parse(source.committedAt ?? '')) as [number, number]
  return at < last || (at === last && line.statusDate < than.statusDate)
}
