import {afterAll, beforeAll, expect, test} from 'vitest'
import {status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const items = status.sections.flatMap((section) => section.items)
const ROUTE = '/progress/timeline'

test('without JavaScript the drawing and its table hold every item and phase', async () => {
  const {seen, wrong} = await site.open(ROUTE, {javaScriptEnabled: false}, async (page) => ({
    bars: await page.locator('main svg [role=img]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')),
    text: await page.locator('main').innerText(),
  }))
  expect(wrong).toEqual([])
  expect(seen.bars).toHaveLength(items.length)
  for (const item of items) {
    expect(seen.bars.some((label) => label.startsWith(`${item.id} ${item.title}: `))).toBe(true)
    expect(seen.text).toContain(item.title)
  }
  for (const phase of status.phases) expect(seen.text).toContain(phase.title)
})

test('by keyboard: one stop for all bars, arrows go from bar to bar, what is behind a bar is told', async () => {
  const {seen, wrong} = await site.open(ROUTE, {viewport: {width: 1280, height: 900}}, async (page) => {
    const stops = await page.locator('main svg [tabindex="0"]').count()
    await page.locator('main svg [tabindex="0"]').focus()
    const at = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const first = await at()
    await page.keyboard.press('ArrowDown')
    const second = await at()
    await page.keyboard.press('End')
    const last = await at()
    await page.keyboard.press('Home')
    const name = first.split(':')[0] as string
    return {
      stops,
      first,
      second,
      last,
      home: await at(),
      told: await page.locator('main dl').first().innerText(),
      link: await page.getByRole('link', {name}).count(),
    }
  })
  expect(wrong).toEqual([])
  expect(seen.stops).toBe(1)
  expect(new Set([seen.first, seen.second, seen.last]).size).toBe(3)
  expect(seen.home).toBe(seen.first)
  expect(seen.told).toMatch(/When/)
  expect(seen.link).toBeGreaterThan(0)
})

test('what the reader chose is in the address, and the address shows it again', async () => {
  const query = await site.open(ROUTE, {}, async (page) => {
    await page.getByLabel('Group by').selectOption('priority')
    await page.getByLabel('Find').fill('credential')
    await page.getByRole('button', {name: 'days'}).click()
    await page.waitForFunction(() => window.location.search.includes('q=credential'))
    return page.evaluate(() => window.location.search)
  })
  expect(new URLSearchParams(query.seen).get('group')).toBe('priority')
  const again = await site.open(`${ROUTE}${query.seen}`, {}, async (page) => ({
    group: await page.getByLabel('Group by').inputValue(),
    shown: await page.getByRole('status').filter({hasText: 'items'}).innerText(),
    pressed: await page.locator('button[aria-pressed=true]').innerText(),
    bars: await page.locator('main svg [role=img]').count(),
  }))
  expect(again.seen).toEqual({group: 'priority', shown: `1 of ${items.length} items`, pressed: 'days', bars: 1})
  const none = await site.open(`${ROUTE}?q=nothing+has+this+name`, {}, (page) => page.locator('main').innerText())
  expect(none.seen).toContain('No item matches.')
})

test('on a phone it scrolls inside itself, with the names of items in view', async () => {
  const {seen} = await site.open(ROUTE, {viewport: {width: 360, height: 780}}, async (page) => {
    const scroller = page.getByRole('region', {name: 'Timeline, scrolls'})
    await scroller.evaluate((box) => box.scrollTo({left: 300}))
    await page.waitForTimeout(100)
    const label = page.locator('[title^="2.1 "]').first()
    const box = await label.boundingBox()
    return {
      wide: await page.evaluate(() => document.documentElement.scrollWidth),
      left: box?.x ?? -1,
      moved: await scroller.evaluate((one) => one.scrollLeft),
    }
  })
  expect(seen.wide).toBeLessThanOrEqual(360)
  expect(seen.moved).toBeGreaterThan(100)
  expect(seen.left).toBeGreaterThanOrEqual(0)
  expect(seen.left).toBeLessThan(200)
})

test('follows the colour mode, and prints', async () => {
  const ground = (colorScheme: 'light' | 'dark'): Promise<{readonly seen: string}> =>
    site.open(ROUTE, {colorScheme}, (page) =>
      page
        .locator('main svg rect[class*=rest]')
        .first()
        .evaluate((one) => `${getComputedStyle(one).fill} ${getComputedStyle(document.body).backgroundColor}`),
    )
  expect((await ground('light')).seen).not.toBe((await ground('dark')).seen)
  const {seen} = await site.open(ROUTE, {}, async (page) => {
    await page.emulateMedia({media: 'print'})
    const box = await page.locator('main svg[role=group]').boundingBox()
    return {
      pdf: (await page.pdf({preferCSSPageSize: true})).byteLength,
      bars: await page.locator('main svg [role=img]').count(),
      wide: box?.width ?? 0,
    }
  })
  expect(seen.bars).toBe(items.length)
  expect(seen.pdf).toBeGreaterThan(20_000)
  expect(seen.wide).toBeLessThan(1200)
})
