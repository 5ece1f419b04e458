import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {serve} from '../site/server.ts'
import {right, tickedFiles, WRONG_ANSWERS, type Files, type Reply, type WrongAnswer} from './answers.ts'
import type {Reader, Tab} from './browsers.ts'

// An open page before a server that does everything wrong: it must never show a wrong number, nor an old one as new, and must recover by itself.

const BUILD = new URL('../../build', import.meta.url).pathname

/** A host of the built site whose answers are chosen while pages are open. */
export interface LiveHost {
  readonly origin: string
  readonly built: Files
  /** What is asked for from now on. */
  answer(files: Files, reply?: Reply): void
  /** Looks since the start: each asks for the summary. */
  looks(): number
  /** Files that are gone; `html` answers with a page in their place. */
  gone(path: RegExp | null, html?: boolean): void
  /** Pages that are opened from now on are of another release: the same code by other names. */
  release(name: string | null): void
  close(): void
}

/** Starts the host. */
export async function liveHost(): Promise<LiveHost> {
  if (!existsSync(join(BUILD, 'status.json')))
    throw new Error('build/status.json: unexpected nothing, expected a built site. Fix: npm run build')
  const [status, summary] = ['status', 'summary'].map((name) => readFileSync(join(BUILD, `${name}.json`), 'utf8')) as [string, string]
  const built: Files = {status, summary}
  let [files, reply] = [built, right] as [Files, Reply]
  let looks = 0
  let [lost, lostAsHtml] = [null, false] as [RegExp | null, boolean]
  let named: string | null = null
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/summary.json') looks++
    if (path === '/status.json' || path === '/summary.json')
      return reply(path === '/status.json' ? files.status : files.summary, response, request)
    // A release that keeps none of the files of the one before.
    if (lost?.test(path) === true)
      return void response.writeHead(lostAsHtml ? 200 : 404, {'content-type': 'text/html'}).end('<!doctype html><title>Gone</title>')
    if (named !== null && /\.html$|\/[^.]*$/.test(path)) return renamed(path, named, response)
    request.url = path.replace(/\.of-[a-z]+\.js$/, '.js')
    serve(BUILD, request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    built,
    answer(next, how = right) {
      files = next
      reply = how
    },
    looks: () => looks,
    gone(path, html = false) {
      lost = path
      lostAsHtml = html
    },
    release: (name) => void (named = name),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A page whose bundles have other names, as those of another release have. */
function renamed(path: string, name: string, response: Parameters<Reply>[1]): void {
  const file = [path, `${path}.html`, `${path}/index.html`].find((one) => one.endsWith('.html') && existsSync(join(BUILD, one)))
  const text = readFileSync(join(BUILD, file ?? '404.html'), 'utf8')
  response.writeHead(200, {'content-type': 'text/html; charset=utf-8'})
  response.end(text.replace(/(\/assets\/js\/(?:runtime~|runtime%7E)?main\.[\w-]+)\.js/g, `$1.of-${name}.js`))
}

/** The numbers of a status, as a page says them. */
export const numbersOf = (files: Files): string => {
  const {done, tasks} = (JSON.parse(files.status) as Status).totals
  return `${done} of ${tasks} tasks done`
}
/** What a page shows as its numbers, what it says of them, and what went wrong on it. */
interface Shown {
  readonly main: string
  readonly says: string
  readonly wrong: readonly string[]
}
const SHOWN = `({
  main: document.querySelector('main')?.innerText ?? '',
  says: document.querySelector('main [data-freshness]')?.innerText ?? '',
  wrong: window.wrong,
})`
/** What a page shows now. */
export const shownOn = async (tab: Tab): Promise<Shown> => (await tab.evaluate(SHOWN)) as Shown
/** Makes a page look at once. */
export const LOOK = `void window.dispatchEvent(new Event('online'))`
const TAKEN_OVER = `document.documentElement.dataset.hasHydrated === 'true' && /ago|just now/.test(document.querySelector('main [data-freshness]')?.innerText ?? '')`

/** Waits until something holds; the last that was seen, when it never does. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, most = 20_000): Promise<T> {
  const end = performance.now() + most
  for (;;) {
    const seen = await look()
    if (holds(seen) || performance.now() > end) return seen
    await sleep(40)
  }
}

/** Opens the page of the progress and waits until it looks after itself. */
export async function openPage(reader: Reader, host: LiveHost, script?: string): Promise<Tab> {
  const tab = await reader.tab(script)
  await arrive(tab, host)
  return tab
}
export async function arrive(tab: Tab, host: LiveHost): Promise<void> {
  await tab.go(`${host.origin}/progress`)
  await until(() => tab.evaluate(TAKEN_OVER), Boolean)
}

/** What no page may ever show. */
const NONSENSE = /NaN|undefined|\[object|Invalid Date|Infinity|\bnull\b|crashed/

/** What is wrong on a page that must show some numbers and say something of them. */
export function complaintsOn({main, says, wrong}: Shown, numbers: string, expected: RegExp): readonly string[] {
  return [
    ...(main.includes(numbers)
      ? []
      : [`unexpected numbers "${/\d+ of \d+ tasks done/.exec(main)?.[0] ?? main.slice(0, 80)}", expected "${numbers}"`]),
    ...(expected.test(says) ? [] : [`unexpected words "${says}", expected ${expected}`]),
    ...(NONSENSE.test(main.replace(says, '')) ? [`the page shows "${NONSENSE.exec(main.replace(says, ''))?.[0]}"`] : []),
    ...wrong.map((one) => `went wrong: ${one}`),
  ]
}

/** Opens a page before a server that answers wrongly, then rightly, with newer numbers. */
async function tryAnswer(reader: Reader, host: LiveHost, {means, says, files, reply}: WrongAnswer): Promise<readonly string[]> {
  const given = files?.(host.built) ?? host.built
  host.answer(given, reply)
  const tab = await openPage(reader, host)
  try {
    await tab.evaluate(LOOK)
    const shown = await until(
      () => shownOn(tab),
      (seen) => says.test(seen.says),
    )
    const failed = means === 'kept' && !/checked/i.test(says.source)
    const complaints = [
      ...complaintsOn(shown, means === 'taken' ? numbersOf(given) : numbersOf(host.built), says),
      ...(failed && !/failed: /.test(shown.says) ? [`does not say that the look failed: "${shown.says}"`] : []),
    ]
    // It asks again by itself, and needs no reload.
    const next = tickedFiles(tickedFiles(host.built))
    host.answer(next)
    const healed = await until(
      async () => {
        await tab.evaluate(LOOK)
        return shownOn(tab)
      },
      ({main, says}) => main.includes(numbersOf(next)) && /checked/i.test(says),
    )
    return [...complaints, ...complaintsOn(healed, numbersOf(next), /checked/i).map((line) => `afterwards: ${line}`)]
  } finally {
    await tab.close()
  }
}

/** Tries wrong answers; gives how many, and what was wrong. */
export async function tryAnswers(
  reader: Reader,
  host: LiveHost,
  names: readonly string[],
): Promise<{readonly runs: number; readonly wrong: readonly string[]}> {
  const all = names.filter((name) => WRONG_ANSWERS[name]?.asksIn !== reader.name)
  const wrong: string[] = []
  for (const name of all) {
    const complaints = await tryAnswer(reader, host, WRONG_ANSWERS[name] as WrongAnswer)
    if (complaints.length > 0) wrong.push(`${name}: ${complaints.join('; ')}`)
  }
  return {runs: all.length, wrong}
}
