import type {FetchCause} from '../model/cause.ts'
import type {Status} from '../model/status.ts'
import {validateStatus} from './validate-status.ts'

/** What came of asking for `status.json`. */
export type Answer =
  | {readonly kind: 'status'; readonly status: Status}
  | {
      readonly kind: 'failed'
      readonly cause: FetchCause
      /** Milliseconds that the server asked to wait; null when it did not. */
      readonly wait: number | null
      /** There is no such file: asking again soon is no use. */
      readonly gone: boolean
    }

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 10_000
/** The most that is read of one, in bytes: a plan of a hundred thousand tasks stays below. */
const LIMIT = 24_000_000

const failed = (cause: FetchCause, wait: number | null = null, gone = false): Answer => ({kind: 'failed', cause, wait, gone})

/** Asks once, and says what came of it; never throws. An unchanged file costs a 304: the browser revalidates its copy. */
export async function fetchStatus(url: string, now: () => number): Promise<Answer> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), TIMEOUT)
  let read = false
  try {
    const response = await fetch(url, {cache: 'no-cache', signal: stop.signal})
    if (!response.ok) {
      void response.body?.cancel()
      return failed(
        {code: 'answered', facts: {status: response.status}},
        waitOf(response.headers.get('retry-after'), now()),
        /404|410/.test(`${response.status}`),
      )
    }
    const type = response.headers.get('content-type') ?? 'no type'
    if (!/\bjson\b/i.test(type)) {
      void response.body?.cancel()
      return failed({code: 'wrong-type', facts: {type: type.split(';')[0] ?? ''}})
    }
    read = true
    const text = await bounded(response)
    if (text === null) return failed({code: 'too-large', facts: {megabytes: LIMIT / 1_000_000}})
    const found = validateStatus(JSON.parse(text), now())
    return 'status' in found ? {kind: 'status', status: found.status} : failed({code: 'invalid', facts: {reason: found.reason}})
  } catch (error) {
    if (stop.signal.aborted) return failed({code: 'timeout', facts: {seconds: TIMEOUT / 1000}})
    if (error instanceof SyntaxError) return failed({code: 'incomplete', facts: {}})
    return failed({code: read ? 'broken' : 'unreachable', facts: {}})
  } finally {
    clearTimeout(timer)
  }
}

/** The text of an answer; null when it is too large. */
async function bounded(response: Response): Promise<string | null> {
  const reader = response.body?.getReader()
  if (reader === undefined) return response.text()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ;) {
    const {done, value} = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > LIMIT) {
      void reader.cancel()
      return null
    }
    text += decoder.decode(value, {stream: true})
  }
}

/** `Retry-After`: seconds, or a date. */
function waitOf(header: string | null, now: number): number | null {
  if (header === null) return null
  const wait = /^\s*\d+\s*$/.test(header) ? 1000 * Number(header) : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}
