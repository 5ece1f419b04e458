import {chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isAlive, run, stop, stragglers, unprivileged, type User} from './process.ts'

const PREFIX = 'tested-docs-'

/** The shells that pages are pasted into. */
export const SHELLS = ['bash', 'zsh'] as const
export type ShellName = (typeof SHELLS)[number]

/** A fresh place for one page: its home, its work folder, its services; and everything that must be undone after it. */
export interface Sandbox {
  readonly folder: string
  readonly work: string
  readonly home: string
  readonly services: string
  readonly output: string
  readonly user: User | null
  /** What the reader has. */
  readonly shell: ShellName
  /** What a process of this page has in its environment, as `NAME=value`. */
  readonly mark: string
  readonly env: Record<string, string>
  /** Called in reverse order. */
  readonly undo: (() => Promise<void>)[]
}

const open = new Set<Sandbox>()

export const openSandbox = (id: string, base: Readonly<Record<string, string>>, shell: ShellName = 'bash'): Sandbox => {
  const user = unprivileged()
  // The name tells whose it is: a folder whose owner is gone is swept by the next run. It is short, for the names of Unix sockets are limited.
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const [work, home, services, output] = ['work', 'home', 'services', 'output'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  for (const path of [work, home, services, output, join(folder, 'tmp')]) mkdirSync(path)
  if (user !== null) for (const path of [folder, work, home, services, output, join(folder, 'tmp')]) chownSync(path, user.uid, user.gid)
  const env = {...base, HOME: home, TMPDIR: join(folder, 'tmp'), PSQLRC: '/dev/null', PSQL_HISTORY: '/dev/null', TESTED_DOCS: folder}
  const sandbox: Sandbox = {folder, work, home, services, output, user, shell, mark: `TESTED_DOCS=${folder}`, env, undo: []}
  open.add(sandbox)
  return sandbox
}

/** Undoes everything, whatever went wrong; returns what it could not undo. */
export const closeSandbox = async (sandbox: Sandbox): Promise<string[]> => {
  if (!open.delete(sandbox)) return []
  const left: string[] = []
  for (const undo of sandbox.undo.splice(0).reverse()) await undo().catch((error: unknown) => void left.push(String(error)))
  await endStragglers(sandbox.folder)
  left.push(...stragglers(sandbox.folder, sandbox.mark).map((pid) => `process ${pid}`))
  rmSync(sandbox.folder, {recursive: true, force: true, maxRetries: 3})
  return left
}

/** Folders that serve more than one page. */
const shared = new Set<string>()

export const sharedFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  shared.add(folder)
  return folder
}

/** For the end of the program, planned or not. */
export const closeAll = async (): Promise<void> => {
  await Promise.all([...open].map(closeSandbox))
  for (const folder of shared) rmSync(folder, {recursive: true, force: true})
}

/** Removes what an earlier run left that was killed outright. */
export const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      await endStragglers(join(tmpdir(), name))
      rmSync(join(tmpdir(), name), {recursive: true, force: true})
    } catch {
      // It is another user's.
    }
  }
}

const endStragglers = async (folder: string): Promise<void> => {
  const segments = sharedMemory(join(folder, 'services'))
  // A server that is asked while its parent ends may start another: look again until there is none.
  for (let round = 0; round < 5; round++) {
    const pids = stragglers(folder, `TESTED_DOCS=${folder}`)
    if (pids.length === 0) break
    await stop(pids, 'SIGTERM', round === 0 ? 2 : 0)
  }
  for (const id of segments) await run('ipcrm', ['-m', id])
}

/** PostgreSQL names its System V segment in postmaster.pid; one that was killed outright leaves it. */
const sharedMemory = (services: string): string[] => {
  try {
    const lines = readFileSync(join(services, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
    const id = lines[6]?.trim().split(/\s+/)[1]
    return id === undefined ? [] : [id]
  } catch {
    return []
  }
}
