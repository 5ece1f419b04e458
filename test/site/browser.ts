import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {host} from './server.ts'
import {browser as findBrowser} from '../tools.mjs'

/** The built site. */
export const BUILD = new URL('../../build', import.meta.url).pathname

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Every page of the built site, by its address. */
export const routes = (readdirSync(BUILD, {recursive: true}) as string[])
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => `/${name.replace(/(?:^|\/)index\.html$|\.html$/, '')}`)
  .sort()

export const status = JSON.parse(readFileSync(join(BUILD, 'status.json'), 'utf8')) as Status

/** What a page may keep: the reader's colour mode. */
const STORED = /^theme(?:-\w+)?$/

export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: findBrowser() ?? '', args: FLAGS})
}

export interface Visit {
  readonly origin: string
  /** Opens a page and gives what `look` saw, and what went wrong on it: console errors, exceptions, requests to elsewhere, what the policy stopped, cookies, and what is stored beside the colour mode. */
  open<T>(
    route: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ): Promise<{readonly seen: T; readonly wrong: readonly string[]}>
  close(): Promise<void>
}

/** A browser before the built site, or before another folder. */
export async function visit(folder: string = BUILD): Promise<Visit> {
  const site = await host(folder)
  const browser = await launch()
  return {
    origin: site.origin,
    async open(route, options, look) {
      const context = await browser.newContext(options)
      const wrong: string[] = []
      const page = await context.newPage()
      await page.exposeBinding('stopped', (_, text: string) => void wrong.push(text))
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
          (window as unknown as {stopped(text: string): void}).stopped(
            `policy: ${violatedDirective} stopped ${blockedURI} (${sourceFile}:${lineNumber})`,
          ),
        ),
      )
      page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())))
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on(
        'request',
        (request) =>
          void (!request.url().startsWith(site.origin) && !request.url().startsWith('data:') && wrong.push(`request to ${request.url()}`)),
      )
      await page.goto(site.origin + route, {waitUntil: 'networkidle'})
      if (options.javaScriptEnabled !== false) await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'})
      const seen = await look(page)
      const {cookies, origins} = await context.storageState()
      wrong.push(...cookies.map(({name}) => `cookie ${name}`))
      wrong.push(...origins.flatMap(({localStorage}) => localStorage.flatMap(({name}) => (STORED.test(name) ? [] : [`stored ${name}`]))))
      await context.close()
      return {seen, wrong}
    },
    async close() {
      await browser.close()
      site.close()
    },
  }
}
