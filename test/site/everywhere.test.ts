import {afterAll, beforeAll, expect, test} from 'vitest'
import {violations} from './axe.ts'
import {hasTurn} from '../turn.mjs'
import {routes, visit, type Visit} from './browser.ts'

const PHONE = {viewport: {width: 320, height: 800}, hasTouch: true, isMobile: true, colorScheme: 'light', reducedMotion: 'reduce'} as const
const DESK = {viewport: {width: 1280, height: 900}, colorScheme: 'dark', reducedMotion: 'reduce'} as const

/** At night every page comes to life on a phone and on a desk, and axe looks at it. By day: each page that is no guide, and one guide of four, other ones each day. */
const NIGHT = process.env.NIGHTLY !== undefined
const alive = routes.filter((route, index) => !route.startsWith('/docs/') || hasTurn(index, 4))

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test('every page, as it was built, shows its whole width on a phone', async () => {
  const {seen} = await site.tour(routes, {...PHONE, javaScriptEnabled: false}, (page) =>
    page.evaluate(() => document.documentElement.scrollWidth),
  )
  expect([...seen].filter(([, width]) => width > PHONE.viewport.width)).toEqual([])
  expect(seen.size).toBe(routes.length)
}, 1_800_000)

test.each(NIGHT ? [PHONE, DESK] : [PHONE])(
  'pages come to life at $viewport.width pixels: no rule of the policy stops anything, nothing goes wrong, nothing foreign is asked for, nothing is kept, nothing becomes wider; at night axe finds nothing',
  async (options) => {
    const {seen, wrong} = await site.tour(alive, options, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      return [...(NIGHT ? await violations(page) : []), ...(width > options.viewport.width ? [`is ${width} pixels wide`] : [])]
    })
    expect(wrong).toEqual([])
    expect([...seen].flatMap(([route, found]) => found.map((line) => `${route}: ${line}`))).toEqual([])
    expect(seen.size).toBe(alive.length)
  },
  1_800_000,
)
