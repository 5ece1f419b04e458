import type {UrlAnswer} from '../model/evidence-file.ts'
import type {Request} from './request.ts'

/** What asking an address needs: given by the edge that allows it. */
export interface Web {
  readonly request: Request
  readonly timeoutMs: number
  readonly now: string
}

/** How long an address may take to answer. */
export const URL_TIMEOUT = 10_000

/** Asks an address once. A redirect is an answer and is not followed; the body is not read. */
export async function askUrl(url: string, {request, timeoutMs, now}: Web): Promise<UrlAnswer> {
  try {
    return {url, status: await request(url, AbortSignal.timeout(timeoutMs)), reason: null, at: now}
  } catch (error) {
    return {url, status: null, reason: reasonOf(error, timeoutMs), at: now}
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const {name, code, message} = error as {name?: string; message?: string; code?: string}
  if (name === 'TimeoutError' || name === 'AbortError') return `none within ${timeoutMs / 1000} s`
  return code ?? message ?? 'unknown reason'
}
