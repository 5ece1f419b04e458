import {afterAll, beforeAll, expect, test} from 'vitest'
import {violations} from './axe.ts'
import {routes, visit, type Visit} from './browser.ts'

const PHONE = {width: 320, height: 800}
const DESK = {width: 1280, height: 900}
/** By turns, so that all pages together are seen both ways; `accessibility.test.ts` sees one of each kind in every way. */
const TURNS = [
  {viewport: PHONE, colorScheme: 'light'},
  {viewport: DESK, colorScheme: 'dark'},
] as const

/** Which pages axe looks at: one of five, and at night every page. What else can be wrong is looked for on every page. */
const EACH = process.env.NIGHTLY === undefined ? 5 : 1
const forAxe = new Set(routes.filter((_, index) => index % EACH === 0))

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test.each([0, 1])(
  'every page, by turns (%d): no rule of the policy stops anything, nothing goes wrong, nothing foreign is asked for, nothing is kept, a phone shows its whole width; axe finds nothing on one of five, and at night on any',
  async (turn) => {
    const own = routes.filter((_, index) => index % 2 === turn)
    const {seen, wrong} = await site.tour(own, {...TURNS[turn], reducedMotion: 'reduce'}, async (page) => {
      const found = forAxe.has(new URL(page.url()).pathname) ? await violations(page) : []
      await page.setViewportSize(PHONE)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      await page.setViewportSize(TURNS[turn]?.viewport ?? PHONE)
      return width > PHONE.width ? [...found, `is ${width} pixels wide`] : found
    })
    expect(wrong).toEqual([])
    expect([...seen].flatMap(([route, found]) => found.map((line) => `${route}: ${line}`))).toEqual([])
    expect(seen.size).toBe(own.length)
    expect(own.some((route) => forAxe.has(route))).toBe(true)
  },
  1_800_000,
)
