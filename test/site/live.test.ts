import {readFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {ticked as tickedText} from '../faults/answers.ts'
import {BUILD, launch, status as built} from './browser.ts'
import {serve} from './server.ts'

// A server that misbehaves on purpose: the site as it is built, and for status.json whatever a test wants.

type Reply = (request: IncomingMessage, response: ServerResponse) => void
const TEXT = readFileSync(join(BUILD, 'status.json'), 'utf8')
const json =
  (body: string, status = 200, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, {'content-type': 'application/json', ...headers})
    response.end(body)
  }
const good = json(TEXT)

/** The status as it is when one more task is done. */
const ticked = (edit?: Parameters<typeof tickedText>[1]): string => tickedText(TEXT, edit)

let server: Server
let browser: Browser
let origin: string
let reply: Reply = good
/** For summary.json; null: as for status.json. */
let summary: Reply | null = null
/** Looks, how many were open at once, and how many of them read the whole status. */
let asked = 0
let most = 0
let wholes = 0
let broken: RegExp | null = null

beforeAll(async () => {
  let open = 0
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (broken?.test(path) === true) return void response.writeHead(404).end('gone')
    if (path !== '/status.json' && path !== '/summary.json') return serve(BUILD, request, response)
    if (path === '/status.json') wholes++
    else {
      asked++
      most = Math.max(most, ++open)
      response.on('close', () => open--)
      if (summary !== null) return summary(request, response)
    }
    // A status in place of a summary is none: the page asks for the status then.
    reply(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  reply = good
  asked = 0
  most = 0
  wholes = 0
  summary = null
  broken = null
})

const {done, tasks} = built.totals
const BEFORE = `${done} of ${tasks} tasks done`
const AFTER = `${done + 1} of ${tasks} tasks done`

/** Opens the progress page with a clock that the test turns. */
async function opened<T>(look: (page: Page, context: BrowserContext) => Promise<T>, route = '/progress'): Promise<T> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.clock.install({time: new Date(Math.max(Date.now(), Date.parse(built.source.committedAt ?? '')))})
  let flying = 0
  const counts = (by: number) => (request: {url(): string}) => void (/\/(?:status|summary)\.json$/.test(request.url()) && (flying += by))
  page.on('request', counts(1)).on('requestfinished', counts(-1)).on('requestfailed', counts(-1))
  under.set(page, () => flying)
  await page.goto(origin + route, {waitUntil: 'load'})
  // React has taken over: it knows the reader's clock.
  await page
    .locator('[data-freshness] time', {hasText: /ago|just now/})
    .first()
    .waitFor({timeout: 30_000})
  try {
    const seen = await look(page, context)
    expect(wrong, 'exceptions on the page').toEqual([])
    return seen
  } finally {
    await context.close()
  }
}

const numbers = (page: Page): Promise<string> => page.locator('main').first().innerText()
const words = (page: Page): Promise<string> => page.locator('main [data-freshness]').first().innerText()
/** Waits in real time for what a page says. */
const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('main [data-freshness]').first().filter({hasText: text}).waitFor({timeout: 15_000})
/** How many looks of a page are under way. */
const under = new WeakMap<Page, () => number>()
/** Lets the page's clock run on for so long, no faster than the server answers; the first look comes within three seconds. */
async function pass(page: Page, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 5000) {
    await page.clock.runFor(Math.min(left, 5000))
    const since = performance.now()
    while ((under.get(page)?.() ?? 0) > 0 && performance.now() - since < 1500) await new Promise((done) => setTimeout(done, 10))
  }
}

/** Lets time pass until the server was asked so often: on a busy machine one look may still be under way when the next one is due. */
async function untilAsked(page: Page, times: number): Promise<void> {
  for (let tries = 0; asked < times && tries < 5; tries++) await pass(page, 65_000)
  expect(asked).toBeGreaterThanOrEqual(times)
}

describe('the summary', () => {
  const SUMMARY = readFileSync(join(BUILD, 'summary.json'), 'utf8')

  test('is all that a page reads while the numbers are those that it was built with', async () => {
    summary = json(SUMMARY)
    await opened(async (page) => {
      await pass(page, 130_000)
      await says(page, /checked/i)
      expect(await numbers(page)).toContain(BEFORE)
      await untilAsked(page, 3)
      expect(wholes).toBe(0)
    })
  })

  test('with another digest is followed by the status, once', async () => {
    const after = JSON.parse(ticked()) as Status
    const {commit} = after.source
    reply = json(JSON.stringify(after))
    const found = JSON.parse(SUMMARY) as {source: object; totals: object}
    summary = json(
      JSON.stringify({
        ...found,
        digest: 'd'.repeat(32),
        source: {...found.source, commit},
        totals: {...found.totals, done: after.totals.done},
      }),
    )
    await opened(async (page) => {
      await pass(page, 130_000)
      await expect.poll(() => numbers(page)).toContain(AFTER)
      await untilAsked(page, 3)
      expect(wholes).toBe(1)
    })
  })

  test('that stands beside a status of another commit is asked for again', async () => {
    reply = json(ticked())
    summary = json(JSON.stringify({...(JSON.parse(SUMMARY) as object), digest: 'd'.repeat(32)}))
    await opened(async (page) => {
      await pass(page, 130_000)
      await expect.poll(() => numbers(page)).toContain(AFTER)
      expect(wholes).toBe(asked)
    })
  })
})

// What a server can answer that is wrong: answers.test.ts.
describe('every failure leaves the numbers where they are, and says why and since when', () => {
  test('a time-out', async () => {
    reply = () => undefined
    await opened(async (page) => {
      await pass(page, 4000)
      await expect.poll(() => asked).toBe(1)
      await pass(page, 11_000)
      await says(page, /no answer within 10 s/)
      expect(await numbers(page)).toContain(BEFORE)
    })
  })

  test('offline, and back at once', async () => {
    await opened(async (page, context) => {
      await pass(page, 4000)
      await says(page, /checked/)
      await context.setOffline(true)
      await pass(page, 70_000)
      await says(page, /the server cannot be reached; last good answer/)
      expect(await numbers(page)).toContain(BEFORE)
      reply = json(ticked())
      await context.setOffline(false)
      await page.getByText(AFTER).first().waitFor({timeout: 15_000})
    })
  })

  test('429 is not asked again before its time', async () => {
    reply = json('', 429, {'retry-after': '600'})
    await opened(async (page) => {
      await pass(page, 4000)
      await says(page, /answered 429/)
      reply = good
      await pass(page, 590_000)
      expect(asked).toBe(1)
      // Ten minutes, and up to an interval more by chance; no further, the next look may come soon after.
      for (let left = 80_000; left > 0 && asked < 2; left -= 5000) await pass(page, 5000)
      await says(page, /checked/)
      expect(asked).toBe(2)
    })
  })
})

test('a deployment changes an open page within an interval: no reload, focus kept, said once, marked for a moment', async () => {
  await opened(async (page) => {
    await pass(page, 4000)
    await says(page, /checked/)
    await page.evaluate(() => Object.assign(window, {kept: true}))
    const item = page.locator('main details summary').first()
    await item.focus()
    reply = json(ticked())
    // No further than to the look that brings the change: the marks stand for a few seconds.
    for (let left = 70_000; left > 0 && !(await numbers(page)).includes(AFTER); left -= 5000) await pass(page, 5000)
    await page.getByText(AFTER).first().waitFor({timeout: 15_000})
    expect(await page.evaluate(() => (window as {kept?: boolean}).kept)).toBe(true)
    expect(await item.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await page.locator('[role=status]', {hasText: 'The plan changed'}).allInnerTexts()).toEqual([
      `The plan changed: ${AFTER}, ${Math.floor((100 * (done + 1)) / tasks)} % (+1).`,
    ])
    expect(await page.locator('[data-plan-changed]').count()).toBeGreaterThan(1)
    expect(await words(page)).toContain('ccccccc')
    await pass(page, 9000)
    expect(await page.locator('[data-plan-changed]').count()).toBe(0)
    expect(await page.getByRole('region', {name: 'Notice'}).count()).toBe(0)
  })
})

test('guides, the plan’s page, the home page and the timeline follow too', async () => {
  reply = json(ticked())
  // The numbers, or on the timeline the commit that they are from.
  const newer = new RegExp(`${done + 1}(?:/| of )${tasks}|c{7}`)
  for (const route of ['/', '/docs/plan/action-plan', '/docs/security/jwt', '/progress/timeline', '/progress/report', '/progress/badges'])
    await opened(async (page) => {
      await pass(page, 4000)
      await page.locator(':visible', {hasText: newer}).last().waitFor({timeout: 15_000})
    }, route)
})

test('a roll-back is shown as what it is', async () => {
  reply = json(ticked(({source}) => Object.assign(source, {committedAt: '2020-01-01T00:00:00Z'})))
  await opened(async (page) => {
    await pass(page, 4000)
    await says(page, /an earlier commit than before/)
    expect(await numbers(page)).toContain(AFTER)
    await page.locator('[role=status]', {hasText: 'went back to an earlier commit'}).waitFor({state: 'attached'})
  })
})

test('a newer site offers a reload and forces none', async () => {
  reply = json(ticked(({site}) => Object.assign(site, {build: 'another'})))
  await opened(async (page) => {
    await pass(page, 4000)
    const notice = page.getByRole('region', {name: 'Notice'})
    await notice.waitFor()
    expect(await notice.innerText()).toContain('A newer version of this site is available.')
    await notice.getByRole('button', {name: 'Not now'}).click()
    expect(await notice.count()).toBe(0)
  })
})

test('the page of this build is not called old', async () => {
  expect(built.site.build).toMatch(/^m\.\w+\+r\.\w+$/)
  await opened(async (page) => {
    await pass(page, 70_000)
    await says(page, /checked/)
    expect(await page.getByRole('region', {name: 'Notice'}).count()).toBe(0)
    expect(await page.locator('[role=status]', {hasText: 'The plan'}).count()).toBe(0)
  })
})

test('a hidden tab asks nothing for an hour, and once when it is looked at again', async () => {
  await opened(async (page) => {
    await pass(page, 4000)
    await says(page, /checked/)
    const hide = (state: string): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => value})
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await hide('hidden')
    const before = asked
    await pass(page, 60 * 60_000)
    expect(asked).toBe(before)
    expect(await words(page)).toMatch(/May be old: not checked since/)
    reply = json(ticked())
    await hide('visible')
    await page.getByText(AFTER).first().waitFor({timeout: 15_000})
    expect(asked).toBe(before + 1)
  })
})

test('a clock that jumps a year does no harm, and is followed by a look', async () => {
  await opened(async (page) => {
    await pass(page, 4000)
    await says(page, /checked/)
    const before = asked
    await page.clock.setSystemTime(new Date(Date.now() + 365 * 86_400_000))
    await pass(page, 25_000)
    await expect.poll(() => asked).toBeGreaterThan(before)
    await page.clock.setSystemTime(new Date(Date.now() - 365 * 86_400_000))
    await pass(page, 200_000)
    expect(await words(page)).not.toMatch(/[−-]\d+ \w+ ago|NaN|Invalid/)
    expect(await numbers(page)).toContain(BEFORE)
  })
})

test('two tabs of a browser share a look, and never have two under way', async () => {
  reply = (request, response) => void setTimeout(() => good(request, response), 150)
  const context = await browser.newContext()
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()]
  for (const tab of tabs) await tab.goto(`${origin}/progress`)
  for (const tab of tabs) await says(tab, /checked/)
  expect(most).toBe(1)
  expect(asked).toBeLessThanOrEqual(tabs.length)
  await context.close()
})

test('with storage, locks and channels denied it works alone', async () => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    const deny = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', {get: deny})
    Object.defineProperty(window, 'sessionStorage', {get: deny})
    Object.defineProperty(navigator, 'locks', {get: deny})
    Object.defineProperty(window, 'BroadcastChannel', {value: deny})
  })
  const page = await context.newPage()
  reply = json(ticked())
  await page.goto(`${origin}/progress`)
  await page.getByText(AFTER).first().waitFor({timeout: 15_000})
  await context.close()
})

test('a part that is gone after a deployment leaves a page to read, never a white one', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/progress`, {waitUntil: 'load'})
  await page.locator('html[data-has-hydrated=true]').waitFor()
  // Everything that this page has not loaded yet is gone.
  broken = /^\/assets\/js\/(?!(?:runtime~)?main\.)/
  await page.locator('footer a', {hasText: 'Badges'}).click()
  await page.waitForURL(/badges/)
  await expect.poll(async () => (await page.locator('body').innerText()).length, {timeout: 20_000}).toBeGreaterThan(200)
  await context.close()
})

test('without JavaScript there are the numbers of the build, and when they are from', async () => {
  const context = await browser.newContext({javaScriptEnabled: false})
  const page = await context.newPage()
  await page.goto(`${origin}/progress`)
  expect(await numbers(page)).toContain(BEFORE)
  expect(await words(page)).toContain(built.source.commit?.slice(0, 7) ?? 'unknown')
  await context.close()
})
