import {createHash} from 'node:crypto'
import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'

/** A process as others on its machine can recognise it. */
export interface ProcessId {
  readonly host: string
  readonly pid: number
  /** The start of the machine; null where the system does not say. */
  readonly boot: string | null
  /** The namespace that counts the process ids: containers of one machine have their own. */
  readonly space: string | null
  /** When it started, in ticks of the system: a number that is used again has another. */
  readonly started: string | null
}

/** Whether a process runs. `unknown`: it is on another machine, or in another container. */
export type Liveness = 'running' | 'ended' | 'unknown'

const orNull = (read: () => string): string | null => {
  try {
    return read()
  } catch {
    return null
  }
}
const boot = (): string | null => orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
const space = (): string | null => orNull(() => readlinkSync('/proc/self/ns/pid'))
/** The fields of `stat` from the third on: the second is a name in brackets, which may hold spaces. */
const fields = (pid: number): readonly string[] =>
  (orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '').replace(/^.*\) /s, '').split(' ')
const started = (pid: number): string | null => fields(pid)[19] ?? null

export const thisProcess = (): ProcessId => ({
  host: hostname(),
  pid: process.pid,
  boot: boot(),
  space: space(),
  started: started(process.pid),
})

/** Stands for this machine, or this container, in the name of a file. */
export const originName = (): string => createHash('sha256').update(`${hostname()}\n${space()}`).digest('hex').slice(0, 8)

export function liveness(other: ProcessId): Liveness {
  const own = thisProcess()
  if (other.host !== own.host) return 'unknown'
  if (other.boot !== null && own.boot !== null && other.boot !== own.boot) return 'ended'
  if (other.space !== own.space) return 'unknown'
  if (!isRunning(other.pid)) return 'ended'
  const now = started(other.pid)
  return other.started !== null && now !== null && other.started !== now ? 'ended' : 'running'
}

/** Whether a process with this number runs here. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that has ended stands in the table until its parent asks for its status.
    return fields(pid)[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
