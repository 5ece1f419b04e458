import type {FetchCause} from '../model/cause.ts'
import type {PlanGlobal, PlanNumbers} from '../model/global.ts'
import {AS_BUILT, type Live, type Push} from '../model/live.ts'
import type {Status} from '../model/status.ts'
import {browserWorld, NOT_LOADED, scripts} from './browser.ts'
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
  const made = store(plan, plan.statusDigest, (take, push, known) =>
    process.env['NODE_ENV'] === 'development'
      ? listenToDevEvents(plan.statusUrl.replace(/json$/, 'events'), push)
      : plan.pollSeconds === 0
        ? () => undefined
        : poll(browserWorld(plan.statusUrl), 1000 * plan.pollSeconds, take, known),
  )
  stores.set(plan.statusUrl, made)
  return made
}

export type LiveSource = (
  take: (asked: Asked) => void,
  push: (pushed: Push | FetchCause) => void,
  /** Gives what names the numbers that are shown; null when nothing does. */
  known: () => string | null,
) => () => void

/** A store that a source feeds. `digest` names the numbers that the page was built with. */
export function store(built: PlanNumbers, digest: string | null, source: LiveSource): Store {
  const hearers = new Set<() => void>()
  let live: Live = AS_BUILT
  let numbers: PlanNumbers | null = null
  let end: (() => void) | null = null
  let fade: ReturnType<typeof setTimeout> | undefined

  const set = (next: Partial<Live>): void => {
    live = {...live, ...next}
    for (const hearer of hearers) hearer()
  }
  const fail = (cause: FetchCause, rest: Partial<Live> = {}): void => {
    const {check} = live
    const freshAt = check.state === 'fresh' ? check.at : check.state === 'failed' ? check.freshAt : null
    set({...rest, check: {state: 'failed', at: Date.now(), cause, freshAt}})
  }
  // In one file with what asks: it is there already, unless another tab asked.
  const load = (): Promise<typeof import('./received.ts') | null> =>
    import(/* webpackChunkName: "plan-live" */ './received.ts').catch(() => null)
  const same = async (build: string | null): Promise<void> => {
    const loaded = await load()
    if (loaded === null) return fail(NOT_LOADED)
    set({newerSite: loaded.isOfAnotherSite(build, scripts()), check: {state: 'fresh', at: Date.now()}})
  }
  const show = async (status: Status, name: string | null, rest: Partial<Live>): Promise<void> => {
    const loaded = await load()
    if (loaded === null) return fail(NOT_LOADED)
    const next = loaded.received(status, numbers ?? built, live, {path: built.source.path, scripts: scripts()})
    if ('refused' in next) return fail(next.refused, {newerSite: next.newerSite})
    numbers = next.numbers
    digest = name
    if (next.changed) {
      clearTimeout(fade)
      fade = setTimeout(() => set({changed: AS_BUILT.changed}), MARKED)
    }
    set({...rest, ...next.live, check: {state: 'fresh', at: Date.now()}})
  }
  const take = ({answer}: Asked): void => {
    if (answer.kind === 'failed') fail(answer.cause)
    else if (answer.kind === 'same') void same(answer.build)
    else if (answer.kind === 'status') void show(answer.status, answer.digest, {})
  }
  const push = (pushed: Push | FetchCause): void => {
    if ('code' in pushed) fail(pushed)
    else void show(pushed.status, null, {good: pushed.good, errors: pushed.errors})
  }
  return {
    get: () => live,
    numbers: () => numbers,
    subscribe(run) {
      hearers.add(run)
      end ??= source(take, push, () => digest)
      return () => {
        hearers.delete(run)
        if (hearers.size > 0) return
        end?.()
        end = null
      }
    },
  }
}
