import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'
import {status, visit, type Visit} from './browser.ts'

// A page that is read on another day than it was built for: judged by the reader's day, and nothing on it moves.

const DAY = 86_400_000
/** Noon of the day of the build, so that no time zone makes another day of it. */
const BUILT = Date.parse(`${status.statusDate}T12:00:00Z`)

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const SIZES = [
  {width: 360, height: 640},
  {width: 1280, height: 800},
] as const

/** Opens a page so many days after its build, and gives how much moved, and whether what is judged can be seen. */
async function read(route: string, days: number, viewport: (typeof SIZES)[number]) {
  const look = async (page: Page) => {
    if (days !== 0) await page.locator('[data-plan-judged="now"]').first().waitFor()
    await page.waitForTimeout(300)
    return page.evaluate(() => ({
      moved: (window as unknown as {moved: readonly number[]}).moved.reduce((sum, value) => sum + value, 0),
      late: document.querySelectorAll('#attention ~ ul [data-health="late"]').length,
      all: Number.parseInt(document.querySelector('main a[href*="health=late"]')?.textContent ?? '0', 10),
      shown: getComputedStyle(document.querySelector('main #attention, main h1') as Element).visibility,
    }))
  }
  return site.open(route, {viewport}, look, async (page) => {
    await page.addInitScript(() => {
      const moved: number[] = []
      Object.assign(window, {moved})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const {value, hadRecentInput} = entry as unknown as {readonly value: number; readonly hadRecentInput: boolean}
          if (!hadRecentInput) moved.push(value)
        }
      }).observe({type: 'layout-shift', buffered: true})
    })
    await page.clock.setFixedTime(BUILT + days * DAY)
  })
}

describe.each(SIZES)('at $width x $height', (size) => {
  test.each(['/', '/progress', '/progress/report', '/progress/timeline'].filter((_, index) => hasTurn(index + SIZES.indexOf(size), 2)))(
    '%s does not move when it was built yesterday, or last week',
    async (route) => {
      for (const days of [1, 7]) {
        const {seen, wrong} = await read(route, days, size)
        expect({days, wrong, shown: seen.shown}).toEqual({days, wrong: [], shown: 'visible'})
        expect(seen.moved, `${days} days later`).toBeLessThan(0.02)
      }
    },
  )
})

test('what turned late since the build stands in the list', async () => {
  const [then, later] = [await read('/progress', 0, SIZES[1]), await read('/progress', 60, SIZES[1])]
  const open = status.sections.flatMap(({items}) => items).filter(({health, finish}) => health !== 'done' && finish !== null)
  expect(later.seen.late).toBe(Math.min(5, open.length))
  expect(later.seen.all).toBe(open.length)
  expect(later.seen.all).toBeGreaterThan(then.seen.all)
})

test('without scripts a page shows what it was built with', async () => {
  const {seen} = await site.open('/progress', {javaScriptEnabled: false}, (page) => page.locator('#attention').isVisible())
  expect(seen).toBe(true)
})
