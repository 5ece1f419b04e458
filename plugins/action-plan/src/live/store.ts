import type {FetchCause} from '../model/cause.ts'
import type {PlanGlobal, PlanNumbers} from '../model/global.ts'
import {AS_BUILT, type Live, type Push} from '../model/live.ts'
import {siteBuild} from '../model/site.ts'
import type {Status} from '../model/status.ts'
import {browserWorld} from './browser.ts'
import {changedIn, planChange} from './changed.ts'
import {summaryOf} from './summary.ts'
import {poll, type Asked} from './poll.ts'
import {listenToDevEvents} from './dev-events.ts'

/** What has changed is marked for so long, in milliseconds. */
const MARKED = 8000

/** What all components of a page share of one plan. */
export interface Store {
  get(): Live
  /** The numbers to show: the newest ones, else those of the build. */
  numbers(): PlanNumbers | null
  subscribe(run: () => void): () => void
}

const stores = new Map<string, Store>()

/** The store of a plan; it asks while somebody subscribes. */
export function storeOf(plan: PlanGlobal): Store {
  const known = stores.get(plan.statusUrl)
  if (known !== undefined) return known
  const made = store(plan, (take, push) =>
    process.env['NODE_ENV'] === 'development'
      ? listenToDevEvents(plan.statusUrl.replace(/json$/, 'events'), push)
      : plan.pollSeconds === 0
        ? () => undefined
        : poll(browserWorld(plan.statusUrl), 1000 * plan.pollSeconds, take),
  )
  stores.set(plan.statusUrl, made)
  return made
}

export type Source = (take: (asked: Asked) => void, push: (pushed: Push | FetchCause) => void) => () => void

/** A store that a source feeds. */
export function store(built: PlanNumbers, source: Source): Store {
  const hearers = new Set<() => void>()
  let live: Live = AS_BUILT
  let numbers: PlanNumbers | null = null
  let end: (() => void) | null = null
  let fade: ReturnType<typeof setTimeout> | undefined

  const set = (next: Partial<Live>): void => {
    live = {...live, ...next}
    for (const hearer of hearers) hearer()
  }
  const show = (status: Status, rest: Partial<Live>): void => {
    const before = numbers ?? built
    const after = summaryOf(status)
    const changed = changedIn(before, after)
    const earlier = status.source.committedAt ?? ''
    const rolledBack = earlier !== '' && before.source.committedAt !== null && Date.parse(earlier) < Date.parse(before.source.committedAt)
    const same = status.source.commit === before.source.commit
    numbers = after
    if (changed.size > 0) {
      clearTimeout(fade)
      fade = setTimeout(() => set({changed: AS_BUILT.changed}), MARKED)
    }
    set({
      ...rest,
      status,
      rolledBack: rolledBack || (same && live.rolledBack),
      ...(changed.size > 0 ? {changed, said: planChange(before, after, rolledBack)} : {}),
    })
  }
  const fail = (cause: FetchCause): void => {
    const {check} = live
    const freshAt = check.state === 'fresh' ? check.at : check.state === 'failed' ? check.freshAt : null
    set({check: {state: 'failed', at: Date.now(), cause, freshAt}})
  }
  const take = ({answer}: Asked): void => {
    if (answer.kind === 'failed') return fail(answer.cause)
    const own = siteBuild(Array.from(document.scripts, ({src}) => src))
    const served = answer.status.site.build
    show(answer.status, {check: {state: 'fresh', at: Date.now()}, newerSite: own !== null && served !== null && served !== own})
  }
  const push = (pushed: Push | FetchCause): void => {
    if ('code' in pushed) return fail(pushed)
    show(pushed.status, {check: {state: 'fresh', at: Date.now()}, good: pushed.good, errors: pushed.errors})
  }
  return {
    get: () => live,
    numbers: () => numbers,
    subscribe(run) {
      hearers.add(run)
      end ??= source(take, push)
      return () => {
        hearers.delete(run)
        if (hearers.size > 0) return
        end?.()
        end = null
      }
    },
  }
}
