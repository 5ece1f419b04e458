import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page} from 'playwright-core'
import {inject} from 'vitest'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {host} from './server.ts'

/** The built site. */
export const BUILD = new URL('../../build', import.meta.url).pathname

/** Every page of the built site, by its address. */
export const routes = (readdirSync(BUILD, {recursive: true}) as string[])
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => `/${name.replace(/(?:^|\/)index\.html$|\.html$/, '')}`)
  .sort()

export const status = JSON.parse(readFileSync(join(BUILD, 'status.json'), 'utf8')) as Status

/** What a page may keep: the reader's colour mode. */
const STORED = /^theme(?:-\w+)?$/

/** A connection of its own to the browser that all files share; closing it closes what was opened through it. */
export function launch(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}

export interface Visit {
  readonly origin: string
  /** Opens a page and gives what `look` saw, and what went wrong on it: console errors, exceptions, requests to elsewhere, what the policy stopped, cookies, and what is stored beside the colour mode. */
  open<T>(
    route: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
    /** What is done to the page before it goes there: a script of the reader's browser, another clock. */
    before?: (page: Page) => Promise<void>,
  ): Promise<{readonly seen: T; readonly wrong: readonly string[]}>
  /** Goes to many pages of one reader, a few at a time; a line for all that went wrong, and what `look` saw on each. */
  tour<T>(
    routes: readonly string[],
    options: BrowserContextOptions,
    look: (page: Page, route: string) => Promise<T>,
  ): Promise<{readonly seen: ReadonlyMap<string, T>; readonly wrong: readonly string[]}>
  close(): Promise<void>
}

/** How many pages of a tour are open at once. */
const ABREAST = 3

/** Waits until a page stands in a colour mode, and was drawn in it: it follows the system a moment later. */
export async function settled(page: Page, colorScheme: string): Promise<void> {
  await page.locator(`html[data-theme='${colorScheme}']`).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** A browser before the built site, or before another folder. */
export async function visit(folder: string = BUILD): Promise<Visit> {
  const site = await host(folder)
  const browser = await launch()
  /** A page that says what goes wrong on it. */
  const watched = async (context: BrowserContext, wrong: string[]): Promise<Page> => {
    const page = await context.newPage()
    await page.exposeBinding('stopped', (_, text: string) => void wrong.push(text))
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
        (window as unknown as {stopped(text: string): void}).stopped(
          `policy: ${violatedDirective} stopped ${blockedURI} (${sourceFile}:${lineNumber})`,
        ),
      ),
    )
    page.on('console', (message) => void (message.type() === 'error' && wrong.push(`${message.text()} ${message.location().url}`.trim())))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on(
      'request',
      (request) =>
        void (!request.url().startsWith(site.origin) && !request.url().startsWith('data:') && wrong.push(`request to ${request.url()}`)),
    )
    return page
  }
  const arrive = async (page: Page, route: string, options: BrowserContextOptions): Promise<void> => {
    await page.goto(site.origin + route, {waitUntil: 'networkidle'})
    if (options.javaScriptEnabled === false) return
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'})
    await settled(page, options.colorScheme ?? 'light')
  }
  const kept = async (context: BrowserContext): Promise<readonly string[]> => {
    const {cookies, origins} = await context.storageState()
    return [
      ...cookies.map(({name}) => `cookie ${name}`),
      ...origins.flatMap(({localStorage}) => localStorage.flatMap(({name}) => (STORED.test(name) ? [] : [`stored ${name}`]))),
    ]
  }
  return {
    origin: site.origin,
    async open(route, options, look, before) {
      const context = await browser.newContext(options)
      const wrong: string[] = []
      const page = await watched(context, wrong)
      await before?.(page)
      await arrive(page, route, options)
      const seen = await look(page)
      wrong.push(...(await kept(context)))
      await context.close()
      return {seen, wrong}
    },
    async tour(all, options, look) {
      const context = await browser.newContext(options)
      const left = [...all]
      const seen = new Map<string, Awaited<ReturnType<typeof look>>>()
      const wrong: string[] = []
      await Promise.all(
        Array.from({length: ABREAST}, async () => {
          const here: string[] = []
          const page = await watched(context, here)
          for (let route = left.shift(); route !== undefined; route = left.shift()) {
            await arrive(page, route, options)
            seen.set(route, await look(page, route))
            wrong.push(...here.splice(0).map((line) => `${route}: ${line}`))
          }
        }),
      )
      wrong.push(...(await kept(context)))
      await context.close()
      return {seen, wrong}
    },
    async close() {
      await browser.close()
      site.close()
    },
  }
}
