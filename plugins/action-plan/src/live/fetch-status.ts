import type {FetchCause} from '../model/cause.ts'
import type {PlansIndex} from '../model/plans-index.ts'
import type {Status} from '../model/status.ts'
import {isIndexAddress} from '../model/other-plans.ts'
import {asIndexSummary, asSummary, isOfStatus, validateIndex} from './read-others.ts'
import {validateStatus} from './validate-status.ts'

/** What came of asking how a plan stands. */
export type Answer =
  | {
      readonly kind: 'status'
      readonly status: Status
      /** What names these numbers in `summary.json`; null when nothing does. */
      readonly digest: string | null
    }
  /** The numbers are those that the asker knows; `build` is the site that is served now. */
  | {readonly kind: 'same'; readonly digest: string; readonly build: string | null; readonly checkedAt: string | null}
  /** An index of many plans; `checkedAt` is when its repositories were asked. */
  | {readonly kind: 'index'; readonly index: PlansIndex; readonly digest: string | null; readonly checkedAt: string | null}
  | Failed

export interface Failed {
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

const failed = (cause: FetchCause, wait: number | null = null, gone = false): Failed => ({kind: 'failed', cause, wait, gone})

/**
 * Asks an address once for what it is the address of, a status or an index, and says what came of it; never throws. The summary is asked
 * for first: the file is read only when it holds other numbers than those of the digest `known`, or when there is no summary.
 */
export async function fetchNumbers(url: string, known: string | null, now: () => number): Promise<Answer> {
  try {
    return await (isIndexAddress(url) ? fetchIndex : fetchStatus)(url, known, now)
  } catch {
    // Nothing that is known of: who asked must hear of it all the same, and ask again.
    return failed({code: 'broken', facts: {}})
  }
}

async function fetchStatus(url: string, known: string | null, now: () => number): Promise<Answer> {
  const summary = await fetchJson(url.replace(/status\.json$/, 'summary.json'), now)
  // Not there, or a host that answers with a page instead: an older site, or files that something else writes.
  if (summary.kind === 'failed' && !summary.gone && summary.cause.code !== 'wrong-type') return summary
  const found = summary.kind === 'json' ? asSummary(summary.value) : null
  if (found !== null && found.digest === known) return {kind: 'same', digest: found.digest, build: found.site.build, checkedAt: null}
  const whole = await fetchJson(url, now)
  if (whole.kind === 'failed') return whole
  const checked = validateStatus(whole.value, now())
  if (!('status' in checked)) return failed({code: 'invalid', facts: {reason: checked.reason}})
  const {status} = checked
  return {kind: 'status', status, digest: found !== null && isOfStatus(found, status) ? found.digest : null}
}

/** The same of an index of many plans, which has a summary of its own. */
async function fetchIndex(url: string, known: string | null, now: () => number): Promise<Answer> {
  const summary = await fetchJson(url.replace(/json$/, 'summary.json'), now)
  if (summary.kind === 'failed' && !summary.gone && summary.cause.code !== 'wrong-type') return summary
  const found = summary.kind === 'json' ? asIndexSummary(summary.value) : null
  const checkedAt = found?.checkedAt ?? null
  if (found !== null && found.digest === known) return {kind: 'same', digest: known, build: null, checkedAt}
  const whole = await fetchJson(url, now)
  if (whole.kind === 'failed') return whole
  const checked = validateIndex(whole.value)
  if ('reason' in checked) return failed({code: 'invalid', facts: checked})
  return {kind: 'index', index: checked.index, digest: found?.digest ?? null, checkedAt}
}

/** A file of JSON as a value. An unchanged file costs a 304: the browser revalidates its copy. */
async function fetchJson(url: string, now: () => number): Promise<Failed | {readonly kind: 'json'; readonly value: unknown}> {
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
    return text === null ? failed({code: 'too-large', facts: {megabytes: LIMIT / 1_000_000}}) : {kind: 'json', value: JSON.parse(text)}
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
