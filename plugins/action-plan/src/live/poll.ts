import type {Answer} from './fetch-status.ts'

/** An answer with the order in which it was asked for. */
export interface Asked {
  readonly at: number
  readonly answer: Answer
}

/** All that a poller touches outside itself: a browser, or a clock that a test turns. */
export interface World {
  /** Milliseconds of the wall clock; it may jump. */
  now(): number
  /** From 0 to below 1. */
  random(): number
  /** Runs later; gives what calls it off. */
  after(milliseconds: number, run: () => void): () => void
  visible(): boolean
  /** Tells when the reader comes back to the tab, or the network does; gives what ends it. */
  onReturn(run: () => void): () => void
  /** Asks for other numbers than those that a digest names. */
  ask(known: string | null): Promise<Answer>
  /** Runs alone among the tabs of the browser; gives null, without running, when another one does. */
  alone<T>(run: () => Promise<T>): Promise<T | null>
  /** What other tabs have heard; gives how to tell them, and what ends it. */
  share(hear: (asked: Asked) => void): {tell(asked: Asked): void; end(): void}
}

/** No wait is longer, unless the interval or the server says so. */
const LONGEST = 15 * 60_000
const SHORTEST = 1000

/**
 * Asks at an interval while the page is looked at, at once on return, one at a time; backs off when it fails. Gives what ends it.
 * @param known Gives what names the numbers that the page shows; null when nothing does.
 */
export function poll(world: World, interval: number, take: (asked: Asked) => void, known: () => string | null): () => void {
  let asking = false
  let ended = false
  let failures = 0
  let latest = 0
  /** Not before: what the server asked for. */
  let barred = 0
  let callOff = (): void => undefined

  const plan = (wait: number): void => {
    callOff()
    if (!ended) callOff = world.after(wait, () => void look())
  }
  const hear = ({at, answer}: Asked): void => {
    // An answer that was asked for earlier never overwrites one that was asked for later.
    if (ended || at <= latest) return
    latest = at
    // The same as another tab knows, and not as this one: this one looks for itself.
    if (answer.kind === 'same' && answer.digest !== known()) return plan(SHORTEST * world.random())
    failures = answer.kind === 'failed' ? failures + (answer.gone ? 4 : 1) : 0
    const wait = waitAfter(answer, failures, interval, world.random())
    barred = answer.kind === 'failed' && answer.wait !== null ? world.now() + wait : 0
    plan(wait)
    take({at, answer})
  }
  const channel = world.share(hear)

  const look = async (): Promise<void> => {
    if (asking || ended || !world.visible()) return
    const left = barred - world.now()
    // A clock that was set back must not bar for longer than was asked.
    if (left > 0 && left <= Math.max(LONGEST, interval) * 4) return plan(left)
    asking = true
    const at = Math.max(world.now(), latest + 1)
    const answer = await world.alone(() => world.ask(known())).finally(() => (asking = false))
    // Another tab asks: it will tell. If it is closed before it does, this one asks.
    if (answer === null) return plan(interval * (0.5 + world.random() / 2))
    const asked = {at, answer}
    hear(asked)
    if (!ended) channel.tell(asked)
  }

  const endReturn = world.onReturn(() => void look())
  // Not all at once when many open the page together, as after an announcement.
  plan(Math.min(interval, 3000) * world.random())
  return () => {
    ended = true
    callOff()
    endReturn()
    channel.end()
  }
}

/** How long to wait: the interval, a little spread; after failures exponential with full jitter; never less than the server asks. */
export function waitAfter(answer: Answer, failures: number, interval: number, random: number): number {
  if (answer.kind !== 'failed') return interval * (0.9 + 0.2 * random)
  const wait = Math.max(SHORTEST, Math.min(Math.max(LONGEST, interval), interval * 2 ** failures) * random)
  // All who were sent away would come back in the same second.
  return answer.wait === null ? wait : answer.wait + Math.max(SHORTEST, Math.min(interval, answer.wait) * random)
}
