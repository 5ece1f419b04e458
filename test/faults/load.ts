import {spawn, type ChildProcess} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {Agent, get} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {find, freePort} from '../tools.mjs'
import type {Programs} from './programs.ts'
import {randomFrom} from './random.ts'

// A site is published again and again while many readers read it through a real server: every page must be whole, and all that it names must be there.

const HOSTING = new URL('../../docs/reference/hosting.md', import.meta.url)

/** The settings of a server as the page about hosting has them, for another port and folder. */
function settingsOf(language: string, port: number, root: string): string {
  const found = new RegExp(`\`\`\`${language}[^\\n]*\\n([^]*?)\`\`\``).exec(readFileSync(HOSTING, 'utf8'))?.[1]
  if (found === undefined) throw new Error(`docs/reference/hosting.md has no block of ${language}`)
  return found.replaceAll('/srv/www/site', root).replace(/\b8080\b/, String(port))
}

interface ServerKind {
  readonly program: string
  readonly package: string
  /** Writes its settings into a folder; how it is started with them. */
  settings(folder: string, port: number, root: string): readonly string[]
}

/** The servers that are read from. */
export const SERVERS = {
  nginx: {
    program: 'nginx',
    package: 'nginx-light',
    settings(folder, port, root) {
      const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')
      const user = process.getuid?.() === 0 ? 'user root;' : ''
      const site = settingsOf('nginx', port, root).replace(/listen \d+/, `listen 127.0.0.1:${port}`)
      const http = `types { text/html html; text/css css; application/javascript js; } access_log off; keepalive_requests 1000000; ${own}`
      writeFileSync(
        join(folder, 'nginx.conf'),
        `${user} daemon off; pid ${folder}/pid; worker_processes 2; error_log ${folder}/error.log; events {} http { ${http} ${site} }`,
      )
      return ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]
    },
  },
  Caddy: {
    program: 'caddy',
    package: 'caddy',
    settings(folder, port, root) {
      writeFileSync(join(folder, 'Caddyfile'), `{\n  admin off\n  auto_https off\n}\n${settingsOf('caddyfile', port, root)}`)
      return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    },
  },
} as const satisfies Readonly<Record<string, ServerKind>>
export type ServerName = keyof typeof SERVERS

/** What came of a series of releases that were read meanwhile. */
export interface Load {
  readonly requests: number
  readonly releases: number
  /** Requests for what a page named that were made after another release had gone live. */
  readonly late: number
  /** A line for every request that was answered with something else than what it asked for. */
  readonly broken: readonly string[]
}

const PAGES = 20
/** As many readers at once. */
const READERS = 24
const KEEP = 3

/** Writes a site whose every file says which release it is of, and whose code and styles have hashed names. */
const BUILDER = `
import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
const [out, word] = process.argv.slice(2)
const put = (name, text) => { mkdirSync(dirname(join(out, name)), {recursive: true}); writeFileSync(join(out, name), text) }
const asset = (name, end) => {
  const text = (name + ' of ' + word + '\\n').repeat(400)
  const path = 'assets/' + end + '/' + name + '.' + createHash('md5').update(text).digest('hex').slice(0, 8) + '.' + end
  put(path, text)
  return path
}
const shared = [asset('main', 'js'), asset('runtime', 'js'), asset('styles', 'css')]
for (let page = 0; page < ${PAGES}; page++) {
  const later = asset('page' + page, 'js')
  const tags = shared.map((path) => path.endsWith('css') ? '<link rel="stylesheet" href="/' + path + '">' : '<script src="/' + path + '"></script>')
  const text = '<p>' + word + '</p>\\n'
  put(page === 0 ? 'index.html' : 'docs/' + page + '.html', '<!doctype html><html data-release="' + word + '" data-later="/' + later + '">' + tags.join('') + text.repeat(500) + '<i data-end="' + word + '"></i></html>')
}
put('404.html', '<!doctype html><html>not found</html>')
`

/** Publishes a site so many times while it is read so many times through a server. */
export async function publishUnderLoad(
  {run}: Programs,
  name: ServerName,
  {releases, requests, seed, more = []}: {releases: number; requests: number; seed: number; more?: readonly string[]},
): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-load-'))
  const live = join(folder, 'www')
  writeFileSync(join(folder, 'builder.mjs'), BUILDER)
  const publish = async (release: number): Promise<void> => {
    let said = ''
    const args = ['--to', live, '--keep', String(KEEP), ...more, '--', process.execPath, join(folder, 'builder.mjs'), '{}', `r${release}`]
    const terminal = {cwd: folder, out: () => undefined, err: (text: string) => void (said += text)}
    if ((await run('publish', args, terminal)) !== 0) throw new Error(`release ${release} was not published: ${said}`)
  }
  const agent = new Agent({keepAlive: true, maxSockets: READERS})
  let server: ChildProcess | null = null
  try {
    await publish(0)
    const port = await freePort()
    server = await start(name, folder, port, live)
    const seen = {requests: 0, late: 0, current: 0, ended: false, broken: [] as string[]}
    const readers = Array.from({length: READERS}, (_, reader) => read(agent, port, seen, requests, randomFrom(seed * 1000 + reader)))
    for (let release = 1; release <= releases; release++) {
      // Spread over the requests, and not over time.
      while (seen.requests < (requests * release) / (releases + 1)) await sleep(1)
      await publish(release)
      seen.current = release
    }
    seen.ended = true
    await Promise.all(readers)
    const gone = await ask(agent, port, '/assets/js/gone.00000000.js')
    if (gone.status !== 404 || gone.keep !== 'no-cache') seen.broken.push(`what is gone: status ${gone.status}, kept ${String(gone.keep)}`)
    return {requests: seen.requests, releases, late: seen.late, broken: seen.broken}
  } finally {
    agent.destroy()
    server?.kill('SIGKILL')
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Starts a server and waits until it answers. */
async function start(name: ServerName, folder: string, port: number, live: string): Promise<ChildProcess> {
  const kind = SERVERS[name]
  const program = find(kind.program) ?? `/usr/sbin/${kind.program}`
  const own = join(folder, 'server')
  mkdirSync(own)
  const server = spawn(program, kind.settings(own, port, live), {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, HOME: own}})
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  const gone = new Promise<string>((done) => {
    server.on('error', (error) => done(`${error.message}: apt-get install --no-install-recommends ${kind.package}`))
    server.on('exit', (status) => done(`it ended with ${String(status)}: ${said}`))
  })
  for (let tries = 0; tries < 600; tries++) {
    const ended = await Promise.race([gone, sleep(50)])
    if (typeof ended === 'string') throw new Error(`${name} cannot be started: ${ended}`)
    if ((await ask(new Agent(), port, '/').catch(() => null))?.status === 200) return server
  }
  throw new Error(`${name} does not answer: ${said}`)
}

interface Answer {
  readonly status: number
  readonly body: string
  /** How long it may be kept. */
  readonly keep: string | undefined
}

const ask = (agent: Agent, port: number, path: string): Promise<Answer> =>
  new Promise((done, fail) =>
    get({agent, host: '127.0.0.1', port, path}, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', fail)
      response.on('end', () =>
        done({status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8'), keep: response.headers['cache-control']}),
      )
    }).on('error', fail),
  )

interface Seen {
  requests: number
  late: number
  current: number
  /** The last release is live. */
  ended: boolean
  readonly broken: string[]
}

/** A reader opens a page, loads what it names, goes on reading for a while, and then asks for the code of the next page, as a page does that is open. */
async function read(agent: Agent, port: number, seen: Seen, requests: number, random: () => number): Promise<void> {
  /** Code that open pages will ask for, and when. */
  const later: {readonly path: string; readonly of: number; readonly at: number}[] = []
  const asked = async (path: string, fault: (answer: Answer) => string | null): Promise<Answer | null> => {
    seen.requests++
    try {
      const answer = await ask(agent, port, path)
      const found = answer.status === 200 ? fault(answer) : `status ${answer.status}`
      if (found !== null) seen.broken.push(`${path}: ${found}`)
      return found === null ? answer : null
    } catch (error) {
      seen.broken.push(`${path}: ${(error as Error).message}`)
      return null
    }
  }
  while (!seen.ended || seen.requests < requests) {
    const page = Math.floor(random() * PAGES)
    const answer = await asked(page === 0 ? '/' : `/docs/${page}`, pageFault)
    const release = answer === null ? null : releaseOf(answer.body)
    if (answer !== null && release !== null) {
      for (const [, path] of answer.body.matchAll(/(?:src|href)="([^"]+)"/g)) await asked(path as string, assetFault(path as string))
      const path = /data-later="([^"]+)"/.exec(answer.body)?.[1] as string
      later.push({path, of: release, at: release + Math.floor(random() * (KEEP + 1))})
    }
    for (const one of later.splice(0)) {
      // A page that is older than what is kept is told to reload; it may come too late for its code.
      if (one.at > seen.current) later.push(one)
      else if (seen.current - one.of < KEEP) {
        if (seen.current > one.of) seen.late++
        await asked(one.path, assetFault(one.path))
      }
    }
  }
}

const releaseOf = (body: string): number | null => {
  const found = /data-release="r(\d+)"/.exec(body)?.[1]
  return found === undefined ? null : Number(found)
}

/** A page is whole, and all of one release. */
function pageFault({body}: Answer): string | null {
  const release = releaseOf(body)
  if (release === null) return 'no page'
  if (!body.endsWith(`<i data-end="r${release}"></i></html>`)) return 'a part of a page'
  const words = new Set([...body.matchAll(/<p>(.*?)<\/p>/g)].map(([, word]) => word))
  return words.size === 1 && words.has(`r${release}`) ? null : `a page of ${[...words].join(' and ')}`
}

/** A file has the content that its name says. */
const assetFault =
  (path: string) =>
  ({body}: Answer): string | null =>
    path.includes(`.${createHash('md5').update(body).digest('hex').slice(0, 8)}.`) ? null : 'other content than its name says'
