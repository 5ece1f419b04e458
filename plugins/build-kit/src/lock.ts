// Not proper-lockfile: it tells a dead holder by the age of a folder. So a lock that a killed run left stops everybody for some seconds,
// one with a time in the future stops them for ever, and nobody is told whose it is.
import {createHash, randomBytes} from 'node:crypto'
import {closeSync, fstatSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {isRunning, liveness, thisProcess, type ProcessId} from './process.ts'
import {UserError} from './user-error.ts'

export interface Lock {
  /** False when another process took the lock away, because this one was silent for too long. */
  held(): boolean
  release(): void
}

/** Who holds a lock: the content of its file. */
export interface Holder extends ProcessId {
  readonly since: string
  readonly nonce: string
}

export interface LockOptions {
  /** What a holder does, for the message of who is refused: "publishes /srv/www". */
  readonly what: string
  /** How long to wait for a holder that stays the same, in milliseconds (default: 0). A new holder is progress, and the wait starts again. */
  readonly patience?: number
  /** Told once, when the wait becomes long. */
  readonly onWait?: (holder: Holder) => void
}

interface Found {
  readonly text: string
  /** Changes while the holder is there. */
  readonly beat: number
}

const BEAT_MS = 2_000
/** A holder on another machine that was not heard of for this long, while we watched, is dead. No clocks are compared. */
const SILENCE_MS = 15_000
const LONG_MS = 2_000
/** A file that is no holder's may be one that is being written, where the file system has no hard links. */
const GRACE_MS = 100

/** Takes the lock of a file's path. The lock of a process that has ended is taken over. */
export async function takeLock(path: string, {what, patience = 0, onWait}: LockOptions): Promise<Lock> {
  mkdirSync(dirname(path), {recursive: true})
  const text = JSON.stringify({...thisProcess(), since: new Date().toISOString(), nonce: randomBytes(8).toString('hex')} satisfies Holder)
  const started = performance.now()
  let [last, holderSince, beatSince, told, pause]: [Found | null, number, number, boolean, number] = [null, 0, 0, false, 10]
  while (!create(path, text)) {
    const found = read(path)
    if (found === null) {
      await sleep(1)
      continue
    }
    const now = performance.now()
    if (found.text !== last?.text) [holderSince, pause] = [now, 10]
    if (found.text !== last?.text || found.beat !== last.beat) beatSince = now
    last = found
    const holder = holderOf(found.text)
    const state = holder === null ? (now - holderSince >= GRACE_MS ? 'ended' : 'unknown') : liveness(holder)
    if (state === 'ended' || (holder !== null && state === 'unknown' && now - beatSince >= SILENCE_MS)) {
      takeAway(path, found.text)
      await sleep(1)
      continue
    }
    if (holder !== null && now - holderSince >= patience) throw new UserError(refusal(what, path, holder, state === 'unknown'))
    if (holder !== null && !told && now - started >= LONG_MS) {
      told = true
      onWait?.(holder)
    }
    // With chance in it, so that those who wait do not all come at the same moment.
    await sleep(pause * (0.5 + Math.random()))
    pause = Math.min(pause * 1.3, 100)
  }
  sweep(path)
  const held = (): boolean => {
    try {
      return read(path)?.text === text
    } catch {
      return false
    }
  }
  const beat = setInterval(() => held() && touch(path), BEAT_MS).unref()
  return {
    held,
    release() {
      clearInterval(beat)
      try {
        if (held()) rmSync(path, {force: true})
      } catch {
        // What was done is done: the lock of a process that has ended is taken over.
      }
    },
  }
}

/** A sign of life. When the disk refuses it, the work goes on: whoever takes the lock then is noticed by `held`. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The next sign may come through.
  }
}

/** A whole file where nothing is; false when something is there. */
function create(path: string, text: string): boolean {
  if (read(path) !== null) return false
  const whole = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.new`
  try {
    writeFileSync(whole, text)
    linkSync(whole, path)
    return true
  } catch (error) {
    const {code = '', syscall} = error as NodeJS.ErrnoException
    if (syscall !== 'link') throw error
    // A file system without hard links: the name is taken first, then written.
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) return createInPlace(path, text)
    if (code !== 'EEXIST' && code !== 'ENOENT') throw error
    return false
  } finally {
    rmSync(whole, {force: true})
  }
}

function createInPlace(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, {flag: 'wx'})
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Deletes the lock of a dead holder. The text of a lock is never used again, so a guard that is named after it lets one process at a time do that, and nobody deletes a newer lock. */
function takeAway(path: string, dead: string): void {
  const guard = `${path}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`
  const text = JSON.stringify({...thisProcess(), since: '', nonce: randomBytes(8).toString('hex')} satisfies Holder)
  if (create(guard, text)) {
    try {
      if (read(path)?.text === dead) rmSync(path, {force: true})
    } finally {
      rmSync(guard, {force: true})
    }
    return
  }
  const other = read(guard)
  if (other !== null && hasEnded(other.text)) takeAway(guard, other.text)
}

/** What processes left that were killed while they took a lock. */
function sweep(path: string): void {
  const prefix = `${basename(path)}.`
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue
    const left = join(dirname(path), name)
    const [, pid, guard] = /^(?:[0-9a-f]{16}\.)*(?:(\d+)-[0-9a-f]{8}\.new|([0-9a-f]{16}))$/.exec(name.slice(prefix.length)) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(left, {force: true})
    const text = guard === undefined ? undefined : read(left)?.text
    if (text !== undefined && hasEnded(text)) takeAway(left, text)
  }
}

function hasEnded(text: string): boolean {
  const holder = holderOf(text)
  return holder === null || liveness(holder) === 'ended'
}

function refusal(what: string, path: string, {pid, host, since}: Holder, elsewhere: boolean): string {
  const fix = elsewhere ? `wait for it; if it is gone, delete ${path}` : `wait for it, or stop it: kill ${pid}`
  return `another run ${what}: process ${pid} on ${host} since ${since} (${fix})`
}

function holderOf(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null
    if (typeof value?.host !== 'string' || !Number.isInteger(value.pid)) return null
    return {boot: null, space: null, started: null, since: '', nonce: '', ...value} as Holder
  } catch {
    return null
  }
}

/** Opened, and not only looked at: network file systems answer from memory otherwise. */
function read(path: string): Found | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return {text: readFileSync(file, 'utf8'), beat: fstatSync(file).mtimeMs}
  } finally {
    closeSync(file)
  }
}
