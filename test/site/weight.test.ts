import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {TOKEN_HEADER} from '../../plugins/action-plan/src/model/tick.ts'
import {hasTurn} from '../turn.mjs'
import {BUILD, routes, visit, type Visit} from './browser.ts'

const KB = 1000
/** A page with nothing but the layout: what every page of the site weighs. */
const BARE = '/a-page-that-is-not-there'
const MAIN = ['/', '/progress', '/progress/timeline', '/docs/architecture/overview', '/docs/runbooks/rotate-db-credentials']

/** What a progress page may add to a bare one, compressed as a host does. The table of items folds, sorts and loads the tasks of large plans; the timeline is moved and zoomed by hand, and draws what is projected: 3 kB for both. */
const BUDGET = {code: 32.8 * KB, data: 10 * KB}
/** What the layout itself may weigh in code: what it weighs now, and a little air; and what each page of the site adds to it, a row in the table of routes. Nothing of the plan is in it, and what pages know of a plan is code of those that show it. */
const LAYOUT = 124.8 * KB + 100 * routes.length
/** The JavaScript of a guide in a site as `create-docusaurus` makes it. */
const STOCK = 188 * KB

interface Weight {
  readonly html: number
  readonly css: number
  readonly code: number
  readonly data: number
  readonly scripts: readonly string[]
  /** Everything that was asked for. */
  readonly asked: readonly string[]
}

const compressed = (path: string): number => gzipSync(readFileSync(join(BUILD, path)), {level: 9}).byteLength
/** A chunk that is a value and no code: Docusaurus writes a route's props as such. */
const isData = (path: string): boolean =>
  /^[^{]*\{\d+(?::function)?\(\w+\)\{(?:"use strict";)?\w+\.exports=JSON\.parse\(/.test(readFileSync(join(BUILD, path), 'utf8'))

let site: Visit
const weights = new Map<string, Weight>()

/** What a reader's browser loads for a page; not what it fetches ahead for the next one. */
async function weigh(route: string): Promise<Weight> {
  const known = weights.get(route)
  if (known !== undefined) return known
  const {seen} = await site.open(route, {viewport: {width: 1280, height: 900}}, (page) =>
    page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({name, initiatorType}) => ({
        path: new URL(name).pathname,
        by: initiatorType,
      })),
    ),
  )
  const paths = (by: string, end: string): readonly string[] => [
    ...new Set(seen.filter((one) => one.by === by && one.path.endsWith(end)).map(({path}) => path)),
  ]
  // The live layer comes with its first question, some time after the page.
  const scripts = paths('script', '.js').filter((path) => !/\/plan-live\./.test(path))
  const sum = (all: readonly string[]): number => all.reduce((total, path) => total + compressed(path), 0)
  const weight = {
    html: compressed(route === BARE ? '404.html' : routes.includes(route) && route !== '/' ? `${route}.html` : 'index.html'),
    css: sum(paths('link', '.css')),
    code: sum(scripts.filter((path) => !isData(path))),
    data: sum(scripts.filter(isData)),
    scripts,
    asked: seen.map(({path}) => path),
  }
  weights.set(route, weight)
  return weight
}

beforeAll(async () => void (site = await visit()))
afterAll(async () => {
  await site.close()
  const kb = (bytes: number): string => (bytes / KB).toFixed(1).padStart(7)
  console.log(`${'kB, gzip'.padEnd(42)}   html    css   code   data`)
  for (const [route, {html, css, code, data}] of weights) console.log(`${route.padEnd(40)}${[html, css, code, data].map(kb).join('')}`)
})

describe('a progress page, above one with nothing but the layout', () => {
  test.each(routes.filter((route) => /^\/progress(?:$|\/(?!tests))/.test(route)))('%s is within its budget', async (route) => {
    const [bare, page] = [await weigh(BARE), await weigh(route)]
    const own = page.scripts.filter((path) => !bare.scripts.includes(path))
    const of = (paths: readonly string[]): number => paths.reduce((total, path) => total + compressed(path), 0)
    const parts = `${own.map((path) => `${path} ${compressed(path)}${isData(path) ? ' data' : ''}`).join(', ')}`
    expect(of(own.filter((path) => !isData(path))), `code: ${parts}`).toBeLessThanOrEqual(BUDGET.code)
    expect(of(own.filter(isData)), `data: ${parts}`).toBeLessThanOrEqual(BUDGET.data)
  })
})

test.each(MAIN.slice(3))('%s loads less code than a guide of a site as Docusaurus makes it', async (route) => {
  const {code} = await weigh(route)
  expect(code).toBeLessThan(STOCK)
})

// One of them is the code of the plan, which pages without a plan do not load.
test.each(MAIN)('%s is a handful of files, which ask to be compiled ahead', async (route) => {
  const {scripts} = await weigh(route)
  expect(scripts.length, scripts.join(', ')).toBeLessThanOrEqual(7)
  for (const path of scripts) expect(readFileSync(join(BUILD, path), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'), path).toBe(true)
})

test.each(MAIN)('%s names all of its files in its HTML, and asks for none before its text', async (route) => {
  const {scripts} = await weigh(route)
  const html = readFileSync(join(BUILD, route === '/' ? 'index.html' : `${route}.html`), 'utf8')
  const named = /<script data-files="([^"]+)">/.exec(html)?.[1]?.split(' ') ?? []
  expect(scripts.filter((path) => !named.includes(path))).toEqual([])
  expect(named.filter((path) => !scripts.includes(path))).toEqual([])
  expect(html).not.toMatch(/<script[^>]* src=/)
})

test('a page that is opened behind others comes to life, although nothing is drawn of it', async () => {
  const {wrong} = await site.open('/progress', {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', {value: true})
      window.requestAnimationFrame = () => 0
    })
    await page.reload()
    await page.waitForFunction(() => 'docusaurusRoot' in window, null, {polling: 50})
  })
  expect(wrong).toEqual([])
})

test('the layout stays as light as it is', async () => {
  const {code, data} = await weigh(BARE)
  expect(code + data).toBeLessThanOrEqual(LAYOUT)
})

test.each(MAIN)('%s asks for no diagram, chart or search code before anyone needs it', async (route) => {
  const {asked} = await weigh(route)
  expect(asked.filter((path) => /search|lunr|pagefind|mermaid|elk|\.wasm$/i.test(path))).toEqual([])
})

test('nothing of a build ticks tasks: only the development server does', () => {
  const source = new URL('../../plugins/action-plan/src/theme/PlanItem/TickBox.tsx', import.meta.url)
  const words = [TOKEN_HEADER, 'TickBox', 'The development server does not answer']
  // What is looked for is what the component says and is called.
  for (const word of ['TOKEN_HEADER', ...words.slice(1)]) expect(readFileSync(source, 'utf8')).toContain(word)
  const files = (readdirSync(BUILD, {recursive: true}) as string[]).filter((name) => /\.(?:js|css|html|json)$/.test(name))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => words.some((word) => readFileSync(join(BUILD, name), 'utf8').includes(word)))).toEqual([])
})

const PHONE = {viewport: {width: 390, height: 800}, hasTouch: true, isMobile: true} as const

test('a phone has its own typeface, and fetches no page that no finger has touched', async () => {
  const asked = (page: Page): Promise<readonly string[]> =>
    page.evaluate(async () => {
      // Links in sight are noted at once, and their pages fetched when there is time.
      await new Promise((done) => setTimeout(done, 1500))
      return performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname)
    })
  const [phone, wide] = [await site.open('/docs/runbooks', PHONE, asked), await site.open('/docs/runbooks', {}, asked)]
  expect(phone.seen.filter((path) => path.endsWith('.woff2'))).toEqual([])
  expect(wide.seen.filter((path) => path.endsWith('.woff2'))).toHaveLength(1)
  const code = (paths: readonly string[]): number => new Set(paths.filter((path) => path.endsWith('.js'))).size
  expect(code(phone.seen)).toBeLessThan(10)
  expect(code(wide.seen)).toBeGreaterThan(20)
})

test('what only a wide window shows comes to life when a phone is turned', async () => {
  const {seen, wrong} = await site.open('/docs/architecture/overview', {viewport: {width: 900, height: 600}}, async (page) => {
    const side = page.locator('.theme-doc-sidebar-container a')
    const headings = page.locator('.theme-doc-toc-desktop a')
    await expect.poll(() => side.count(), {timeout: 20_000}).toBe(0)
    const before = await headings.count()
    await page.setViewportSize({width: 1300, height: 900})
    await side.first().waitFor()
    const after = await headings.count()
    await page.evaluate(() => Object.assign(window, {stayed: true}))
    await page.locator('.theme-doc-sidebar-container a[href="/docs/architecture/crosscutting"]').click()
    await page.waitForURL('**/docs/architecture/crosscutting')
    return {before, after, stayed: await page.evaluate(() => 'stayed' in window)}
  })
  expect(wrong).toEqual([])
  expect(seen).toEqual({before: 0, after: expect.any(Number) as number, stayed: true})
  expect(seen.after).toBeGreaterThan(3)
})

const RUNBOOK = '/docs/runbooks/rotate-db-credentials'
const colours = (page: Page): Promise<number> => page.locator('pre .token').count()

test('a page keeps its code as it was served, without the highlighter; reached by a link, it draws the same', async () => {
  const built = await site.open(RUNBOOK, {javaScriptEnabled: false}, colours)
  const live = await site.open(RUNBOOK, {}, colours)
  expect(built.seen).toBeGreaterThan(50)
  expect(live).toEqual({seen: built.seen, wrong: []})
  const {scripts} = await weigh(RUNBOOK)
  expect(scripts.filter((path) => readFileSync(join(BUILD, path), 'utf8').includes('.languages.clike'))).toEqual([])
  const reached = await site.open('/docs/runbooks', {}, async (page) => {
    await page.locator(`main a[href="${RUNBOOK}"]`).first().click()
    await page.waitForURL(`**${RUNBOOK}`)
    await expect.poll(() => colours(page), {timeout: 20_000}).toBe(built.seen)
  })
  expect(reached.wrong).toEqual([])
})

describe.each([360, 1280])('at a width of %i', (width) => {
  test.each(['item-10-2', 'section-8'])('a jump to #%s lands there, and scrolling goes on from there', async (id) => {
    const {seen} = await site.open(`/progress#${id}`, {viewport: {width, height: 800}}, async (page) => {
      const top = (): Promise<number> =>
        page.evaluate((id) => Math.round(document.getElementById(id)?.getBoundingClientRect().top ?? -1), id)
      await expect.poll(top).toBeLessThan(200)
      const arrived = await top()
      await page.mouse.move(100, 400)
      const moved: number[] = []
      for (let step = 1; step <= 3; step++) {
        await page.mouse.wheel(0, -300)
        await expect.poll(async () => (await top()) - arrived).toBeGreaterThan(step * 300 - 150)
        await page.waitForTimeout(200)
        moved.push((await top()) - arrived)
      }
      return {arrived, moved}
    })
    expect(seen.arrived).toBeGreaterThanOrEqual(0)
    for (const [step, moved] of seen.moved.entries()) expect(Math.abs(moved - (step + 1) * 300)).toBeLessThan(5)
  })

  test.each([...MAIN, '/progress/history', '/progress/report', '/docs/plan/action-plan'].filter((_, index) => hasTurn(index, 2)))(
    '%s does not shift while it loads',
    async (route) => {
      const {seen} = await site.open(route, {viewport: {width, height: 800}}, async (page) => {
        return page.evaluate(
          () =>
            new Promise<number>((done) => {
              let sum = 0
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                  const {value, hadRecentInput} = entry as unknown as {readonly value: number; readonly hadRecentInput: boolean}
                  if (!hadRecentInput) sum += value
                }
              }).observe({type: 'layout-shift', buffered: true})
              setTimeout(() => done(sum), 200)
            }),
        )
      })
      expect(seen).toBeLessThan(0.01)
    },
  )
})
