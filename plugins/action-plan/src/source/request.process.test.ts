import type {lookup as systemLookup} from 'node:dns'
import {createServer, type Server as HttpServer} from 'node:http'
import {createServer as createTcpServer, type AddressInfo, type Server, type Socket} from 'node:net'
import {afterEach, describe, expect, test} from 'vitest'
import {isPublic, requestFor} from './request.ts'
import {askUrl} from './url.ts'

const servers: Server[] = []
const sockets = new Set<Socket>()
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  for (const socket of sockets) socket.destroy()
})

/** The port of a server on this machine. */
async function listening(server: Server | HttpServer): Promise<number> {
  servers.push(server)
  server.on('connection', (socket: Socket) => void sockets.add(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
const NOW = '2026-01-01T00:00:00Z'
const ask = (url: string, request = requestFor(true), timeoutMs = 5000): ReturnType<typeof askUrl> =>
  askUrl(url, {request, timeoutMs, now: NOW})
/** A resolver that gives these answers, one a time it is asked. */
function resolver(...answers: readonly (readonly string[])[]): {readonly lookup: typeof systemLookup; asked: number} {
  const state = {
    asked: 0,
    lookup: ((_host: string, _options: object, done: (error: null, found: object[]) => void) => {
      const found = answers[Math.min(state.asked++, answers.length - 1)] as readonly string[]
      done(
        null,
        found.map((address) => ({address, family: address.includes(':') ? 6 : 4})),
      )
    }) as unknown as typeof systemLookup,
  }
  return state
}

test('an answer is its status; a redirect is an answer, and nobody goes where it leads', async () => {
  const asked: string[] = []
  const port = await listening(
    createServer(({url = ''}, answer) => {
      asked.push(url)
      if (url === '/there') return answer.writeHead(302, {location: '/elsewhere'}).end()
      return answer.writeHead(204).end()
    }),
  )
  expect(await ask(`http://127.0.0.1:${port}/`)).toEqual({url: `http://127.0.0.1:${port}/`, status: 204, reason: null, at: NOW})
  expect(await ask(`http://localhost:${port}/there`)).toMatchObject({status: 302})
  expect(asked).toEqual(['/', '/there'])
})

test('an answer without end is cut off, one that drips is not waited for, and one that is none is said', async () => {
  let written = 0
  const endless = await listening(
    createServer((_, answer) => {
      const chunk = Buffer.alloc(1 << 16)
      const more = (): void => void (written++ < 10_000 && answer.write(chunk, (error) => (error == null ? more() : undefined)))
      answer.writeHead(200)
      more()
    }),
  )
  expect(await ask(`http://127.0.0.1:${endless}/`)).toMatchObject({status: 200})
  expect(written).toBeLessThan(1000)
  const drip = await listening(
    createTcpServer((socket) => {
      const timer = setInterval(() => socket.write('H'), 20)
      socket.on('error', () => undefined).on('close', () => clearInterval(timer))
    }),
  )
  const header = await listening(
    createTcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-more: 1\r\n'), 20)
      socket.on('error', () => undefined).on('close', () => clearInterval(timer))
    }),
  )
  expect(await ask(`http://127.0.0.1:${drip}/`, requestFor(true), 300)).toMatchObject({status: null})
  expect(await ask(`http://127.0.0.1:${header}/`, requestFor(true), 300)).toMatchObject({status: null, reason: 'none within 0.3 s'})
  const large = await listening(
    createTcpServer((socket) => void socket.on('error', () => undefined).write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1_000_000)}\r\n\r\n`)),
  )
  expect(await ask(`http://127.0.0.1:${large}/`)).toMatchObject({status: null, reason: 'HPE_HEADER_OVERFLOW'})
  expect(await ask('http://127.0.0.1:1/')).toMatchObject({status: null, reason: 'ECONNREFUSED'})
  expect(await ask('http://no-such-host.invalid/', requestFor(false))).toMatchObject({status: null})
})

describe('addresses of private networks', () => {
  test.each([
    'http://localhost/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[2002:7f00:1::]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('%s is not asked unless that is allowed', async (url) => {
    expect(await ask(url, requestFor(false))).toMatchObject({
      status: null,
      reason: expect.stringContaining('is in a private network, which is asked only when that is allowed') as string,
    })
  })

  test('public ones are', () => {
    for (const address of ['8.8.8.8', '93.184.216.34', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])
      expect(isPublic(address)).toBe(true)
  })

  test('a name that leads to one is refused, also when only one of its addresses is private', async () => {
    for (const answer of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::1'], ['::ffff:10.0.0.1']]) {
      const {lookup} = resolver(answer)
      expect(await ask('http://plan.example/', requestFor(false, lookup))).toMatchObject({
        reason: expect.stringContaining('plan.example is in a private network') as string,
      })
    }
  })

  test('a name is asked once: what was checked is what is connected to', async () => {
    let reached = false
    const port = await listening(createServer((_, answer) => ((reached = true), answer.end())))
    const rebinding = resolver(['2000::1'], ['127.0.0.1'])
    await ask(`http://plan.example:${port}/`, requestFor(false, rebinding.lookup), 300)
    expect([rebinding.asked, reached]).toEqual([1, false])
  })
})
