import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {BUILD, routes, status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test('the contract’s addresses are all there', () => {
  for (const route of [
    '/',
    '/progress',
    '/progress/timeline',
    '/progress/history',
    '/progress/report',
    '/progress/badges',
    '/progress/problems',
    '/progress/tests',
    '/quality',
    '/docs/plan/action-plan',
    '/docs/runbooks',
  ])
    expect(routes).toContain(route)
})

test('every guide stands in the sidebar', () => {
  const guides = routes.filter((route) => route.startsWith('/docs/'))
  expect(guides.length).toBeGreaterThan(50)
  const html = (route: string): string => readFileSync(join(BUILD, `${route}.html`), 'utf8')
  expect(guides.filter((route) => !html(route).includes('theme-doc-sidebar-menu'))).toEqual([])
})

test('without JavaScript every number is there', async () => {
  const {seen} = await site.open('/progress', {javaScriptEnabled: false}, async (page) => (await page.locator('main').textContent()) ?? '')
  const {totals, sections} = status
  expect(seen).toContain(`${totals.done} of ${totals.tasks} tasks done`)
  expect(seen).toContain(`${totals.percent} %`)
  for (const section of sections) {
    expect(seen).toContain(section.title)
    for (const item of section.items) expect(seen).toContain(item.title)
  }
  const home = await site.open('/', {javaScriptEnabled: false}, (page) => page.locator('main').innerText())
  expect(home.seen).toContain(`${totals.done} of ${totals.tasks} tasks done`)
})

test('the plan’s page carries a badge beside each item, and each Timeline on a line of its own', async () => {
  const {seen, wrong} = await site.open('/docs/plan/action-plan', {javaScriptEnabled: false}, async (page) => ({
    badges: await page
      .locator('article [data-plan-item]')
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('data-plan-item')} ${(one as HTMLElement).innerText.match(/\d+\/\d+/)?.[0]}`),
      ),
    tasks: await page.locator('article li[id^="line-"]').allInnerTexts(),
    timelines: await page.locator('article p', {hasText: /^Timeline:/}).count(),
  }))
  expect(wrong).toEqual([])
  const items = status.sections.flatMap((section) => section.items)
  for (const item of items) expect(seen.badges).toContain(`${item.id} ${item.done}/${item.tasksTotal}`)
  expect(seen.timelines).toBe(items.length)
  expect(seen.tasks).toHaveLength(status.totals.tasks)
  for (const text of seen.tasks) expect(text).not.toContain('Timeline')
})

test('task lines of the progress page lead to the plan’s own lines', async () => {
  const item = status.sections[0]?.items[0]
  const {seen} = await site.open(`/progress#item-${item?.id.replace('.', '-')}`, {}, async (page) => {
    const details = page.locator('main details[open]')
    await page
      .locator('a', {hasText: `line ${item?.tasks[0]?.line}`})
      .first()
      .click()
    await page.waitForURL(/action-plan#line-/)
    return {text: await page.locator(`#line-${item?.tasks[0]?.line}`).innerText(), open: await details.count()}
  })
  expect(seen.text).toContain(item?.tasks[0]?.text.slice(0, 20))
})

test('every badge is an SVG that names itself, and its page shows it', async () => {
  const names = readdirSync(join(BUILD, 'badges')).filter((name) => name.endsWith('.svg') && !name.startsWith('runbook-'))
  expect(names).toContain('overall.svg')
  for (const name of names) {
    const svg = readFileSync(join(BUILD, 'badges', name), 'utf8')
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/)
    expect(svg).not.toMatch(/<script|href=|\son\w+=/)
  }
  const {seen} = await site.open('/progress/badges', {}, (page) =>
    page.locator('main img').evaluateAll((all) => all.map((one) => one.getAttribute('src'))),
  )
  // The badge of the whole stands twice: in its own part, and in the table.
  expect(new Set(seen)).toEqual(new Set(names.map((name) => `/badges/${name}`)))
})

test('the progress page prints with all its items', async () => {
  const {seen} = await site.open('/progress', {}, async (page) => (await page.pdf({format: 'A4'})).byteLength)
  expect(seen).toBeGreaterThan(20_000)
})
