import {randomBytes} from 'node:crypto'
import {chmod, open, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import type {Place} from '../model/place.ts'
import {Unreadable} from './file.ts'

const [LINE_FEED, RETURN, OPENING, CLOSING] = [0x0a, 0x0d, 0x5b, 0x5d]

/** Where the mark of a box stands in a file's bytes, half-open; null when no box is at that place. `text` is how the bytes were read. */
export function markAt(bytes: Uint8Array, text: string, {line, column}: Place): {readonly from: number; readonly to: number} | null {
  const shown = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[line - 1] ?? ''
  if (shown[column - 1] !== '[') return null
  // Brackets and line ends are one byte and never part of another character, whatever stands around them: they are counted.
  let at = 0
  for (let left = line - 1; left > 0 && at < bytes.length; at++) {
    if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) continue
    if (bytes[at] === LINE_FEED || bytes[at] === RETURN) left--
  }
  const brackets = shown.slice(0, column - 1).split('[').length
  for (let seen = 0; at < bytes.length; at++) {
    if (bytes[at] === LINE_FEED || bytes[at] === RETURN) return null
    if (bytes[at] === OPENING && ++seen === brackets) break
  }
  const to = bytes.indexOf(CLOSING, at)
  const inside = bytes.subarray(at + 1, to)
  return to === -1 || inside.length === 0 || inside.includes(LINE_FEED) || inside.includes(RETURN) ? null : {from: at + 1, to}
}

/** Tries for a turn this often, and this long apart. */
const TRIES = 250
const PAUSE = 20

/** Changes a file through a temporary one beside it. `change` gives the new bytes, or null for none. One change at a time; refuses when someone else changed the file meanwhile. */
export async function changeFile(path: string, change: (bytes: Uint8Array) => Promise<Uint8Array | null>): Promise<void> {
  const file = await realpath(path).catch(() => path)
  const lock = join(dirname(file), `.${basename(file)}.lock`)
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  await take(lock, path)
  try {
    const before = await readFile(file)
    const after = await change(before)
    if (after === null) return
    const handle = await open(temporary, 'wx')
    await handle.writeFile(after)
    await handle.sync()
    await handle.close()
    await chmod(temporary, (await stat(file)).mode & 0o7777)
    const now = await readFile(file)
    if (!now.equals(before))
      throw new Unreadable(`${path}: changed by someone else while it was read; nothing was written (run the command again)`)
    await rename(temporary, file)
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new Unreadable(`${path}: cannot be changed: ${error.message} (nothing was written)`)
    throw error
  } finally {
    await rm(temporary, {force: true})
    await rm(lock, {force: true})
  }
}

/** Waits for its turn: the lock is a file that only one can create. */
async function take(lock: string, path: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await open(lock, 'wx')).close()
    } catch (error) {
      const {code, message} = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') throw new Unreadable(`${path}: cannot be changed: ${message} (allow writing to its folder)`)
      if (tries === TRIES)
        throw new Unreadable(
          `${path}: another change to it goes on for ${(TRIES * PAUSE) / 1000} s; nothing was written (if none does, delete ${lock})`,
        )
      await setTimeout(PAUSE)
    }
  }
}
