import {readdirSync, readFileSync, realpathSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {hiddenName} from 'build-kit/beside'

/** Bytes that are replaced: the text `before` is the same as `after` but for `removed` bytes at `from`, where `inserted` comes. */
export interface Splice {
  readonly from: number
  readonly removed: number
  readonly inserted: Uint8Array
}

/** Where the text before a change stands until all of the change is written. The name says what is to be changed in it. */
export function copyPath(file: string, {from, removed, inserted}: Splice): string {
  return join(dirname(file), `${hiddenName(basename(file))}.before-${from}-${removed}-${Buffer.from(inserted).toString('hex')}`)
}

/** What the name of such a copy says; null for any other file. */
export function readCopyName(file: string, name: string): Splice | null {
  const prefix = `${hiddenName(basename(file))}.before-`
  const [, from, removed, inserted = ''] =
    /^(\d+)-(\d+)-((?:[0-9a-f]{2})*)$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? []
  return from === undefined ? null : {from: Number(from), removed: Number(removed), inserted: Buffer.from(inserted, 'hex')}
}

/** The text after a change. */
export function applied(before: Uint8Array, {from, removed, inserted}: Splice): Buffer {
  return Buffer.concat([before.subarray(0, from), inserted, before.subarray(from + removed)])
}

/** Whether a file is one of the texts, byte for byte. */
export const isOneOf = (bytes: Uint8Array, texts: readonly Uint8Array[]): boolean => texts.some((text) => Buffer.compare(text, bytes) === 0)

/** Whether a file was written in part: each byte is the old one or the new one. */
export const isHalf = (now: Uint8Array, before: Uint8Array, after: Uint8Array): boolean =>
  [before.length, after.length].includes(now.length) && now.every((byte, at) => byte === before[at] || byte === after[at])

/** The bytes of a file as a reader is to see them: while a change is written, and when that was stopped, those before it. */
export function readWhole(path: string): Buffer {
  const bytes = readFileSync(path)
  try {
    const file = realpathSync(path)
    for (const name of readdirSync(dirname(file))) {
      const splice = readCopyName(file, name)
      if (splice === null) continue
      const before = readFileSync(join(dirname(file), name))
      const after = applied(before, splice)
      if (!isOneOf(bytes, [before, after]) && isHalf(bytes, before, after)) return before
    }
    return bytes
  } catch {
    // A copy that is gone again: all is written now. A folder that cannot be listed holds no copy that we could know of.
    return readFileSync(path)
  }
}
