import {randomBytes} from 'node:crypto'
import {UserError} from 'build-kit/user-error'
import {dateIn} from '../model/date.ts'
import type {Plan} from '../model/plan.ts'
import {TOKEN_HEADER, type TickOrder} from '../model/tick.ts'
import type {NumberedTask} from '../load/tick.ts'
import {runTime} from '../source/clock.ts'

/** A request to the development server, as far as ticking looks at it. */
export interface TickRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly socket: {readonly remoteAddress?: string | undefined}
}
/** How it is answered. */
export interface TickResponse {
  statusCode: number
  setHeader(name: string, value: string): void
  end(body: string): void
}

/** Longer than the longest line that anybody ticks. */
const LONGEST_BODY = 100_000
/** This computer as a client, and as a host that a browser names: a name of another domain may lead here, too. */
const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/
const LOCAL = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i

/**
 * Lets a page of this development server tick a task of the plan. GET gives a token, which POST has to bring back. `file` is the plan,
 * `shown` how people are shown it.
 */
export function tickServer(
  file: string,
  shown: string,
  token: string = randomBytes(16).toString('hex'),
): (request: TickRequest, response: TickResponse) => Promise<void> {
  const answer = async (request: TickRequest): Promise<readonly [status: number, body: object]> => {
    const refused = tickRefusal(request, token)
    if (refused !== null) return [403, {message: `${refused}; nothing was written (or use: npx action-plan tick)`}]
    if (request.method === 'GET') return [200, {token}]
    const order = await readOrder(request)
    if (order === null) return [400, {message: 'this is no task to tick; nothing was written (reload the page)'}]
    // Loaded when it is first needed: most people tick in their editor.
    const {tickTask} = await import('../load/tick.ts')
    const today = (timeZone: string): string => dateIn(timeZone, runTime())
    return [200, {message: await tickTask(file, {shown, find: (plan) => taskAt(plan, order, shown), tick: order.tick, today})}]
  }
  return async (request, response) => {
    const [status, body] = await answer(request).catch((error: unknown): readonly [number, object] => [
      error instanceof UserError ? 409 : 500,
      {message: error instanceof Error ? error.message : String(error)},
    ])
    response.statusCode = status
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.end(JSON.stringify(body))
  }
}

/**
 * Why a request may neither change the plan nor know the token; null when it may. Docusaurus' server answers every host name, and lets every site read
 * its answers: a page from elsewhere, which somebody has open beside this one, must not be able to tick.
 */
export function tickRefusal({method, headers, socket}: Pick<TickRequest, 'method' | 'headers' | 'socket'>, token: string): string | null {
  const host = String(headers['host'] ?? '')
  if (!LOOPBACK.test(socket.remoteAddress ?? '')) return 'only a browser on the computer of the development server may tick'
  if (!LOCAL.test(host)) return `a page of ${host === '' ? 'no host' : host} may not tick, expected localhost`
  if (headers['sec-fetch-site'] !== 'same-origin') return 'only a page of this server may tick'
  if (method === 'GET') return null
  if (method !== 'POST') return `${method ?? 'this method'} ticks nothing, expected POST`
  if (![`http://${host}`, `https://${host}`].includes(String(headers['origin']))) return 'only a page of this server may tick'
  if (headers[TOKEN_HEADER] !== token) return 'the page was loaded from another run of the server: reload it'
  return null
}

async function readOrder(request: TickRequest): Promise<TickOrder | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    // Read to its end, so that the connection serves the next request.
    if (size <= LONGEST_BODY) parts.push(part)
  }
  if (size > LONGEST_BODY) return null
  try {
    const {line, column, text, mark, tick} = JSON.parse(Buffer.concat(parts).toString()) as Partial<TickOrder>
    return typeof line === 'number' &&
      typeof column === 'number' &&
      typeof text === 'string' &&
      mark !== undefined &&
      typeof tick === 'boolean'
      ? {line, column, text, mark, tick}
      : null
  } catch {
    return null
  }
}

/** The task that a page shows, where it stands on disk. */
function taskAt(plan: Plan, {line, column, text, mark}: TickOrder, shown: string): NumberedTask {
  for (const item of plan.sections.flatMap(({items}) => items)) {
    const at = item.tasks.findIndex((task) => task.line === line && task.column === column)
    const task = item.tasks[at]
    if (task !== undefined && task.text === text && task.mark === mark) return {item, task, number: at + 1}
  }
  throw new UserError(
    `${shown}:${line}:${column}: expected the task "${text}" (${mark}) as the page shows it, but the file has changed; nothing was written (wait for the page to follow the file, or reload it)`,
  )
}
