import {linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {Refused} from './refused.ts'

interface Holder {
  readonly host: string
  readonly pid: number
  readonly since: string
}

/** Holds a lock file until `release`. The lock of a process that has ended is taken over; that of another machine never is. */
export function takeLock(path: string, what: string, since: string): {readonly held: () => boolean; readonly release: () => void} {
  mkdirSync(dirname(path), {recursive: true})
  const own = `${path}.${process.pid}`
  const text = JSON.stringify({host: hostname(), pid: process.pid, since} satisfies Holder)
  writeFileSync(own, text)
  const held = (): boolean => textOf(path) === text
  try {
    while (!linked(own, path)) {
      const found = textOf(path)
      if (found !== null && !ended(found)) throw new Refused(message(what, path, found))
      if (found !== null) takeAway(path, found)
    }
  } finally {
    rmSync(own, {force: true})
  }
  sweep(path)
  return {held, release: () => void (held() && rmSync(path, {force: true}))}
}

/** A link is made only where nothing is, and the file is whole from the start. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Renamed first: when another process was quicker, what was taken away is not what was read, and goes back. */
function takeAway(path: string, found: string): void {
  const aside = `${path}.${process.pid}.old`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (textOf(aside) !== found) linked(aside, path)
  rmSync(aside, {force: true})
}

/** What processes left that were killed while they asked for the lock. */
function sweep(path: string): void {
  const left = new RegExp(`^${basename(path).replaceAll('.', '\\.')}\\.(\\d+)(?:\\.old)?$`)
  for (const name of readdirSync(dirname(path))) {
    const pid = left.exec(name)?.[1]
    if (pid !== undefined && !alive(Number(pid))) rmSync(join(dirname(path), name), {force: true})
  }
}

function ended(found: string): boolean {
  const holder = holderOf(found)
  if (holder === null) return true
  return holder.host === hostname() && !alive(holder.pid)
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function message(what: string, path: string, found: string): string {
  const holder = holderOf(found)
  return `another run ${what}: process ${holder?.pid} on ${holder?.host} since ${holder?.since} (wait for it; when it is gone, delete ${path})`
}

function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
