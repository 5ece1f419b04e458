import {createHash} from 'node:crypto'

/** Bytes of a name that leave room for what stands behind it: file systems allow 255. */
const ROOM = 140

/** The hidden name of what belongs to a file and stands beside it, such as a lock: something goes behind it. A name too long for that is cut, and has a hash in place of its end. */
export function hiddenName(base: string): string {
  if (Buffer.byteLength(base) <= ROOM) return `.${base}`
  const hash = createHash('sha256').update(base).digest('hex').slice(0, 16)
  return `.${Buffer.from(base)
    .subarray(0, ROOM - 17)
    .toString('utf8')
    .replace(/\uFFFD$/, '')}~${hash}`
}
