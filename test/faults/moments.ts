import {setTimeout as sleep} from 'node:timers/promises'
import {right, tickedFiles, WRONG_ANSWERS, type Files} from './answers.ts'
import type {Reader, Tab} from './browsers.ts'
import {arrive, complaintsOn, LOOK, numbersOf, openPage, shownOn, until, type LiveHost} from './live.ts'

// What happens to a page that stays open: it is polled for days, sleeps, is left and come back to, stands beside many others, and a new release takes its files away.

/** What came of something that was tried with an open page: how often, and what was wrong. */
export interface Tried {
  readonly runs: number
  readonly wrong: readonly string[]
  /** What was measured, for the output. */
  readonly measured?: string
}
type Moment = (reader: Reader, host: LiveHost, size: number) => Promise<Tried>

/** A clock that a test sets forward: what the machine's clock says after a sleep, while the timers of the page stood still. */
const CLOCK = `const Real = Date
window.ahead = 0
window.Date = class extends Real {
  constructor(...all) { super(...(all.length === 0 ? [Real.now() + window.ahead] : all)) }
  static now() { return Real.now() + window.ahead }
}`
const HOUR = 3_600_000

/** The bytes by which a page may grow over thousands of looks: what an engine keeps of the code that it made faster. */
const GROWTH = 3_000_000

/** Looks again and again, at the same numbers, at newer ones, and at answers that are wrong; the memory of the page must not grow. */
const polls: Moment = async (reader, host, size) => {
  const wrong: string[] = []
  const answers = [host.built, tickedFiles(host.built)] as const
  host.answer(host.built)
  const tab = await openPage(reader, host)
  const heaps: number[] = []
  // Half of the looks come before the first measure: by then all code has run.
  for (let part = 0; part < 10; part++) {
    for (let turn = 0; turn < 4; turn++) {
      const files = answers[turn % 2] as Files
      host.answer(files, turn === 3 ? WRONG_ANSWERS['an error as JSON']?.reply : right)
      const before = host.looks()
      await tab.evaluate(looks(Math.ceil(size / 40)))
      if (host.looks() - before < Math.ceil(size / 40)) wrong.push(`only ${host.looks() - before} looks of ${Math.ceil(size / 40)}`)
      // A wrong answer leaves the numbers that were there.
      wrong.push(...complaintsOn(await shownOn(tab), numbersOf(turn === 3 ? (answers[0] as Files) : files), /checked|failed/))
    }
    const heap = await tab.heap()
    if (heap !== null) heaps.push(heap)
  }
  await tab.close()
  const [middle = 0, last = 0] = [heaps[4], heaps.at(-1)]
  if (last - middle > GROWTH) wrong.push(`the page grew by ${last - middle} bytes in the last half of ${size} looks (${heaps.join(', ')})`)
  return {
    runs: size,
    wrong,
    ...(heaps.length > 0 && {measured: `heap after each tenth: ${heaps.map((one) => (one / 1e6).toFixed(1)).join(' ')} MB`}),
  }
}

/** So many looks, one after the other. A failed one may wait for what the server asked: it is not asked again before. */
const looks = (count: number): string => `(async () => {
  const seen = () => performance.getEntriesByType('resource').filter(({name}) => name.endsWith('summary.json')).length
  for (let left = ${count}; left > 0; left--) {
    performance.clearResourceTimings()
    for (let tries = 0; seen() === 0 && tries < 500; tries++) {
      if (tries % 50 === 0) window.dispatchEvent(new Event('online'))
      await new Promise((done) => setTimeout(done, 2))
    }
    await new Promise((done) => setTimeout(done, 2))
  }
  await new Promise((done) => setTimeout(done, 300))
})()`

/** Many tabs of one reader ask as often as one. */
const tabs: Moment = async (reader, host, size) => {
  host.answer(host.built)
  const all = [await openPage(reader, host)]
  while (all.length < size) {
    const next = await reader.beside(all[0] as Tab)
    await arrive(next, host)
    all.push(next)
  }
  await sleep(4000)
  const [before, minutes] = [host.looks(), 2]
  const next = tickedFiles(host.built)
  host.answer(next)
  await sleep(minutes * 60_000)
  const asked = host.looks() - before
  const seen = await Promise.all(all.map(shownOn))
  for (const tab of all) await tab.close()
  return {
    runs: size,
    measured: `${asked} looks of ${size} tabs in ${minutes} minutes`,
    wrong: [
      ...(asked <= 2 * minutes ? [] : [`${size} tabs asked ${asked} times in ${minutes} minutes`]),
      ...seen.flatMap((one) => complaintsOn(one, numbersOf(next), /checked/)),
    ],
  }
}

/** The machine sleeps for a night; nothing answers when it wakes. What was checked yesterday must not be called checked just now. */
const sleeps: Moment = async (reader, host, size) => {
  const wrong: string[] = []
  for (let run = 0; run < size; run++) {
    host.answer(host.built)
    const tab = await openPage(reader, host, CLOCK)
    await tab.evaluate(LOOK)
    wrong.push(
      ...complaintsOn(
        await until(
          () => shownOn(tab),
          ({says}) => /checked/.test(says),
        ),
        numbersOf(host.built),
        /checked/,
      ),
    )
    host.answer(host.built, (_, response) => void setTimeout(() => response.destroy(), 1500))
    await tab.evaluate(
      `(window.ahead = ${8 * HOUR}, document.dispatchEvent(new Event('visibilitychange')), new Promise(requestAnimationFrame))`,
    )
    await sleep(100)
    wrong.push(...complaintsOn(await shownOn(tab), numbersOf(host.built), /May be old: not checked since 8 hours ago/))
    // And back: the clock is set right.
    const next = tickedFiles(host.built)
    host.answer(next)
    await tab.evaluate('void (window.ahead = 0)')
    const healed = await until(
      async () => {
        await tab.evaluate(LOOK)
        return shownOn(tab)
      },
      ({main, says}) => main.includes(numbersOf(next)) && /checked/.test(says),
      30_000,
    )
    wrong.push(...complaintsOn(healed, numbersOf(next), /checked/))
    await tab.close()
  }
  return {runs: size, wrong}
}

/** The reader goes elsewhere and comes back to the page that the browser kept; meanwhile the numbers changed. */
const comesBack: Moment = async (reader, host, size) => {
  const wrong: string[] = []
  let kept = 0
  for (let run = 0; run < size; run++) {
    host.answer(host.built)
    const tab = await openPage(reader, host)
    await tab.evaluate(LOOK)
    await until(
      () => shownOn(tab),
      ({says}) => /checked/.test(says),
    )
    await tab.go(`${host.origin}/robots.txt`)
    const next = tickedFiles(host.built)
    host.answer(next)
    await tab.back()
    const shown = await until(
      () => shownOn(tab).catch(() => ({main: '', says: '', wrong: []})),
      ({main, says}) => main.includes(numbersOf(next)) && /checked/.test(says),
      10_000,
    )
    wrong.push(...complaintsOn(shown, numbersOf(next), /checked/))
    if ((await tab.evaluate('window.kept ?? false')) === true) kept++
    await tab.close()
  }
  return {runs: size, wrong, measured: `${kept} of ${size} times the browser had kept the page`}
}

/** A new release takes away the code that reads answers, and answers in other words: an old page keeps its numbers and says so; a new one beside it is not misled. */
const release: Moment = async (reader, host, size) => {
  const wrong: string[] = []
  for (let run = 0; run < size; run++) {
    host.answer(host.built)
    host.gone(/\/assets\/js\/(?!(?:runtime~)?main\.)/, run % 2 === 1)
    // The chunk is asked for with the first look: it is gone by then.
    const old = await reader.tab()
    host.gone(null)
    await old.go(`${host.origin}/progress`)
    host.gone(/plan-live/, run % 2 === 1)
    host.answer(tickedFiles(host.built, ({site}) => void (site.build = 'another')))
    await until(
      async () => (await shownOn(old)).says,
      (says) => /ago|just now/.test(says),
    )
    await old.evaluate(LOOK)
    const shown = await until(
      () => shownOn(old),
      ({says}) => /cannot be loaded/.test(says),
      8000,
    )
    // A page in place of code is an error of the script, which nobody can catch.
    const tolerated = {
      ...shown,
      wrong: shown.wrong.filter((one) => !/Unexpected token|expected expression|ChunkLoadError|Loading/i.test(one)),
    }
    wrong.push(...complaintsOn(tolerated, numbersOf(host.built), /a part of this page cannot be loaded/))
    host.gone(null)
    host.release('new')
    const fresh = await reader.beside(old)
    await arrive(fresh, host)
    await fresh.evaluate(LOOK)
    await until(
      () => shownOn(fresh),
      ({says}) => /checked/.test(says),
    )
    host.gone(/plan-live/, run % 2 === 1)
    await sleep(500)
    await old.evaluate(LOOK)
    await sleep(1500)
    wrong.push(...complaintsOn(await shownOn(fresh), numbersOf(tickedFiles(host.built)), /checked/).map((line) => `the new page: ${line}`))
    host.gone(null)
    host.release(null)
    await fresh.close()
    await old.close()
  }
  return {runs: size, wrong}
}

/** Everything that is tried, by its name in the table, with how often it is tried at night. */
export const MOMENTS: Readonly<Record<string, {readonly run: Moment; readonly most: number}>> = {
  'looked 10,000 times': {run: polls, most: 10_000},
  'beside 49 other tabs': {run: tabs, most: 50},
  'slept for a night': {run: sleeps, most: 20},
  'left and come back to': {run: comesBack, most: 20},
  'a new release took its code away': {run: release, most: 10},
}
