import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {BUILD, status, visit, type Visit} from './browser.ts'

// What a new reader looks for, found from the home page.

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const items = status.sections.flatMap((section) => section.items)

test('what is late stands on the home page, the worst first', async () => {
  const {seen} = await site.open('/', {javaScriptEnabled: false}, (page) => page.locator('main').innerText())
  const rank = (priority: string | null): number => status.priorities.findIndex(({id}) => id === priority)
  const urgent = items
    .filter(({health}) => health === 'late' || health === 'at-risk')
    .sort((a, b) => rank(a.priority) - rank(b.priority) || (b.lateDays ?? -1) - (a.lateDays ?? -1))
  const places = urgent.slice(0, 12).map(({id, title}) => seen.indexOf(`${id} ${title}`))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test.each([
  ['I am on call', /\/docs\/start\/on-call$/, /roll back/i],
  ['Weekly report', /\/progress\/report$/, /Changes? since/],
  ['What changed', /\/progress\/report$/, /Changes? since/],
  ['Timeline with all items', /\/progress\/timeline$/, /Group by/],
])('%s: one click', async (link, address, words) => {
  const {wrong} = await site.open('/', {}, async (page) => {
    await page.getByRole('main').getByRole('link', {name: link, exact: true}).click()
    await page.waitForURL(address)
    // The address changes first, the page follows when its parts are there.
    await expect.poll(() => page.getByRole('main').innerText(), {timeout: 20_000}).toMatch(words)
  })
  expect(wrong).toEqual([])
})

test('badges: one click, in the footer', async () => {
  const {wrong} = await site.open('/', {}, async (page) => {
    await page.getByRole('contentinfo').getByRole('link', {name: 'Badges', exact: true}).click()
    await page.waitForURL(/\/progress\/badges$/)
    await expect.poll(() => page.getByRole('main').innerText(), {timeout: 20_000}).toMatch(/badges\/section-2\.svg/)
  })
  expect(wrong).toEqual([])
})

test('open tasks for JWT: a click and a word; the address keeps both, and a reload shows the same', async () => {
  const {seen} = await site.open('/progress', {}, async (page) => {
    await page.getByRole('checkbox', {name: 'Open tasks only'}).check()
    await page.getByRole('searchbox', {name: 'Find'}).fill('jwt')
    await page.getByText('Move JWT secret to secure credential store').waitFor()
    await page.reload({waitUntil: 'networkidle'})
    // The served page has every item; the one that was asked for follows when the page has come to life.
    await expect.poll(() => page.locator('main details[id^="item-"]').count(), {timeout: 20_000}).toBe(1)
    return {
      query: new URL(page.url()).search,
      items: await page.locator('main details[id^="item-"]').evaluateAll((all) => all.map(({id}) => id)),
      marks: await page.locator('main details[id^="item-"] li').evaluateAll((all) => all.map((one) => one.getAttribute('data-mark'))),
    }
  })
  expect(seen.query).toBe('?tasks=open&q=jwt')
  expect(seen.items).toEqual(['item-2-2'])
  expect(new Set(seen.marks)).toEqual(new Set(['open']))
})

test('a link to an item shows it, even when a filter would hide it', async () => {
  const {seen} = await site.open('/progress?health=done#item-2-1', {}, async (page) => {
    await page.locator('#item-2-1[open]').waitFor()
    return page.locator('#item-2-1').innerText()
  })
  expect(seen).toContain(items.find(({id}) => id === '2.1')?.tasks[0]?.text)
})

test('a wrong address names pages like it', async () => {
  const {seen} = await site.open('/runbook/rollback-deploymnt', {}, (page) =>
    page.getByRole('navigation', {name: 'Pages with like addresses'}).getByRole('link').allInnerTexts(),
  )
  expect(seen).toContain('/docs/runbooks/rollback-deployment')
})

test('each page names its feed, its manifest and its picture, and they are there', () => {
  const html = readFileSync(join(BUILD, 'index.html'), 'utf8')
  for (const pattern of [
    /<link[^>]*type="?application\/atom\+xml"?[^>]*href="?([^" >]+)/,
    /<link[^>]*rel="?manifest"?[^>]*href="?([^" >]+)/,
    /<link[^>]*rel="?apple-touch-icon"?[^>]*href="?([^" >]+)/,
    /<meta[^>]*property="?og:image"?[^>]*content="?https?:\/\/[^/]+([^" >]+)/,
  ]) {
    const address = pattern.exec(html)?.[1]
    expect(address, String(pattern)).toBeDefined()
    expect(existsSync(join(BUILD, address ?? '-')), address).toBe(true)
  }
  const {icons} = JSON.parse(readFileSync(join(BUILD, 'manifest.webmanifest'), 'utf8')) as {icons: readonly {src: string}[]}
  for (const {src} of icons) expect(existsSync(join(BUILD, src)), src).toBe(true)
})

test('a line of code that is too long for a phone can be wrapped, and unwrapped', async () => {
  const {seen, wrong} = await site.open('/docs/runbooks/rollback-deployment', {viewport: {width: 360, height: 780}}, async (page) => {
    const block = page.locator('main pre').first()
    const isLonger = (): Promise<boolean> => block.evaluate((pre) => pre.scrollWidth > pre.clientWidth)
    const button = page.getByRole('button', {name: 'Toggle word wrap'}).first()
    const states = [await isLonger()]
    for (const press of [1, 2]) {
      await button.press('Enter')
      await expect.poll(isLonger).toBe(press === 2)
      states.push(await isLonger())
    }
    return states
  })
  expect(seen).toEqual([true, false, true])
  expect(wrong).toEqual([])
})
