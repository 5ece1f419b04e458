import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {JSDOM} from 'jsdom'
import {chromium} from 'playwright-core'
import {browser as chromiumPath, find} from '../tools.mjs'

// Two browsers, driven in the same few ways: Chromium with Playwright, and Debian's Firefox, which Playwright cannot drive, with WebDriver BiDi.

/** A tab of a browser. */
export interface Tab {
  go(url: string): Promise<void>
  /** What an expression gives, awaited. */
  evaluate(expression: string): Promise<unknown>
  /** Back in the history, also to a page that the browser kept. */
  back(): Promise<void>
  /** Bytes of the page's objects after the garbage was collected; null where the browser does not tell. */
  heap(): Promise<number | null>
  close(): Promise<void>
}
export interface Reader {
  /** What it is called in the table of the page. */
  readonly name: string
  /** A tab of a reader who was never here; `script` runs before the scripts of each page. */
  tab(script?: string): Promise<Tab>
  /** Another tab of the same reader. */
  beside(tab: Tab): Promise<Tab>
  close(): Promise<void>
}

/** What runs before all: it keeps what goes wrong on a page. */
const WATCH = `window.wrong = []
addEventListener('error', ({message}) => window.wrong.push(message))
addEventListener('unhandledrejection', ({reason}) => window.wrong.push('a promise was broken: ' + reason))
addEventListener('pageshow', ({persisted}) => { if (persisted) window.kept = true })`

/** The browsers that can be driven here, and how to get one that is missing. */
export const READERS = {
  Chromium: {open: openChromium, lacks: () => (chromiumPath() === null ? 'apt-get install chromium-headless-shell' : null)},
  Firefox: {open: openFirefox, lacks: () => (find('firefox-esr', 'firefox') === null ? 'apt-get install firefox-esr' : null)},
} as const

async function openChromium(): Promise<Reader> {
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
    // Pages that a reader may come back to are kept, as for readers.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  type Context = Awaited<ReturnType<typeof browser.newContext>>
  const contexts = new Map<Tab, Context>()
  const tabIn = async (context: Context): Promise<Tab> => {
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    const tab: Tab = {
      go: async (url) => void (await page.goto(url)),
      evaluate: (expression) => page.evaluate(expression),
      back: async () => void (await page.goBack({waitUntil: 'commit'})),
      async heap() {
        await tools.send('HeapProfiler.collectGarbage')
        return (await tools.send('Runtime.getHeapUsage')).usedSize
      },
      close: async () => {
        await page.close()
        if (context.pages().length === 0) await context.close()
      },
    }
    contexts.set(tab, context)
    return tab
  }
  return {
    name: 'Chromium',
    async tab(script = '') {
      const context = await browser.newContext()
      await context.addInitScript({content: `${WATCH}\n${script}`})
      return tabIn(context)
    },
    beside: (tab) => tabIn(contexts.get(tab) as Context),
    close: () => browser.close(),
  }
}

/** Speaks WebDriver BiDi; `ws` of jsdom is the one WebSocket that Node.js 20 has here. */
async function openFirefox(): Promise<Reader> {
  const profile = mkdtempSync(join(tmpdir(), 'faults-firefox-'))
  // No look at anything beyond this machine, and none of its own memory of looks.
  writeFileSync(
    join(profile, 'user.js'),
    [
      'app.update.enabled',
      'browser.safebrowsing.malware.enabled',
      'browser.safebrowsing.phishing.enabled',
      'network.captive-portal-service.enabled',
      'network.connectivity-service.enabled',
      'datareporting.policy.dataSubmissionEnabled',
      'app.normandy.enabled',
    ]
      .map((name) => `user_pref('${name}', false)\n`)
      .join(''),
  )
  const child = spawn(
    find('firefox-esr', 'firefox') ?? 'firefox',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-origins=http://localhost'],
    {stdio: ['ignore', 'ignore', 'pipe']},
  )
  const socket = new new JSDOM('', {url: 'http://localhost/'}).window.WebSocket(`${await addressOf(child)}/session`)
  await new Promise((done, failed) => {
    socket.onopen = done
    socket.onerror = () => failed(new Error('Firefox closes the connection of WebDriver BiDi'))
  })
  const ask = asking(socket)
  await ask('session.new', {capabilities: {}})
  const users = new Map<Tab, string>()
  const tabOf = async (userContext: string): Promise<Tab> => {
    const {context} = await ask('browsingContext.create', {type: 'tab', userContext})
    const tab = firefoxTab(ask, String(context))
    users.set(tab, userContext)
    return tab
  }
  return {
    name: 'Firefox',
    async tab(script = '') {
      const userContext = String((await ask('browser.createUserContext', {}))['userContext'])
      await ask('script.addPreloadScript', {functionDeclaration: `() => {${WATCH}\n${script}}`, userContexts: [userContext]})
      return tabOf(userContext)
    },
    beside: (tab) => tabOf(users.get(tab) as string),
    async close() {
      const ended = new Promise((done) => child.on('exit', done))
      child.kill()
      await ended
      rmSync(profile, {recursive: true, force: true})
    },
  }
}

type Ask = (method: string, params: object) => Promise<Readonly<Record<string, unknown>>>

/** Where a browser that was started listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = ''
    child.stderr?.on('data', (data) => {
      said += String(data)
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) done(address)
    })
    child.on('exit', () => failed(new Error(`Firefox ended: ${said}`)))
  })
}

/** Sends commands, each of which is answered by its number. */
function asking(socket: WebSocket): Ask {
  const waiting = new Map<number, (answer: {readonly result?: Readonly<Record<string, unknown>>; readonly message?: string}) => void>()
  let last = 0
  socket.onmessage = ({data}) => {
    const answer = JSON.parse(String(data)) as {
      readonly id?: number
      readonly result?: Readonly<Record<string, unknown>>
      readonly message?: string
    }
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  }
  return (method, params) =>
    new Promise((done, failed) => {
      const id = ++last
      waiting.set(id, ({result, message}) => {
        waiting.delete(id)
        if (result === undefined) failed(new Error(`${method}: ${message}`))
        else done(result)
      })
      socket.send(JSON.stringify({id, method, params}))
    })
}

function firefoxTab(ask: Ask, context: string): Tab {
  return {
    go: async (url) => void (await ask('browsingContext.navigate', {context, url, wait: 'complete'})),
    async evaluate(expression) {
      // As text: BiDi describes values in a form of its own.
      const {result, exceptionDetails} = await ask('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? 'null')`,
        target: {context},
        awaitPromise: true,
      })
      if (exceptionDetails !== undefined) throw new Error(`${expression}: ${(exceptionDetails as {readonly text: string}).text}`)
      return JSON.parse((result as {readonly value: string}).value) as unknown
    },
    back: async () => void (await ask('browsingContext.traverseHistory', {context, delta: -1})),
    heap: () => Promise.resolve(null),
    close: async () => void (await ask('browsingContext.close', {context})),
  }
}
