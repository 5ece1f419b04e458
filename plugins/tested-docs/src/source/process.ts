import {type ChildProcess, spawn, type SpawnOptions} from 'node:child_process'
import {readdirSync, readFileSync, readlinkSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'

/** Who a process runs as; null is whoever started us. */
export interface User {
  readonly uid: number
  readonly gid: number
}

export interface Ended {
  readonly status: number
  readonly output: string
}

/** The user for services and commands: PostgreSQL refuses to run as root, and a page should not need root, so root steps down to nobody. */
export const unprivileged = (): User | null => {
  if (process.getuid?.() !== 0) return null
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':')
  return entry === undefined ? {uid: 65534, gid: 65534} : {uid: Number(entry[2]), gid: Number(entry[3])}
}

/** Runs a command to its end; standard output and error in one text. */
export const run = (
  command: string,
  args: readonly string[],
  options: SpawnOptions & {input?: string; user?: User | null; limitSeconds?: number} = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const {input, user, limitSeconds = 60, ...rest} = options
    const child = spawn(command, args, {...rest, ...(user ?? {}), stdio: ['pipe', 'pipe', 'pipe']})
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stdin?.on('error', () => {}).end(input ?? '')
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      // A process that it started may hold its output open.
      child.stdout?.destroy()
      child.stderr?.destroy()
    }, limitSeconds * 1000)
    child.on('error', (error) => (clearTimeout(timer), resolve({status: 127, output: error.message})))
    child.on('close', (status) => (clearTimeout(timer), resolve({status: status ?? 128, output})))
  })

/** Starts a server. It dies with us even when we are killed: the kernel sends it `dying` then. */
export const serve = (
  command: string,
  args: readonly string[],
  options: SpawnOptions & {user: User | null; dying: 'INT' | 'TERM'},
): ChildProcess => {
  const {user, dying, ...rest} = options
  const child = spawn('setpriv', ['--pdeathsig', dying, command, ...args], {...rest, ...(user ?? {}), detached: true})
  child.on('error', () => {})
  return child
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended meanwhile.
  }
}

/** Asks processes to end, waits, and ends those that do not. */
export const stop = async (pids: readonly number[], ask: NodeJS.Signals, graceSeconds: number): Promise<void> => {
  for (const pid of pids) signal(pid, ask)
  const until = Date.now() + graceSeconds * 1000
  while (Date.now() < until && pids.some(isAlive)) await sleep(25)
  for (const pid of pids) if (isAlive(pid)) signal(pid, 'SIGKILL')
  while (Date.now() < until + 2000 && pids.some(isAlive)) await sleep(10)
}

/** Every process that works in `folder`, was started with it on its command line, or inherited `mark` in its environment: daemons too. */
export const stragglers = (folder: string, mark: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => belongs(pid, folder, mark))

const belongs = (pid: number, folder: string, mark: string): boolean => {
  const inside = (path: string): boolean => path === folder || path.startsWith(`${folder}/`)
  const tries = [
    () => inside(readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '')),
    () =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        .split('\0')
        .some((word) => inside(word)),
    () => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark),
  ]
  return (
    isAlive(pid) &&
    tries.some((attempt) => {
      try {
        return attempt()
      } catch {
        return false
      }
    })
  )
}
