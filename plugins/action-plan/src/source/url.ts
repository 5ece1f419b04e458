import type {UrlAnswer} from '../model/evidence-file.ts'

/** What asking an address needs: given by the edge that allows it. */
export interface Web {
  readonly fetch: (
    url: string,
    init: {readonly method: string; readonly redirect: 'manual'; readonly signal: AbortSignal},
  ) => Promise<{
    readonly status: number
    readonly body: {cancel(): Promise<void>} | null
  }>
  readonly timeoutMs: number
  readonly now: string
}

/** How long an address may take to answer. */
export const URL_TIMEOUT = 10_000

/** Asks an address once. A redirect is an answer and is not followed; the body is not read. */
export async function askUrl(url: string, {fetch, timeoutMs, now}: Web): Promise<UrlAnswer> {
  try {
    const {status, body} = await fetch(url, {method: 'GET', redirect: 'manual', signal: AbortSignal.timeout(timeoutMs)})
    await body?.cancel()
    return {url, status, reason: null, at: now}
  } catch (error) {
    return {url, status: null, reason: reasonOf(error, timeoutMs), at: now}
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const {name, cause, message} = error as {name?: string; message?: string; cause?: {code?: string; message?: string}}
  if (name === 'TimeoutError' || name === 'AbortError') return `none within ${timeoutMs / 1000} s`
  return cause?.code ?? cause?.message ?? message ?? 'unknown reason'
}
