import {newestPlans, planOfStatus, plansOfIndex, type OtherAddress} from '../model/other-plans.ts'
import {browserWorld} from './browser.ts'
import type {Answer} from './fetch-status.ts'
import {poll, type Asked} from './poll.ts'

// The plans of others while a page is open: asked seldom, for they are many and none of them is what the page is about.

/** Seconds between two looks at an address. */
const SELDOM = 300
/** Seconds for each address, when there are many: no more than ten questions a minute leave a page. */
const EACH = 6

/** How often each of some addresses is asked, in milliseconds; 0: never. */
export const othersInterval = (addresses: number, pollSeconds: number): number =>
  pollSeconds === 0 ? 0 : 1000 * Math.max(SELDOM, pollSeconds, EACH * addresses)

/** An address after an answer, which came at `at` (milliseconds). What fails keeps what was known, and an older plan never takes the place of a newer one. */
export function afterAnswer(known: OtherAddress, answer: Answer, at: number): OtherAddress {
  if (answer.kind === 'failed') return {...known, failure: answer.cause}
  const checkedAt = (answer.kind === 'status' ? null : answer.checkedAt) ?? new Date(at).toISOString()
  if (answer.kind === 'same') return {...known, checkedAt, failure: null}
  const told = answer.kind === 'index' ? plansOfIndex(answer.index) : [planOfStatus(answer.status, known)]
  return {...known, plans: newestPlans(known.plans, told), checkedAt, digest: answer.digest, failure: null}
}

/** The addresses of a page with what they told last. */
export interface OthersView {
  get(): readonly OtherAddress[]
  subscribe(run: () => void): () => void
}

/** How an address is asked again and again; gives what ends it. */
export type AskOthers = (url: string, interval: number, take: (asked: Asked) => void, known: () => string | null) => () => void

const askInBrowser: AskOthers = (url, interval, take, known) => poll(browserWorld(url), interval, take, known)

/** Asks the addresses while somebody subscribes. */
export function othersView(built: readonly OtherAddress[], pollSeconds: number, ask: AskOthers = askInBrowser): OthersView {
  const hearers = new Set<() => void>()
  let shown = built
  let ends: readonly (() => void)[] = []
  const interval = othersInterval(built.length, pollSeconds)
  const begin = (): readonly (() => void)[] =>
    built.map(({url}, index) =>
      ask(
        url,
        interval,
        ({at, answer}) => {
          shown = shown.map((address, other) => (other === index ? afterAnswer(address, answer, at) : address))
          for (const hearer of hearers) hearer()
        },
        () => shown[index]?.digest ?? null,
      ),
    )
  return {
    get: () => shown,
    subscribe(run) {
      if (hearers.size === 0 && interval > 0) ends = begin()
      hearers.add(run)
      return () => {
        hearers.delete(run)
        if (hearers.size > 0) return
        for (const end of ends) end()
        ends = []
      }
    },
  }
}
