import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Entry} from '../../plugins/site-search/src/model/entry.ts'
import {HEADS, TEXTS, type Heads, type Texts} from '../../plugins/site-search/src/model/index-files.ts'
import {readEntries} from '../../plugins/site-search/src/query/read.ts'
import {createSearcher, type Searcher} from '../../plugins/site-search/src/query/searcher.ts'
import {hasTurn} from '../turn.mjs'
import {BUILD, routes, status, visit, type Visit} from './browser.ts'

const read = (name: string): string => readFileSync(join(BUILD, name), 'utf8')
const entries: readonly Entry[] = readEntries(JSON.parse(read(HEADS)) as Heads, JSON.parse(read(TEXTS)) as Texts)

/** Where a search is no answer. */
const PLACES = routes.filter((route) => route !== '/search')

let site: Visit
let searcher: Searcher
beforeAll(async () => {
  site = await visit()
  searcher = await createSearcher(entries)
})
afterAll(() => site.close())

const first = (query: string): string | undefined => searcher.search(query).hits[0]?.entry.url

/** The messages that the troubleshooting pages quote in their indexes, each with its section. */
const MESSAGES = readdirSync('docs/troubleshooting')
  .filter((name) => name.endsWith('.md') && name !== 'index.md')
  .flatMap((name) =>
    [...readFileSync(`docs/troubleshooting/${name}`, 'utf8').matchAll(/^\| \[`+ ?(.*?) ?`+\]\((#[^)]+)\)/gm)].map(
      ([, message = '', anchor = '']) => [message, `/docs/troubleshooting/${name.replace('.md', '')}${anchor}`] as const,
    ),
  )

/** The alerts, as the pager names them, each with the one runbook that it calls for. */
const ALERTS = [
  ...readFileSync('docs/operations/alerts.md', 'utf8').matchAll(
    /^\| ([A-Z]\w+) \|.*\| \[[^\]]+\]\(\.\.\/runbooks\/([\w-]+)\.md\)(.*)\|$/gm,
  ),
]
  .filter(([, , , rest = '']) => !rest.includes('../runbooks/') || rest.includes('then'))
  .map(([, alert = '', runbook = '']) => [alert, `/docs/runbooks/${runbook}`] as const)

/** What people type while something is wrong, and the page that they need. */
const NIGHT: readonly (readonly [query: string, address: string])[] = [
  ['too many clients', '/docs/runbooks/pool-exhaustion'],
  ['sorry, too many clients already', '/docs/troubleshooting/database#remaining-connection-slots-are-reserved'],
  ['login fails', '/docs/troubleshooting/authentication'],
  ['users cannot log in', '/docs/troubleshooting/authentication'],
  ['everybody is logged out', '/docs/troubleshooting/authentication'],
  ['502 bad gateway', '/docs/troubleshooting/deployment'],
  ['503 service unavailable', '/docs/troubleshooting/deployment'],
  ['504 gateway timeout', '/docs/troubleshooting/deployment'],
  ['postmortem', '/docs/operations/incident-flow'],
  ['post-mortem', '/docs/operations/incident-flow'],
  ['escalate', '/docs/operations/incident-flow'],
  ['who do I call', '/docs/operations/on-call'],
  ['severity', '/docs/operations/incident-flow'],
  ['password', '/docs/troubleshooting/database#password-authentication-failed-for-user'],
  ['rotate database password', '/docs/runbooks/rotate-db-credentials'],
  ['rotate redis password', '/docs/runbooks/rotate-redis-credentials'],
  ['rotate jwt key', '/docs/runbooks/rotate-jwt-key'],
  ['secret leaked', '/docs/runbooks/leaked-secret-response'],
  ['password in git', '/docs/runbooks/leaked-secret-response'],
  ['api key committed', '/docs/runbooks/leaked-secret-response'],
  ['disk full', '/docs/runbooks/disk-fills-up'],
  ['no space left', '/docs/runbooks/disk-fills-up'],
  ['disk almost full', '/docs/runbooks/disk-fills-up'],
  ['out of memory', '/docs/runbooks/memory-growth'],
  ['OOM killed', '/docs/runbooks/memory-growth'],
  ['memory leak', '/docs/runbooks/memory-growth'],
  ['redis down', '/docs/runbooks/redis-unavailable'],
  ['redis connection refused', '/docs/troubleshooting/redis#connection-refused'],
  ['redis OOM', '/docs/runbooks/redis-unavailable'],
  ['database down', '/docs/runbooks/database-restart'],
  ['restart postgres', '/docs/runbooks/database-restart'],
  ['how do I restart the database', '/docs/runbooks/database-restart'],
  ['database is slow', '/docs/runbooks/performance-alert'],
  ['slow', '/docs/runbooks/performance-alert'],
  ['slow query', '/docs/runbooks/performance-alert'],
  ['high latency', '/docs/runbooks/performance-alert'],
  ['website down', '/docs/runbooks/rollback-deployment'],
  ['undo deployment', '/docs/runbooks/rollback-deployment'],
  ['bad release', '/docs/runbooks/rollback-deployment'],
  ['500 errors', '/docs/runbooks/error-spike'],
  ['internal server error', '/docs/runbooks/error-spike'],
  ['error rate', '/docs/runbooks/error-spike'],
  ['migration stuck', '/docs/runbooks/blocked-migration'],
  ['migration hangs', '/docs/runbooks/blocked-migration'],
  ['database locked', '/docs/runbooks/blocked-migration'],
  ['multiple heads', '/docs/runbooks/two-heads'],
  ["can't locate revision", '/docs/runbooks/unknown-revision'],
  ['undo migration', '/docs/runbooks/rollback-migration'],
  ['certificate expired', '/docs/runbooks/certificate-expiry-alert'],
  ['renew certificate', '/docs/runbooks/renew-certificate'],
  ['restore backup', '/docs/runbooks/backup-restore'],
  ['lost data', '/docs/runbooks/backup-restore'],
  ['table dropped', '/docs/runbooks/backup-restore'],
  ['websocket disconnects', '/docs/runbooks/websocket-disconnect-storm'],
  ['clients keep reconnecting', '/docs/runbooks/websocket-disconnect-storm'],
  ['coverage failed', '/docs/runbooks/failed-coverage-gate'],
  ['CVE', '/docs/runbooks/dependency-vulnerability'],
  ['vulnerable package', '/docs/runbooks/dependency-vulnerability'],
  ['cython does not compile', '/docs/runbooks/cython-build'],
  ['switch blue green', '/docs/runbooks/blue-green-switch'],
  ['deploy to production', '/docs/runbooks/deploy-production'],
  ['smoke test failed', '/docs/runbooks/smoke-tests'],
  ['on call', '/docs/start/on-call'],
  ['I am on call', '/docs/start/on-call'],
  ['JWT', '/docs/runbooks/rotate-jwt-key'],
  ['429 too many requests', '/docs/security/rate-limiting#what-the-client-receives'],
  ['connection timed out QueuePool', '/docs/troubleshooting/database#queuepool-limit-of-size-5-overflow-10-reached-connection-timed-out'],
  ['idle in transaction', '/docs/runbooks/pool-exhaustion'],
  ['kill switch', '/docs/runbooks/stop-trading'],
  ['stop trading', '/docs/runbooks/stop-trading'],
  ['halt trading', '/docs/runbooks/stop-trading'],
  ['order sent twice', '/docs/runbooks/duplicate-orders'],
  ['duplicate order', '/docs/runbooks/duplicate-orders'],
  ['market data stale', '/docs/runbooks/market-data-stale'],
  ['stale prices', '/docs/runbooks/market-data-stale'],
  ['prices frozen', '/docs/runbooks/market-data-stale'],
  ['old quotes', '/docs/runbooks/market-data-stale'],
  ['market data gap', '/docs/runbooks/market-data-stale'],
  ['feed down', '/docs/runbooks/market-data-stale'],
  ['venue disconnected', '/docs/runbooks/venue-session-lost'],
  ['FIX logon rejected', '/docs/runbooks/venue-session-lost'],
  ['MsgSeqNum too low', '/docs/runbooks/venue-session-lost'],
  ['exchange down', '/docs/runbooks/venue-session-lost'],
  ['orders not sent', '/docs/runbooks/venue-session-lost'],
  ['reconcile orders', '/docs/runbooks/reconcile-orders'],
  ['missing fills', '/docs/runbooks/reconcile-orders'],
  ['position does not match', '/docs/runbooks/reconcile-orders'],
  ['orders after outage', '/docs/runbooks/reconcile-orders'],
  ['clock skew', '/docs/runbooks/clock-skew'],
  ['clock is wrong', '/docs/runbooks/clock-skew'],
  ['NTP not synchronized', '/docs/runbooks/clock-skew'],
  ['SendingTime accuracy problem', '/docs/runbooks/clock-skew'],
  ['change freeze', '/docs/operations/market-hours'],
  ['may I deploy now', '/docs/operations/market-hours'],
  ['audit trail', '/docs/operations/audit-trail'],
  ['who changed an order', '/docs/operations/audit-trail'],
  ['server certificate verify failed', '/docs/troubleshooting/tls#ssl-error-certificate-verify-failed'],
]

describe('the index', () => {
  test('every address in it is there', () => {
    const ids = new Map<string, ReadonlySet<string>>()
    const missing = entries.filter(({url}) => {
      const [path = '', anchor] = url.split('#')
      const file = [`${path}.html`, `${path}/index.html`].map((name) => join(BUILD, name)).find((name) => existsSync(name))
      if (file === undefined) return true
      const known =
        ids.get(file) ?? new Set([...readFileSync(file, 'utf8').matchAll(/ id=(?:"([^"]*)"|([^\s>]+))/g)].map(([, a, b]) => a ?? b ?? ''))
      ids.set(file, known)
      return anchor !== undefined && !known.has(anchor)
    })
    expect(missing.map(({url}) => url)).toEqual([])
  })

  test('every page of the site is in it', () => {
    const found = new Set(entries.map(({url}) => url.split('#')[0]))
    expect(PLACES.filter((route) => !found.has(route))).toEqual([])
  })

  test('it holds no number that changes with the plan', () => {
    const {done, tasks} = status.totals
    for (const {url, text, kind} of entries) {
      if (kind !== 'item' && kind !== 'progress') continue
      expect(text, url).not.toContain(`${done}/${tasks}`)
      expect(text, url).not.toMatch(/\d+ of \d+ tasks|at risk!|on track/)
    }
  })

  test('it is small enough for a phone: titles at once, text behind them', () => {
    const size = (name: string): number => gzipSync(read(name), {level: 9}).byteLength
    expect(size(HEADS)).toBeLessThan(45_000)
    // Some two kilobytes a page, and only when somebody searches.
    expect(size(HEADS) + size(TEXTS)).toBeLessThan(2100 * routes.length)
  })
})

describe('what is found first', () => {
  test('every alert leads to its runbook', () => {
    expect(ALERTS.length).toBeGreaterThan(15)
    expect(ALERTS.map(([alert]) => [alert, first(alert)])).toEqual(ALERTS)
  })

  test('what is typed at night leads to the right page at once', () => {
    expect(NIGHT.length).toBeGreaterThanOrEqual(60)
    expect(NIGHT.map(([query]) => [query, first(query)])).toEqual(NIGHT)
  })

  test.each([
    ['database pool exhausted', '/docs/runbooks/pool-exhaustion'],
    ['rollback', '/docs/runbooks/rollback-deployment'],
    ['roll back', '/docs/runbooks/rollback-deployment'],
  ])('"%s", at night', (query, url) => expect(first(query)).toBe(url))

  test('every item of the plan, by its number and by its title', () => {
    const items = status.sections.flatMap((section) => section.items)
    expect(items.length).toBeGreaterThan(20)
    for (const {id, title} of items) {
      const address = `/progress#item-${id.replace('.', '-')}`
      expect([id, first(id)]).toEqual([id, address])
      expect([title, first(title)]).toEqual([title, address])
      expect([title, first(`${id} ${title}`)]).toEqual([title, address])
    }
  })

  test('every message of the troubleshooting pages, as it was printed', () => {
    expect(MESSAGES.length).toBeGreaterThan(100)
    // Two pages may treat the same message.
    const pages = (message: string): readonly string[] => MESSAGES.filter(([other]) => other === message).map(([, address]) => address)
    expect(
      MESSAGES.filter(([message]) => !pages(message).includes(first(message) ?? '')).map(([message]) => [message, first(message)]),
    ).toEqual([])
  })

  test('a message in the line of a log that holds it', () => {
    const long = MESSAGES.filter(([message]) => message.split(' ').length > 3)
    const heading = (url: string | undefined): string | undefined => url?.split('#')[1]
    const lost = long.filter(
      ([message, address]) => heading(first(`2026-11-25T09:14:03Z trading[812]: E ${message} (attempt 3)`)) !== heading(address),
    )
    expect(long.length).toBeGreaterThan(40)
    expect(lost).toEqual([])
  })

  test.each([
    ['FATAL: sorry, too many clients already', '/docs/troubleshooting/database#remaining-connection-slots-are-reserved'],
    ['FATAL:  sorry, too many clients already', '/docs/troubleshooting/database#remaining-connection-slots-are-reserved'],
    ['roll back a deployment', '/docs/runbooks/rollback-deployment'],
    ['rotate database credentails', '/docs/runbooks/rotate-db-credentials'],
    ['what changed this week', '/progress/report'],
    ['how to roll back a deployment', '/docs/runbooks/rollback-deployment'],
    ['rollback deployment', '/docs/runbooks/rollback-deployment'],
    ['what is late', '/progress'],
    ['late', '/progress/report#late'],
    ['open tasks', '/progress'],
    ['which tasks are open for JWT', '/progress#item-2-2'],
    ['JWT open tasks', '/progress#item-2-2'],
    ['the badge for section 2', '/progress/badges#section-2'],
    ['badge section 2', '/progress/badges#section-2'],
    ['badge 2.1', '/progress/badges#item-2-1'],
    ['section 2', '/progress#section-2'],
    ['badge', '/progress/badges'],
    ['test results', '/progress/tests'],
    ['Gantt', '/progress/timeline'],
    ['PlanStatus', '/docs/reference/api/components#planstatus'],
  ])('%s', (query, address) => {
    expect(first(query)).toBe(address)
  })
})

test.each([
  ['rollback', '/docs/runbooks/rollback-deployment'],
  ["what's late?", '/progress'],
  ['rotate a secret', '/docs/security/aws-secrets-manager'],
  ['when will it be finished', '/progress/history'],
])('%s: among the first', (query, address) => {
  expect(
    searcher
      .search(query)
      .hits.slice(0, 5)
      .map(({entry}) => entry.url),
  ).toContain(address)
})

test('a name of the API is found where it is described', () => {
  expect(searcher.search('pollSeconds').hits.map(({entry}) => entry.url)).toContain('/docs/reference/api/plugin#pluginoptions')
})

describe('in the browser', () => {
  const asked = (page: Page): string[] => {
    const urls: string[] = []
    page.on('request', (request) => urls.push(new URL(request.url()).pathname))
    return urls
  }
  /** A key means nothing before the page's scripts listen. */
  const press = async (page: Page, key: string): Promise<void> => {
    await page.locator('html[data-has-hydrated=true]').waitFor()
    await page.keyboard.press(key)
  }
  const ask = async (page: Page, query: string): Promise<void> => {
    await page.getByRole('combobox', {name: /^Search/}).fill(query)
    await page
      .getByRole('status')
      .filter({hasText: /^\d.* results?$/})
      .waitFor()
  }

  test('nothing of it is loaded before it is opened; then the index is, once', async () => {
    const {wrong} = await site.open('/docs/security/jwt', {}, async (page) => {
      const before = await page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname))
      expect(before.filter((path) => path.startsWith('/search'))).toEqual([])
      const urls = asked(page)
      await press(page, 'Control+k')
      await ask(page, '2.1')
      expect(urls.filter((path) => path.endsWith('.json') && path.startsWith('/search/')).sort()).toEqual([`/${HEADS}`, `/${TEXTS}`])
      expect(urls.filter((path) => path.endsWith('.js'))).not.toEqual([])
      await page.keyboard.press('Escape')
      urls.length = 0
      await press(page, '/')
      await ask(page, 'vault')
      expect(urls.filter((path) => path.startsWith('/search/'))).toEqual([])
    })
    expect(wrong).toEqual([])
  })

  test('by keyboard alone: opened, chosen, gone to; closed, the focus is where it was', async () => {
    const {seen, wrong} = await site.open('/docs/security/jwt', {}, async (page) => {
      await page.getByRole('link', {name: 'Search'}).focus()
      await press(page, 'Enter')
      await page.getByRole('combobox', {name: /^Search/}).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({state: 'hidden'})
      const back = await page.evaluate(() => document.activeElement?.textContent)
      await press(page, '/')
      await page.getByRole('combobox', {name: /^Search/}).waitFor()
      await page.keyboard.type('2.1')
      await page.getByRole('option', {name: /^2\.1 Credential Management/}).waitFor()
      const status = await page
        .getByRole('status')
        .filter({hasText: /^\d.* results?$/})
        .innerText()
      await page.keyboard.press('ArrowDown')
      const second = await page.getByRole('option', {selected: true}).getAttribute('id')
      const active = await page.getByRole('combobox', {name: /^Search/}).getAttribute('aria-activedescendant')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/progress#item-2-1')
      await page.locator('#item-2-1[open]').waitFor()
      return {back, status, second, active}
    })
    expect(wrong).toEqual([])
    expect(seen.back).toContain('Search')
    expect(seen.status).toMatch(/^\d+( of \d+)? results$/)
    expect(seen.active).toBe(seen.second)
  })

  test('a result on the page where the reader is', async () => {
    await site.open('/progress', {}, async (page) => {
      await press(page, 'Control+k')
      await ask(page, '8.2')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/progress#item-8-2')
      await page.locator('#item-8-2[open]').waitFor()
    })
  })

  test('"/" in a field is a sign', async () => {
    await site.open('/', {}, async (page) => {
      await page.evaluate(() => document.body.append(document.createElement('textarea')))
      await page.locator('textarea').focus()
      await press(page, '/')
      expect(await page.locator('textarea').inputValue()).toBe('/')
      expect(await page.getByRole('dialog').count()).toBe(0)
    })
  })

  test('who types at once loses no letter while the search is still loading', async () => {
    const {seen} = await site.open('/', {}, async (page) => {
      let load = (): void => undefined
      const typed = new Promise<void>((done) => void (load = done))
      await page.route('**/*.js', async (route) => {
        await typed
        await route.continue()
      })
      await press(page, '/')
      await page.keyboard.type('rolk')
      await page.keyboard.press('Backspace')
      await page.keyboard.type('l back')
      const coming = await page.getByRole('dialog').count()
      load()
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type(' a')
      return {coming, words: await page.getByRole('combobox').inputValue()}
    })
    expect(seen).toEqual({coming: 0, words: 'roll back a'})
  })

  test('results are grouped, and what was found is marked', async () => {
    const {seen} = await site.open('/', {}, async (page) => {
      await press(page, 'Control+k')
      await ask(page, 'credentials')
      return {
        groups: await page
          .getByRole('group')
          .evaluateAll((all) => all.map((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent)),
        marked: await page.locator('[role=option] mark').allInnerTexts(),
      }
    })
    expect(seen.groups.length).toBeGreaterThan(2)
    expect(new Set(seen.marked.map((text) => text.toLowerCase()))).toContain('credentials')
  })

  test('an index that cannot be loaded is said, and the list is offered', async () => {
    await site.open('/', {}, async (page) => {
      await page.route(`**/${HEADS}`, (route) => route.fulfill({status: 200, contentType: 'text/html', body: '<p>Sign in</p>'}))
      await press(page, 'Control+k')
      await page.getByText(/could not be loaded: .*heads\.json is no search index/).waitFor()
      expect(await page.getByRole('link', {name: 'All pages', exact: true}).getAttribute('href')).toBe('/search')
      await page.unroute(`**/${HEADS}`)
      await page.keyboard.press('Escape')
      // While it closes, a key that opens it means nothing.
      await page.getByRole('dialog').waitFor({state: 'detached'})
      await press(page, 'Control+k')
      await ask(page, '2.1')
    })
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    // One width each day, the other one in the other colours.
    const widths = [360, 1440].filter((_, index) => hasTurn(index + (colorScheme === 'light' ? 0 : 1), 2))
    test.each(widths)('nothing for axe to find at %i', async (width) => {
      const {seen} = await site.open('/docs/security/jwt', {colorScheme, viewport: {width, height: 800}}, async (page) => {
        await page.locator('html[data-has-hydrated=true]').waitFor()
        await page.getByRole('link', {name: 'Search'}).click()
        await ask(page, 'rotate')
        return new AxeBuilder({page}).include('dialog').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      })
      expect(seen.violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    })
  })

  test('without JavaScript the same link leads to a list of all pages', async () => {
    const door = await site.open('/', {javaScriptEnabled: false}, (page) => page.getByRole('link', {name: 'Search'}).getAttribute('href'))
    expect(door.seen).toBe('/search')
    const {seen} = await site.open('/search', {javaScriptEnabled: false}, (page) =>
      page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('#')[0])),
    )
    expect(PLACES.filter((route) => !seen.includes(route))).toEqual([])
  })
})
