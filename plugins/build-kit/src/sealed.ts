import {createHash} from 'node:crypto'

const nameOf = (body: string): string => createHash('sha256').update(body).digest('hex')

/** Text that a later run reads again, with the digest of its bytes in the first line. */
export const sealed = (body: string): string => `${nameOf(body)}\n${body}`

/** What was sealed; null when its bytes are not those that were written. */
export function unsealed(text: string): string | null {
  const body = text.slice(text.indexOf('\n') + 1)
  return text === sealed(body) ? body : null
}
