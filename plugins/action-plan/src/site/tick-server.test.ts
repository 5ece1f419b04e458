import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, request as ask, type OutgoingHttpHeaders, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {devServer} from './dev-server.ts'
import {TOKEN_HEADER, type TickOrder} from '../model/tick.ts'
import {tickRefusal, tickServer} from './tick-server.ts'

const PLAN = '# P\n\n## 1. S\n\n### 1.1 I\n\n- [ ] one\n- [x] two\n- [-] three\n'
const TOKEN = 'the-token'
const folder = mkdtempSync(join(tmpdir(), 'tick-server-'))
const file = join(folder, 'plan.md')
const text = (): string => readFileSync(file, 'utf8')

let server: Server
let host = ''
beforeAll(async () => {
  let handle: (request: unknown, response: unknown, next: () => void) => void = () => undefined
  const {devServer: settings} = devServer('/base/', () => [], tickServer(file, 'docs/plan.md', TOKEN)).configure({})
  settings.setupMiddlewares([], {app: {use: (made) => void (handle = made as typeof handle)}})
  server = createServer((request, response) => handle(request, response, () => response.writeHead(404).end('{}')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => writeFileSync(file, PLAN))
afterAll(() => {
  server.close()
  rmSync(folder, {recursive: true})
})

/** What a browser sends for a page of the server itself. */
const own = (): OutgoingHttpHeaders => ({
  host,
  origin: `http://${host}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  [TOKEN_HEADER]: TOKEN,
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: {readonly message?: string; readonly token?: string}
}
const send = (method: string, headers: OutgoingHttpHeaders, body = ''): Promise<Answer> =>
  new Promise((done, fail) => {
    const asked = ask(`http://${host}/base/status.tick`, {method, headers}, (response) => {
      let answer = ''
      response.setEncoding('utf8').on('data', (part: string) => (answer += part))
      response.on('end', () =>
        done({status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(answer || '{}') as Answer['body']}),
      )
    })
    asked.on('error', fail)
    asked.end(body)
  })
const ONE: TickOrder = {line: 7, column: 3, text: 'one', mark: 'open', tick: true}
const tick = (order: object = ONE, headers: OutgoingHttpHeaders = own()): Promise<Answer> => send('POST', headers, JSON.stringify(order))

test('a page gets the token, ticks a task and takes it back: one character of the file changes, and nothing stays beside it', async () => {
  expect((await send('GET', {host, 'sec-fetch-site': 'same-origin'})).body).toEqual({token: TOKEN})
  const ticked = await tick()
  expect(ticked).toMatchObject({status: 200, body: {message: 'docs/plan.md:7:3: 1.1/1 "one" is ticked'}})
  expect(ticked.headers).toMatchObject({'cache-control': 'no-store'})
  expect(text()).toBe(PLAN.replace('[ ] one', '[x] one'))
  expect((await tick({...ONE, mark: 'done', tick: false})).body.message).toBe('docs/plan.md:7:3: 1.1/1 "one" is open again')
  expect(text()).toBe(PLAN)
  expect(readdirSync(folder)).toEqual(['plan.md'])
})

test.each([
  ['another text', {...ONE, text: 'One'}],
  ['another mark', {...ONE, mark: 'done', tick: false}],
  ['another line', {...ONE, line: 8}],
  ['another column', {...ONE, column: 5}],
  ['a line that is not there', {...ONE, line: 99}],
])('the page showed %s: nothing is written, and it says so', async (_, order) => {
  const {status, body} = await tick(order)
  expect(status).toBe(409)
  expect(body.message).toContain('as the page shows it, but the file has changed; nothing was written')
  expect(text()).toBe(PLAN)
})

test('what `tick` refuses, the page is refused in the same words', async () => {
  const {status, body} = await tick({line: 9, column: 3, text: 'three', mark: 'dropped', tick: true})
  expect([status, body.message]).toEqual([
    409,
    'docs/plan.md:9:3: 1.1/3 "three" is dropped, expected a task in scope (write [ ] and take tildes away to bring it back)',
  ])
  rmSync(file)
  expect((await tick()).status).toBe(409)
})

test.each(['', 'no JSON', '{}', '[]', 'null', JSON.stringify({...ONE, line: '7'}), JSON.stringify({...ONE, text: 'x'.repeat(200_000)})])(
  'a body that is no task is refused: %.30s',
  async (body) => {
    expect((await send('POST', own(), body)).status).toBe(400)
    expect(text()).toBe(PLAN)
  },
)

test.each<[string, string, OutgoingHttpHeaders]>([
  ['another site', 'POST', {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}],
  ['another site that says it is none', 'POST', {origin: 'https://evil.example'}],
  ['another server on this computer', 'POST', {origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site'}],
  ['a page of no origin', 'POST', {origin: 'null'}],
  ['a browser that says nothing of the page', 'POST', {'sec-fetch-site': undefined}],
  ['a name of another domain that leads here', 'POST', {host: 'evil.example:3000', origin: 'http://evil.example:3000'}],
  ['a name that looks like this computer', 'POST', {host: 'localhost.evil.example', origin: 'http://localhost.evil.example'}],
  ['a form or an address bar', 'POST', {'sec-fetch-site': 'none'}],
  ['a page without the token', 'POST', {[TOKEN_HEADER]: undefined}],
  ['a page with the token of another run', 'POST', {[TOKEN_HEADER]: 'another'}],
  ['another method', 'PUT', {}],
  ['a question of a browser before another site asks', 'OPTIONS', {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}],
  ['another site that asks for the token', 'GET', {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'}],
  ['a name of another domain that asks for the token', 'GET', {host: 'evil.example:3000'}],
])('%s cannot tick', async (_, method, change) => {
  const headers = Object.fromEntries(Object.entries({...own(), ...change}).filter(([, value]) => value !== undefined))
  const {status, body, headers: given} = await send(method, headers, method === 'POST' ? JSON.stringify(ONE) : '')
  expect([status, body.token, given['access-control-allow-headers']]).toEqual([403, undefined, undefined])
  expect(text()).toBe(PLAN)
})

test.each([
  ['127.0.0.1', 'localhost:3000', true],
  ['::1', '[::1]:3000', true],
  ['::ffff:127.0.0.1', 'plan.localhost', true],
  ['192.168.1.7', 'localhost:3000', false],
  ['127.0.0.1', '192.168.1.7:3000', false],
  ['127.0.0.1', '', false],
])('a client at %s that calls the server %o may tick: %s', (remoteAddress, named, may) => {
  const headers = {host: named, origin: `http://${named}`, 'sec-fetch-site': 'same-origin', [TOKEN_HEADER]: TOKEN}
  expect(tickRefusal({method: 'POST', headers, socket: {remoteAddress}}, TOKEN) === null).toBe(may)
})
