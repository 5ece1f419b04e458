import {describe, expect, test} from 'vitest'
import type {Status} from '../model/status.ts'
import type {Answer} from './fetch-status.ts'
import {poll, waitAfter, type Asked, type World} from './poll.ts'

const OK: Answer = {kind: 'status', status: {} as Status, digest: 'b'}
const SAME: Answer = {kind: 'same', digest: 'b', build: null, checkedAt: null}
const failed = (wait: number | null = null, gone = false): Answer => ({kind: 'failed', cause: {code: 'unreachable', facts: {}}, wait, gone})

/** A clock that is turned by hand, shared by all clients of a test. */
function clock() {
  let now = 1_000_000
  let order = 0
  const timers = new Map<number, {readonly at: number; readonly run: () => void}>()
  return {
    now: () => now,
    after(wait: number, run: () => void) {
      const id = order++
      timers.set(id, {at: now + wait, run})
      return () => void timers.delete(id)
    },
    async turn(milliseconds: number) {
      const end = now + milliseconds
      for (;;) {
        // Timers are kept in the order they were set: of those due first, the first.
        let next: readonly [number, {readonly at: number; readonly run: () => void}] | undefined
        for (const timer of timers) if (timer[1].at <= end && (next === undefined || timer[1].at < next[1].at)) next = timer
        if (next === undefined) break
        timers.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].run()
        for (let turns = 0; turns < 8; turns++) await Promise.resolve()
      }
      now = end
    },
  }
}

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

interface Tab {
  readonly world: World
  readonly taken: Asked[]
  show(visible: boolean): void
}

/** The tabs of one browser: they share a lock and a channel. */
function browser(time: ReturnType<typeof clock>, seed: number, ask: () => Promise<Answer>): {tab(): Tab} {
  const channels = new Set<(asked: Asked) => void>()
  const draw = random(seed)
  let locked = false
  return {
    tab() {
      let visible = true
      let back = (): void => undefined
      const taken: Asked[] = []
      const world: World = {
        now: time.now,
        random: draw,
        after: time.after,
        visible: () => visible,
        onReturn: (run) => {
          back = run
          return () => (back = () => undefined)
        },
        ask,
        alone: async (run) => {
          if (locked) return null
          locked = true
          return run().finally(() => (locked = false))
        },
        share: (hear) => {
          channels.add(hear)
          return {tell: (asked) => channels.forEach((other) => other !== hear && other(asked)), end: () => channels.delete(hear)}
        },
      }
      return {
        world,
        taken,
        show(next) {
          visible = next
          if (next) back()
        },
      }
    },
  }
}

const start = ({world, taken}: Tab, interval = 60_000): (() => void) =>
  poll(
    world,
    interval,
    (asked) => taken.push(asked),
    () => 'b',
  )

describe('one browser', () => {
  test('asks once an interval, and never while hidden; once on return', async () => {
    const time = clock()
    let asked = 0
    const tab = browser(time, 1, async () => (asked++, OK)).tab()
    const end = start(tab)
    await time.turn(10 * 60_000)
    expect(asked).toBeGreaterThanOrEqual(9)
    expect(asked).toBeLessThanOrEqual(12)
    tab.show(false)
    const before = asked
    await time.turn(60 * 60_000)
    expect(asked).toBe(before)
    tab.show(true)
    await time.turn(1)
    expect(asked).toBe(before + 1)
    end()
    await time.turn(60 * 60_000)
    expect(asked).toBe(before + 1)
  })

  test('several tabs share one look, and never have two under way', async () => {
    const time = clock()
    let asked = 0
    let open = 0
    let most = 0
    const ask = (): Promise<Answer> =>
      new Promise((done) => {
        asked++
        most = Math.max(most, ++open)
        time.after(2000, () => (open--, done(OK)))
      })
    const {tab} = browser(time, 2, ask)
    const tabs = [tab(), tab(), tab(), tab()]
    for (const one of tabs) start(one)
    await time.turn(60 * 60_000)
    expect(most).toBe(1)
    // One browser's worth, not four.
    expect(asked).toBeLessThan(75)
    expect(asked).toBeGreaterThan(50)
    for (const {taken} of tabs) expect(taken.length).toBe(asked)
  })

  test('what was learnt once is asked for again only when it is another', async () => {
    const time = clock()
    const known: (string | null)[] = []
    const tab = browser(time, 4, async () => SAME).tab()
    const world: World = {...tab.world, ask: async (digest) => (known.push(digest), digest === 'b' ? SAME : OK)}
    let name = 'a'
    poll(
      world,
      60_000,
      (asked) => (tab.taken.push(asked), (name = 'b')),
      () => name,
    )
    await time.turn(3 * 60_000)
    expect(known.slice(0, 3)).toEqual(['a', 'b', 'b'])
    expect(tab.taken.slice(0, 2).map(({answer}) => answer)).toEqual([OK, SAME])
  })

  test('a tab that was built with other numbers than its neighbour knows looks for itself', async () => {
    const time = clock()
    const {tab} = browser(time, 5, async () => OK)
    const old = tab()
    const asked: (string | null)[] = []
    poll(
      {...old.world, ask: async (digest) => (asked.push(digest), OK)},
      60_000,
      (found) => old.taken.push(found),
      () => 'a',
    )
    const channel = tab().world.share(() => undefined)
    channel.tell({at: time.now() + 1, answer: SAME})
    expect(old.taken).toEqual([])
    await time.turn(1100)
    expect(asked).toEqual(['a'])
    expect(old.taken.map(({answer}) => answer)).toEqual([OK])
  })

  test('an answer that was asked for earlier does not overwrite a later one', async () => {
    const time = clock()
    const {tab} = browser(time, 3, () => new Promise(() => undefined))
    const one = tab()
    start(one)
    const other = tab()
    const channel = other.world.share(() => undefined)
    channel.tell({at: time.now() + 500, answer: OK})
    channel.tell({at: time.now() + 100, answer: failed()})
    expect(one.taken).toEqual([{at: 1_000_500, answer: OK}])
  })

  test('a clock that was set back does not make it deaf', async () => {
    const time = clock()
    let asked = 0
    const one = browser(time, 4, async () => (asked++, OK)).tab()
    const set = {...one.world, now: () => time.now() - (asked > 2 ? 10 * 86_400_000 : 0)}
    poll(
      set,
      60_000,
      (answer) => one.taken.push(answer),
      () => null,
    )
    await time.turn(10 * 60_000)
    expect(one.taken.length).toBe(asked)
    expect(asked).toBeGreaterThan(8)
  })

  test('waits as long as the server asks, also on return', async () => {
    const time = clock()
    const at: number[] = []
    const one = browser(time, 5, async () => (at.push(time.now()), at.length === 1 ? failed(300_000) : OK)).tab()
    start(one)
    await time.turn(60_000)
    one.show(false)
    one.show(true)
    await time.turn(600_000)
    expect((at[1] as number) - (at[0] as number)).toBeGreaterThanOrEqual(300_000)
    expect((at[1] as number) - (at[0] as number)).toBeLessThanOrEqual(361_000)
  })

  test('what is gone is asked for seldom', async () => {
    const time = clock()
    let asked = 0
    start(browser(time, 6, async () => (asked++, failed(null, true))).tab())
    await time.turn(60 * 60_000)
    expect(asked).toBeLessThan(25)
  })
})

test('waits grow, are spread, and have an end', () => {
  const of = (failures: number): number[] => Array.from({length: 200}, (_, index) => waitAfter(failed(), failures, 60_000, index / 200))
  expect(Math.max(...of(1))).toBeLessThanOrEqual(120_000)
  expect(Math.max(...of(2))).toBeGreaterThan(200_000)
  expect(Math.max(...of(30))).toBeLessThanOrEqual(15 * 60_000)
  for (const waits of [of(1), of(3), of(30)]) {
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000)
    const middle = [...waits].sort((a, b) => a - b)[100] as number
    expect(middle / Math.max(...waits)).toBeCloseTo(0.5, 1)
  }
})

test(
  'a thousand clients for an hour: spread, none while hidden, one at a time in a browser',
  {tags: ['slow'], timeout: 120_000},
  async () => {
    const time = clock()
    const asked: {readonly at: number; readonly client: number}[] = []
    const hidden = new Set<number>()
    let open = 0
    const down = (): boolean => time.now() - 1_000_000 > 20 * 60_000 && time.now() - 1_000_000 < 25 * 60_000
    const tabs = Array.from({length: 1000}, (_, client) => {
      let flying = 0
      const tab = browser(time, 7 + client * 977, async () => {
        expect(++flying).toBe(1)
        expect(hidden.has(client)).toBe(false)
        asked.push({at: time.now(), client})
        await Promise.resolve()
        flying--
        open++
        return down() ? failed(client % 2 === 0 ? 60_000 : null) : OK
      }).tab()
      start(tab)
      return tab
    })
    // An announcement: all open the page in the same second. Half put the tab away after ten minutes, and come back in the last ten.
    await time.turn(10 * 60_000)
    tabs.forEach((tab, client) => client % 2 === 0 && (hidden.add(client), tab.show(false)))
    await time.turn(40 * 60_000)
    for (let client = 0; client < 1000; client += 2) {
      hidden.delete(client)
      tabs[client]?.show(true)
      await time.turn(1000)
    }
    await time.turn(60 * 60_000 - 50 * 60_000 - 500_000)
    const seconds = new Map<number, number>()
    for (const {at} of asked) seconds.set(Math.floor(at / 1000), (seconds.get(Math.floor(at / 1000)) ?? 0) + 1)
    expect(open).toBe(asked.length)
    // The start is spread over three seconds, and after ten intervals nobody asks in step.
    expect(Math.max(...seconds.values())).toBeLessThan(450)
    const settled = [...seconds].filter(([second]) => second * 1000 - 1_000_000 > 8 * 60_000 && second * 1000 - 1_000_000 < 10 * 60_000)
    expect(Math.max(...settled.map(([, count]) => count))).toBeLessThan(45)
    expect(asked.length).toBeLessThan(1000 * 62)
    expect(asked.length).toBeGreaterThan(1000 * 25)
  },
)
