// Not write-file-atomic: a run of it that is killed leaves files that nobody deletes, it flushes no folder, and its newest release
// needs a newer Node. Here several files also appear together or not at all when the disk is full.
import {randomBytes} from 'node:crypto'
import {mkdir, open, readdir, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {hiddenName} from './beside.ts'
import {isRunning, originName} from './process.ts'

export interface FileToWrite {
  readonly path: string
  readonly body: string | Uint8Array
}
export interface WriteOptions {
  /** Whether the bytes must survive a power failure. False for what can be made again. */
  readonly durable?: boolean
}

/** A temporary file of a process that cannot be asked whether it runs is left for this long. */
const KEPT_MS = 24 * 60 * 60 * 1000
const TEMPORARY = /^\..+\.([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/

/** Writes a file: a reader sees the old bytes or the new ones, never a part. Mode and owner of a file that is there stay, and so does a link to it. */
export async function writeAtomic(path: string, body: string | Uint8Array, options: WriteOptions = {}): Promise<void> {
  await writeAllAtomic([{path, body}], options)
}

/** Writes files: all under temporary names first, then each in its place, in this order. When one cannot be written, none is changed. */
export async function writeAllAtomic(files: readonly FileToWrite[], {durable = true}: WriteOptions = {}): Promise<void> {
  const written: {readonly temporary: string; readonly target: string}[] = []
  const folders = new Set<string>()
  try {
    for (const {path, body} of files) {
      const target = await realpath(path).catch(() => path)
      const temporary = join(
        dirname(target),
        `${hiddenName(basename(target))}.${originName()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`,
      )
      if (!folders.has(dirname(target))) {
        await mkdir(dirname(target), {recursive: true})
        await sweep(dirname(target))
        folders.add(dirname(target))
      }
      written.push({temporary, target})
      await writeNew(temporary, body, await stat(target).catch(() => null), durable)
    }
    for (const {temporary, target} of written) await rename(temporary, target)
  } catch (error) {
    for (const {temporary} of written) await rm(temporary, {force: true}).catch(() => undefined)
    throw error
  }
  if (durable) for (const folder of folders) await flushFolder(folder)
}

/** A new file with the mode and the owner of the one that it replaces. */
async function writeNew(
  path: string,
  body: string | Uint8Array,
  old: {mode: number; uid: number; gid: number} | null,
  durable: boolean,
): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(body)
    if (old !== null) {
      const made = await handle.stat()
      // Only root may give a file away; the mode comes after the owner, whose change clears bits of it.
      if (made.uid !== old.uid || made.gid !== old.gid) await handle.chown(old.uid, old.gid).catch(() => undefined)
      await handle.chmod(old.mode & 0o7777)
    }
    if (durable) await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes renames in a folder survive a power failure. Some systems open no folder; there the rename itself must do. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Deletes temporary files of runs that were killed. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, origin, pid] = TEMPORARY.exec(name) ?? []
    if (origin === undefined) continue
    const path = join(folder, name)
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now())
    if (age > KEPT_MS || (origin === originName() && !isRunning(Number(pid)))) await rm(path, {force: true})
  }
}
