// Counts what a run changes on the disk, and lets a fault happen at one of these steps. Import it before the code that is to be broken.
import {AsyncLocalStorage} from 'node:async_hooks'
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/**
 * What belongs to a run, also to its timers: `{steps: 0, at: 3, how: 'before' | 'after' | 'torn' | 'error' | 'full', code: 'ENOSPC', share: 0.5, die}`.
 * A run that was stopped changes nothing any more: its promises are never kept, and its calls throw.
 */
export const runs = new AsyncLocalStorage()

export class Death extends Error {}

/** Nothing of this run reaches the disk from here on. */
function die(run) {
  run.dead = true
  run.die?.()
  throw new Death()
}
const never = () => new Promise(() => undefined)

const ERRNO = {ENOSPC: -28, EIO: -5, EMFILE: -24, EACCES: -13, EROFS: -30, EDQUOT: -122}
const refusal = (code, name) => Object.assign(new Error(`${code}: injected, ${name}`), {code, errno: ERRNO[code], syscall: name})

/** What needs room on the disk; to rename and to delete needs none. */
const GROWS = /^(?:write|append|open|mkdir|mkdtemp|link|symlink|copyFile|cp|sync|fsync)/

/** The arguments of a call that writes only a part; null for a call that writes no data. `at` is the place of the data. */
function shortened(args, at, share) {
  const data = args[at]
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) return null
  const copy = [...args]
  copy[at] = data.slice(0, Math.floor(data.length * share))
  return copy
}

/** Where the data of a call stands; a write of a part of a buffer is shortened by its length. */
function part(name, isHandle, args, share) {
  if (/^(?:writeFile|appendFile)/.test(name)) return shortened(args, isHandle ? 0 : 1, share)
  if (!/^write/.test(name)) return null
  const index = isHandle ? 2 : 3
  if (typeof args[index] !== 'number') return shortened(args, isHandle ? 0 : 1, share)
  const copy = [...args]
  copy[index] = Math.floor(args[index] * share)
  return copy
}

function wrap(object, name, {mutates = () => true, isSync, isHandle = false}) {
  const original = object[name]
  const call = (self, args) => original.apply(self, args)
  object[name] = function (...args) {
    const run = runs.getStore()
    if (run === undefined || run.inside === true || !mutates(args)) return call(this, args)
    if (run.dead === true) {
      if (isSync) throw new Death()
      return never()
    }
    run.steps++
    const {at, how, code, share} = run
    if (how === 'full' ? run.steps < at || !GROWS.test(name) : run.steps !== at) return plainly(run, isSync, () => call(this, args))
    const fail = (error) => {
      if (isSync) throw error
      return Promise.reject(error)
    }
    if (how === 'error' || how === 'full') return fail(refusal(code, name.replace(/Sync$/, '')))
    const stop = () => {
      try {
        die(run)
      } catch (error) {
        if (isSync) throw error
        return never()
      }
    }
    if (how === 'before') return stop()
    const done = plainly(run, isSync, () => call(this, how === 'torn' ? (part(name, isHandle, args, share) ?? args) : args))
    return isSync ? stop() : done.then(stop, stop)
  }
}

/** A call that Node.js makes of others is one step. */
function plainly(run, isSync, work) {
  if (!isSync) return work()
  run.inside = true
  try {
    return work()
  } finally {
    run.inside = false
  }
}

/** An open that only reads changes nothing. */
const toWrite = ([, flags = 'r']) => (typeof flags === 'number' ? (flags & 3) !== 0 : flags !== 'r')
const NAMES = [
  'writeFile',
  'appendFile',
  'rename',
  'link',
  'symlink',
  'rm',
  'unlink',
  'mkdir',
  'truncate',
  'utimes',
  'chmod',
  'chown',
  'copyFile',
  'cp',
]
const handle = await fs.promises.open(process.execPath, 'r')
const handles = Object.getPrototypeOf(handle)
await handle.close()
for (const name of NAMES) {
  wrap(fs, `${name}Sync`, {isSync: true})
  wrap(fs.promises, name, {isSync: false})
}
for (const name of ['writeSync', 'ftruncateSync', 'fsyncSync', 'mkdtempSync']) wrap(fs, name, {isSync: true})
for (const name of ['write', 'writeFile', 'truncate', 'sync', 'chmod', 'chown', 'utimes'])
  wrap(handles, name, {isSync: false, isHandle: true})
wrap(fs, 'openSync', {isSync: true, mutates: toWrite})
wrap(fs.promises, 'open', {isSync: false, mutates: toWrite})
syncBuiltinESMExports()
