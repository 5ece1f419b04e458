import {access, constants, open, readdir, readFile, realpath, rm, stat, type FileHandle} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {hiddenName} from 'build-kit/beside'
import {takeLock, type Holder} from 'build-kit/lock'
import {isSystemError, systemReason} from 'build-kit/system-error'
import {UserError} from 'build-kit/user-error'
import {flushFolder, writeAtomic} from 'build-kit/write-atomic'
import {applied, copyPath, isHalf, isOneOf, readCopyName, type Splice} from './copy-beside.ts'

/** How long to wait for another change of the file, when always the same process holds it. */
const PATIENCE = 30_000
const NOTHING = 'nothing was written'

/**
 * Changes a file where it stands, so that owner, mode, attributes and every name of it stay. One change at a time; refuses when someone else changed
 * the file meanwhile. `change` gives the new bytes, or null for none. `say` is told what takes long, and what a stopped run left.
 */
export async function editInPlace(
  path: string,
  change: (bytes: Uint8Array) => Uint8Array | null,
  say: (line: string) => void = () => undefined,
  patience = PATIENCE,
): Promise<void> {
  const file = await realpath(path).catch(() => path)
  try {
    await access(file, constants.R_OK | constants.W_OK)
    const onWait = ({pid, host}: Holder): void => say(`${path}: waiting for process ${pid} on ${host}, which changes it`)
    const lock = await takeLock(join(dirname(file), `${hiddenName(basename(file))}.lock`), {
      what: `changes ${path}`,
      patience,
      onWait,
    }).catch(inFolder(file))
    try {
      const handle = await open(file, 'r+')
      try {
        await recover(handle, file, path, say)
        const before = await bytesOf(handle)
        const after = change(before)
        if (after === null) return
        if (!lock.held() || !(await isAt(handle, file)) || !before.equals(await bytesOf(handle)))
          throw new UserError(`${path}: changed by someone else while it was read; ${NOTHING} (run the command again)`)
        await write(handle, file, before, after)
      } finally {
        await handle.close()
      }
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new UserError(`${path}: cannot be changed: ${systemReason(error)}; ${NOTHING}`)
  }
}

/** The lock and the copy stand beside the file: what is wrong with the folder is said of the folder. */
const inFolder =
  (file: string) =>
  (error: unknown): never => {
    if (!isSystemError(error)) throw error
    throw new UserError(
      `${file}: cannot be changed: its folder ${dirname(file)} cannot be written to: ${systemReason(error, {EACCES: 'allow writing to the folder: the lock of the file stands there'})}; ${NOTHING}`,
    )
  }

/** One byte is written or not. For more, a copy stands beside the file until all are: the next run finds it when this one is stopped. */
async function write(handle: FileHandle, file: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const splice = spliceOf(before, after)
  const copy = before.length === after.length && splice.removed <= 1 ? null : copyPath(file, splice)
  if (copy !== null) await writeAtomic(copy, before)
  try {
    await put(handle, after, splice.from)
  } catch (error) {
    await put(handle, before, splice.from)
    throw error
  } finally {
    if (copy !== null && isOneOf(await bytesOf(handle), [before, after])) await remove(copy)
  }
}

/** Writes the bytes from a position on; what the texts share before it is not touched. */
async function put(handle: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  const until = bytes.length === (await handle.stat()).size ? lastDifference(await bytesOf(handle), bytes) : bytes.length
  for (let at = from; at < until;) at += (await handle.write(bytes, at, until - at, at)).bytesWritten
  await handle.truncate(bytes.length)
  await handle.sync()
}

/** Ends what a stopped run began. The text of the file is then the one before the change or the one after it. */
async function recover(handle: FileHandle, file: string, path: string, say: (line: string) => void): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const splice = readCopyName(file, name)
    if (splice === null) continue
    const copy = join(dirname(file), name)
    const before = await readFile(copy)
    const after = applied(before, splice)
    const now = await bytesOf(handle)
    if (!isOneOf(now, [before, after])) {
      if (!isHalf(now, before, after))
        throw new UserError(
          `${path}: a run was stopped while it changed the file, and the file was edited since; ${NOTHING} (compare it with ${copy}, which holds the text before, and delete that copy)`,
        )
      await put(handle, before, splice.from)
      say(`${path}: a run was stopped while it changed the file; the text before it is back`)
    }
    await remove(copy)
  }
}

function spliceOf(before: Uint8Array, after: Uint8Array): Splice {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return {from, removed: before.length - from - tail, inserted: after.subarray(from, after.length - tail)}
}

/** Where two texts of one length are the same to the end. */
function lastDifference(one: Uint8Array, other: Uint8Array): number {
  let end = one.length
  while (end > 0 && one[end - 1] === other[end - 1]) end--
  return end
}

/** All bytes of an open file, wherever it was read before. */
async function bytesOf(handle: FileHandle): Promise<Buffer> {
  const bytes = Buffer.alloc((await handle.stat()).size)
  let at = 0
  while (at < bytes.length) {
    const {bytesRead} = await handle.read(bytes, at, bytes.length - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

async function isAt(handle: FileHandle, file: string): Promise<boolean> {
  const [open, there] = await Promise.all([handle.stat(), stat(file).catch(() => null)])
  return there !== null && there.ino === open.ino && there.dev === open.dev
}

async function remove(copy: string): Promise<void> {
  await rm(copy, {force: true})
  await flushFolder(dirname(copy))
}
