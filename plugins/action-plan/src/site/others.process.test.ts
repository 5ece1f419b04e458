import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {logger} from '@docusaurus/logger'
import {sealed, unsealed} from 'build-kit/sealed'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import type {OtherAddress} from '../model/other-plans.ts'
import {lineOfStatus} from '../model/plan-line.ts'
import {INDEX_VERSION} from '../model/plans-index.ts'
import type {Status} from '../model/status.ts'
import {DEFAULT_OPTIONS, type OtherPlanOption, type PluginOptions} from '../options.ts'
import {report} from '../report.ts'
import {readerFor} from '../source/request.ts'
import {toStatus} from '../view/files/status.ts'
import {toSummary} from '../view/files/summary.ts'
import {loadOthers, readForeign} from './others.ts'
import type {PlanSite} from './plan-site.ts'

let folder = ''
let server: Server
let answer: RequestListener
const sockets = new Set<Socket>()
const warned: string[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'others-'))
  server = createServer((request, response) => void answer(request, response))
  server.on('connection', (socket) => void sockets.add(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  vi.spyOn(logger, 'warn').mockImplementation((line) => void warned.push(String(line)))
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
  warned.length = 0
  vi.restoreAllMocks()
  rmSync(folder, {recursive: true, force: true})
})
const address = (path = '/status.json'): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

const statusAt = (committedAt: string, done: number): Status =>
  toStatus(
    report({
      text: `# Remote\n## 1. S\n- [${done > 0 ? 'x' : ' '}] a\n- [ ] b\n`,
      source: {path: 'plan.md', commit: committedAt, committedAt, changedAt: null, dirty: false},
      baseline: null,
      now: committedAt,
      today: null,
      evidence: null,
    }),
    null,
  )
const NEW = statusAt('2026-01-02T00:00:00Z', 1)
const json =
  (value: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(value))
  }
const site = (plans: readonly OtherPlanOption[], askUrls: PluginOptions['askUrls'] = 'private'): PlanSite =>
  ({
    options: {...DEFAULT_OPTIONS, id: 'default', portfolio: 'plans', plans, askUrls},
    production: true,
    siteDir: folder,
    staticFolders: ['static'],
    onProblems: {errors: 'throw', warnings: 'warn'},
    siteAddress: (path: string) => `/base${path}`,
  }) as unknown as PlanSite
const load = async (askUrls?: PluginOptions['askUrls']): Promise<OtherAddress> =>
  (await loadOthers(site([{address: address()}], askUrls)))[0] as OtherAddress

test('a plan of another site is read with what names its numbers, and called as the site calls it', async () => {
  answer = (request, response) => json(request.url === '/summary.json' ? toSummary(NEW, 'name') : NEW)(request, response)
  const [read] = await loadOthers(site([{address: address(), name: 'Ours', link: '/ours'}]))
  expect(read).toMatchObject({
    url: address(),
    digest: 'name',
    failure: null,
    plans: [{name: 'Ours', link: '/ours', line: {title: 'Remote', totals: {tasks: 2, done: 1}}}],
  })
  expect(warned).toEqual([])
})

const drip: RequestListener = (_, response) => void response.writeHead(200, {'content-type': 'application/json'}).write('{')
describe('what fails keeps what was read last, and is told in words', () => {
  test.each<readonly [string, RequestListener, string]>([
    ['404', (_, response) => void response.writeHead(404).end(), 'the server answered 404'],
    [
      'a login',
      (_, response) => void response.writeHead(302, {location: 'https://login.example/?to=status'}).end(),
      'the address leads to login.example instead',
    ],
    ['a page', (_, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<h1>'), 'text/html instead of JSON'],
    ['half of it', (_, response) => void response.writeHead(200, {'content-type': 'application/json'}).end('{"a'), 'not complete JSON'],
    ['a connection that breaks', (request) => void request.socket.destroy(), 'the server cannot be reached'],
    [
      'an answer that breaks off',
      (_, response) => {
        response.writeHead(200, {'content-type': 'application/json', 'content-length': '100'}).write('{')
        setTimeout(() => response.destroy(), 20)
      },
      'the connection broke',
    ],
    ['another plan format', json({...NEW, schemaVersion: 1}), 'schemaVersion: unexpected 1, expected 2'],
    ['numbers that do not add up', json({...NEW, totals: {...NEW.totals, tasks: 9}}), 'totals: unexpected tasks 9'],
    ['something else', json(['no plan']), 'schemaVersion: unexpected nothing'],
  ])('%s', async (_, fault, words) => {
    answer = fault
    const never = await load()
    expect(never).toMatchObject({plans: [], checkedAt: null})
    expect(never.failure).not.toBeNull()
    expect(warned.splice(0).join()).toMatch(/it was never read, and the page of all plans says so/)
    answer = json(NEW)
    const good = await load()
    answer = fault
    const kept = await load()
    expect(kept.plans).toEqual(good.plans)
    expect(kept.checkedAt).toBe(good.checkedAt)
    expect(warned.join()).toContain(`${address()}: `)
    expect(warned.join()).toContain(words)
    expect(warned.join()).toMatch(/shows what was read on \d{4}-\d\d-\d\d/)
  })

  test('slow, and huge', async () => {
    answer = drip
    expect(await readForeign(address(), readerFor(true), 200)).toEqual({cause: {code: 'timeout', facts: {seconds: 0.2}}})
    let written = 0
    answer = (_, response) => {
      response.writeHead(200, {'content-type': 'application/json'})
      const more = (): void =>
        void (written++ < 10_000 && response.write(' '.repeat(1 << 16), (error) => (error == null ? more() : undefined)))
      more()
    }
    expect(await readForeign(address(), readerFor(true), 5000, 1_000_000)).toEqual({cause: {code: 'too-large', facts: {megabytes: 1}}})
    expect(written).toBeLessThan(1000)
  })

  test('a private network is asked only when that is allowed', async () => {
    answer = json(NEW)
    expect(await load(true)).toMatchObject({plans: [], failure: {code: 'private-address', facts: {host: '127.0.0.1'}}})
  })
})

test('an older commit is held back for a day, and told', async () => {
  answer = json(NEW)
  await load()
  answer = json(statusAt('2026-01-01T00:00:00Z', 0))
  const held = await load()
  expect(held).toMatchObject({failure: null, plans: [{line: {totals: {done: 1}}, failure: {cause: {code: 'older'}}}]})
  // The next day the address means it: nobody may be shown an old state for ever.
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Math.floor(Date.now() / 1000) + 90_000))
  expect(await load()).toMatchObject({plans: [{line: {totals: {done: 0}}, failure: null}]})
  vi.unstubAllEnvs()
})

test('a file of the site is read where it stands, with the time at which its repositories were asked', async () => {
  const fleet = join(folder, 'static/fleet')
  mkdirSync(fleet, {recursive: true})
  writeFileSync(join(fleet, 'plans.json'), JSON.stringify({schemaVersion: INDEX_VERSION, madeBy: '1', plans: []}))
  writeFileSync(
    join(fleet, 'plans.summary.json'),
    JSON.stringify({schemaVersion: INDEX_VERSION, digest: 'd', checkedAt: '2026-01-01T00:00:00Z'}),
  )
  expect(await loadOthers(site([{address: '/fleet/plans.json'}, {address: '/none/plans.json'}]))).toEqual([
    {url: '/base/fleet/plans.json', name: null, link: null, plans: [], checkedAt: '2026-01-01T00:00:00Z', digest: 'd', failure: null},
    expect.objectContaining({url: '/base/none/plans.json', failure: {code: 'answered', facts: {status: 404}}}),
  ])
})

describe('what an earlier build kept is thrown away when it is not what this version writes', () => {
  const file = (): string => {
    const at = join(folder, 'node_modules/.cache/action-plan')
    return join(at, readdirSync(at)[0] ?? '')
  }
  /** Keeps a plan, changes what was kept, and reads again while the address does not answer. */
  async function after(change: (kept: string) => string): Promise<OtherAddress> {
    answer = json(NEW)
    await load()
    writeFileSync(file(), change(readFileSync(file(), 'utf8')))
    answer = (_, response) => void response.writeHead(503).end()
    return load()
  }
  const another = (change: (known: {plans: Record<string, unknown>[]; checkedAt: unknown}) => unknown) => (kept: string) =>
    sealed(JSON.stringify(change(JSON.parse(unsealed(kept) ?? '') as never)))
  const line = (value: unknown) => another((known) => ({...known, plans: [{...known.plans[0], line: value}]}))

  test.each<readonly [string, (kept: string) => string]>([
    ['cut', (kept) => kept.slice(0, -1)],
    ['empty', () => ''],
    ['of another title, by a fault of the disk', (kept) => kept.replace('Remote', 'Remotf')],
    ['of before it was sealed', (kept) => unsealed(kept) ?? ''],
    ['no object', another(() => null)],
    ['without plans', another(({checkedAt}) => ({checkedAt}))],
    ['with a plan that is nothing', another((known) => ({...known, plans: [null]}))],
    ['with a line of another shape', line({title: 'Remote'})],
    [
      'with counts that cannot be',
      line({...(JSON.parse(JSON.stringify(lineOfStatus(NEW))) as object), totals: {...lineOfStatus(NEW).totals, done: 9}}),
    ],
    ['with no time', another((known) => ({...known, checkedAt: 'soon'}))],
  ])('%s', async (_, change) => {
    expect(await after(change)).toMatchObject({plans: [], checkedAt: null, failure: {code: 'answered'}})
  })

  test('else it stays', async () => {
    expect(await after(another((known) => known))).toMatchObject({
      plans: [{line: {title: 'Remote', totals: {done: 1}}}],
      failure: {code: 'answered'},
    })
  })
})
