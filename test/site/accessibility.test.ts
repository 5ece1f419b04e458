import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {violations} from './axe.ts'
import {hasTurn} from '../turn.mjs'
import {settled, visit, type Visit} from './browser.ts'

const PHONE = {width: 320, height: 800}
const DESK = {width: 1280, height: 900}
/** One of each kind of page. */
const KINDS = [
  '/',
  '/progress',
  '/progress/badges',
  '/progress/timeline',
  '/progress/history',
  '/progress/report',
  '/progress/tests',
  '/quality',
  '/docs/plan/action-plan',
  '/docs/runbooks',
  '/docs/runbooks/rotate-db-credentials',
  '/docs/start/on-call',
  '/docs/architecture/overview',
  '/docs/troubleshooting',
  '/docs/reference/exceptions',
  '/no-such-page',
]

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const LOOKS = [
  {viewport: PHONE, colorScheme: 'light'},
  {viewport: DESK, colorScheme: 'dark'},
  {viewport: PHONE, colorScheme: 'dark'},
  {viewport: DESK, colorScheme: 'light'},
] as const
/** How a kind of page is looked at: each day at another width or in another colour mode, at night in all. */
const looksOf = (route: string): readonly (typeof LOOKS)[number][] =>
  LOOKS.filter((_, index) => hasTurn(index + KINDS.indexOf(route), LOOKS.length))

/** How a page is made: its language, landmarks and headings; and, on a phone, what is too small for a finger. */
const shape = (page: Page): Promise<object> =>
  page.evaluate(() => {
    const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(({tagName}) => Number(tagName[1]))
    const shown = (one: Element): boolean => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 1
    const small = [...document.querySelectorAll('button, select, input, summary')]
      .filter((one) => shown(one) && !(one as HTMLInputElement).disabled)
      .filter((one) => {
        const {width, height} = (one.closest('label') ?? one).getBoundingClientRect()
        return width < 24 || height < 24
      })
      .map((one) => one.outerHTML.slice(0, 100))
    return {
      lang: document.documentElement.lang,
      mains: document.querySelectorAll('main').length,
      firsts: levels.filter((level) => level === 1).length,
      skips: levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1),
      small,
      wide: document.documentElement.scrollWidth > 320,
    }
  })

describe('every kind of page', () => {
  let kinds: ReadonlyMap<string, {readonly made: object; readonly axe: readonly string[]}>
  beforeAll(async () => {
    const {seen} = await site.tour(KINDS, {viewport: PHONE, reducedMotion: 'reduce'}, async (page, route) => {
      const made = await shape(page)
      const axe: string[] = []
      for (const {viewport, colorScheme} of looksOf(route)) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
        await settled(page, colorScheme)
        axe.push(...(await violations(page)).map((line) => `${viewport.width} ${colorScheme}: ${line}`))
      }
      // As the next page expects it.
      await page.setViewportSize(PHONE)
      await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'})
      return {made, axe}
    })
    kinds = seen
  }, 900_000)

  test.each(KINDS)('%s: axe finds nothing, on a phone and a desk, by day and by night', (route) => {
    expect(kinds.get(route)?.axe).toEqual([])
  })

  test.each(KINDS)('%s has a language, one main landmark, one h1, headings that skip no level, and targets of 24 pixels', (route) => {
    expect(kinds.get(route)?.made).toEqual({lang: 'en', mains: 1, firsts: 1, skips: [], small: [], wide: false})
  })
})

interface Reached {
  readonly name: string
  readonly marked: boolean
  readonly covered: boolean
}

/** Goes on with Tab and says of each place: whether its focus can be seen, and whether something lies over it. */
async function walk(page: Page, steps: number): Promise<readonly Reached[]> {
  const reached: Reached[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => {
        const {activeElement: here} = document
        if (here === null || here === document.body) return {name: 'body', marked: true, covered: false}
        const box = here.getBoundingClientRect()
        const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12))
        const marks = [here, ...here.querySelectorAll('*')].some((one) => {
          const {outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth} = getComputedStyle(one)
          return (
            (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
            boxShadow !== 'none' ||
            (stroke !== 'none' && parseFloat(strokeWidth) >= 2)
          )
        })
        const name = `${here.tagName.toLowerCase()} ${(here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 40)}`
        return {name, marked: marks, covered: at !== null && !here.contains(at) && !at.contains(here)}
      }),
    )
  }
  return reached
}

describe('by keyboard', () => {
  test.each(['/', '/progress', '/progress/timeline', '/docs/runbooks/rotate-db-credentials'])(
    '%s: the way to the content comes first; each focus is seen, none is under the bar, none is a trap',
    async (route) => {
      const {seen} = await site.open(route, {viewport: {width: 1280, height: 700}, reducedMotion: 'reduce'}, (page) => walk(page, 60))
      expect(seen[0]?.name).toContain('Skip to main content')
      expect(seen.filter(({marked}) => !marked)).toEqual([])
      expect(seen.filter(({covered}) => covered)).toEqual([])
      expect(seen.some(({name}, index) => index > 1 && name === seen[index - 1]?.name && name === seen[index - 2]?.name)).toBe(false)
    },
  )

  test('an item opens with Enter, and its link copies its address', async () => {
    const {seen} = await site.open('/progress', {permissions: ['clipboard-read', 'clipboard-write']}, async (page) => {
      const item = page.locator('#item-2-1')
      await item.locator('summary').focus()
      await page.keyboard.press('Enter')
      const opened = await item.getAttribute('open')
      await page.getByRole('link', {name: /Copy the link to 2\.1/}).press('Enter')
      await page.getByText('Link to 2.1', {exact: false}).waitFor({state: 'attached'})
      return {opened, copied: await page.evaluate(() => navigator.clipboard.readText())}
    })
    expect(seen.opened).toBe('')
    expect(seen.copied).toMatch(/\/progress#item-2-1$/)
  })

  test('the keyboard stays in the open menu of a phone; Escape closes it and gives the focus back', async () => {
    const {seen} = await site.open('/progress', {viewport: {width: 360, height: 800}}, async (page) => {
      const inMenu = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('.navbar-sidebar') !== null)
      await page.locator('.navbar__toggle').press('Enter')
      await expect.poll(inMenu).toBe(true)
      const reached: boolean[] = []
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Tab')
        reached.push(
          await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('.navbar-sidebar') != null),
        )
      }
      await page.keyboard.press('Escape')
      await page.locator('.navbar-sidebar--show').waitFor({state: 'detached'})
      const focus = await page.evaluate(() => document.activeElement?.className ?? '')
      return {reached, focus, inert: await page.locator('[inert] main, main[inert]').count()}
    })
    expect(seen.reached.every(Boolean)).toBe(true)
    expect(seen.focus).toContain('navbar__toggle')
    expect(seen.inert).toBe(0)
  })

  test('the menu of a phone is made when it is asked for; it opens and closes by keyboard', async () => {
    const {seen, wrong} = await site.open('/docs/runbooks/rotate-db-credentials', {viewport: {width: 360, height: 780}}, async (page) => {
      const menu = page.locator('.navbar-sidebar')
      const before = await menu.count()
      await page.getByRole('button', {name: 'Toggle navigation bar'}).press('Enter')
      await menu.getByRole('link', {name: 'On call', exact: true}).first().waitFor({state: 'attached'})
      await menu.getByRole('link', {name: 'Rotate the database credentials'}).and(menu.locator('[aria-current="page"]')).waitFor()
      const axe = await violations(page)
      await menu.getByRole('button', {name: 'Close navigation bar'}).press('Enter')
      await page.locator('.navbar-sidebar--show').waitFor({state: 'detached'})
      return {before, axe}
    })
    expect(seen).toEqual({before: 0, axe: []})
    expect(wrong).toEqual([])
  })

  test.each([
    ['/docs/runbooks/rotate-db-credentials', true],
    ['/progress', false],
  ])('on %s the menu of a phone stands at once where it stays: on the guides, where there are some', async (route, onGuides) => {
    const {seen, wrong} = await site.open(route, {viewport: {width: 360, height: 780}}, (page) =>
      page.evaluate(async () => {
        document.querySelector<HTMLElement>('.navbar__toggle')?.click()
        const frames: boolean[] = []
        for (let frame = 0; frame < 300 && frames.length < 30; frame++) {
          await new Promise((done) => requestAnimationFrame(done))
          const items = document.querySelector('.navbar-sidebar__items')
          if (items !== null) frames.push(items.classList.contains('navbar-sidebar__items--show-secondary'))
        }
        return frames
      }),
    )
    expect(seen.length).toBe(30)
    expect(new Set(seen)).toEqual(new Set([onGuides]))
    expect(wrong).toEqual([])
  })

  test('"?" opens the help, Escape closes it, the focus comes back; turned off, the key does nothing', async () => {
    const {seen} = await site.open('/docs/runbooks', {}, async (page) => {
      const dialog = page.getByRole('dialog', {name: 'Keyboard'})
      await page.getByRole('link', {name: 'Progress'}).first().focus()
      await page.keyboard.press('?')
      const open = await dialog.isVisible()
      const axe = await violations(page)
      await dialog.getByRole('checkbox').uncheck()
      await page.keyboard.press('Escape')
      const back = await page.evaluate(() => document.activeElement?.textContent)
      await page.keyboard.press('?')
      return {open, axe, back, again: await dialog.isVisible()}
    })
    expect(seen).toEqual({open: true, axe: [], back: 'Progress', again: false})
  })
})

describe.concurrent('every page', () => {
  test('in the high contrast of the system bars and healths are still there', async () => {
    const {seen} = await site.open('/progress', {forcedColors: 'active'}, (page) =>
      page.evaluate(() => {
        const bar = document.querySelector('main #items ~ * [aria-hidden="true"] > span[style*="width"]')
        const ground = bar?.parentElement
        return bar !== null && ground != null && getComputedStyle(bar).backgroundColor !== getComputedStyle(ground).backgroundColor
      }),
    )
    expect(seen).toBe(true)
  })

  test('nothing moves for those who do not want it', async () => {
    const {seen} = await site.open('/progress', {reducedMotion: 'reduce'}, (page) =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((one) => {
            const {transitionDuration, animationDuration} = getComputedStyle(one)
            return [transitionDuration, animationDuration].some((all) => all.split(',').some((time) => parseFloat(time) > 0.001))
          }).length,
      ),
    )
    expect(seen).toBe(0)
  })
})
