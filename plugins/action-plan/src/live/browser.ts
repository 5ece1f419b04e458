import type {FetchCause} from '../model/cause.ts'
import type {Answer} from './fetch-status.ts'
import {onReturn} from './on-return.ts'
import type {Asked, World} from './poll.ts'

/** A clock that moved this much further than a timer is one that jumped, or a machine that slept. */
const JUMP = 60_000
const TICK = 20_000

/** Why there is no answer when a newer release took away the file that asks. */
export const NOT_LOADED: FetchCause = {code: 'not-loaded', facts: {}}

/** Addresses of the scripts of this page, which name the site that it is of. */
export const scripts = (): readonly string[] => Array.from(document.scripts, ({src}) => src)

/** The browser as a poller sees it. What a browser refuses (storage denied, an old one) is done without. */
export function browserWorld(url: string): World {
  // Tabs of one release share, which its main bundles name: what another one hears, and what it can read of that, is its own matter.
  const name = `action-plan ${url} ${scripts().filter((src) => /main\.[\w-]+\.js/.test(src))}`
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    after: (milliseconds, run) => {
      // Longer than a timer can hold would run at once.
      const timer = setTimeout(run, Math.min(milliseconds, 2 ** 31 - 1))
      return () => clearTimeout(timer)
    },
    visible: () => document.visibilityState !== 'hidden',
    onReturn: (run) => {
      let last = Date.now()
      const timer = setInterval(() => {
        const jumped = Math.abs(Date.now() - last - TICK) > JUMP
        last = Date.now()
        if (jumped) run()
      }, TICK)
      const end = onReturn(run)
      window.addEventListener('online', run)
      return () => {
        clearInterval(timer)
        end()
        window.removeEventListener('online', run)
      }
    },
    // Loaded when it is first needed, not with the page. A newer release may have taken its file away.
    ask: (known): Promise<Answer> =>
      import(/* webpackChunkName: "plan-live" */ './fetch-status.ts').then(
        ({fetchNumbers}) => fetchNumbers(url, known, Date.now),
        () => ({kind: 'failed', cause: NOT_LOADED, wait: null, gone: false}),
      ),
    alone: async (run) => {
      const locks = attempt(() => navigator.locks)
      if (locks === null) return run()
      let ran = false
      try {
        return await locks.request(name, {ifAvailable: true}, (lock) => {
          if (lock === null) return null
          ran = true
          return run()
        })
      } catch {
        return ran ? null : run()
      }
    },
    share: (hear) => {
      const channel = attempt(() => new BroadcastChannel(name))
      if (channel !== null) channel.onmessage = ({data}: MessageEvent<Asked>) => hear(data)
      return {
        tell: (asked) => void attempt(() => channel?.postMessage(asked)),
        end: () => channel?.close(),
      }
    },
  }
}

function attempt<T>(make: () => T): T | null {
  try {
    return make() ?? null
  } catch {
    return null
  }
}
