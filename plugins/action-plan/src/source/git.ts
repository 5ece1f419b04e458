// The one door to git.
import {execFile, spawn} from 'node:child_process'
import {realpathSync} from 'node:fs'
import {promisify} from 'node:util'

const run = promisify(execFile)
/** Nothing of a user's or a server's settings changes what is read, and a file's name is no pattern. */
const SETTINGS = [
  '--literal-pathspecs',
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'log.showRoot=true',
  '-c',
  'i18n.logOutputEncoding=UTF-8',
  '-c',
  'diff.orderFile=/dev/null',
  '-c',
  'diff.renames=true',
  '-c',
  'diff.renameLimit=1000',
  '-c',
  'core.fsmonitor=false',
] as const

/** Inside of a hook git names the repository of the hook and its index: a plan belongs to the repository around it. */
const HOOK = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|PREFIX|NAMESPACE|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/

/** What git finds out by itself, and messages in English. It asks nobody for a password: no one is there to answer. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !HOOK.test(name))),
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
})

/** How git is run where it asks another machine. */
export interface GitRun {
  /** What it reads. */
  readonly input?: string
  readonly timeoutMs?: number
  readonly env?: Readonly<Record<string, string>>
}

/** What git says in a folder. Fails with `Refused` when it refuses. */
export async function answerOf(folder: string, args: readonly string[], {input, timeoutMs = 0, env = {}}: GitRun = {}): Promise<string> {
  const options = {maxBuffer: 1 << 29, windowsHide: true, timeout: timeoutMs, env: {...environment(), ...env}}
  try {
    const running = run('git', ['-C', folder, ...SETTINGS, ...args], options)
    if (input !== undefined) running.child.stdin?.on('error', () => undefined).end(input)
    return (await running).stdout
  } catch (error) {
    const {code, stderr = '', message, killed} = error as NodeJS.ErrnoException & {readonly stderr?: string; readonly killed?: boolean}
    if (code === 'ENOENT') throw new NoGit()
    throw new Refused(killed === true ? `no answer within ${timeoutMs / 1000} s` : (reasonIn(stderr) ?? message))
  }
}

/** The same; null when it refuses: no repository, no such commit. */
export async function git(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    return await answerOf(folder, args)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** What git says last of why it stops, without the folders of this machine and without passwords: it is published with the plan. */
const reasonIn = (stderr: string): string | undefined =>
  /^(?:fatal|error): (.+)/m
    .exec(stderr)?.[1]
    ?.replace(/\/\/[^/@\s]*@/g, '//')
    .replace(/(?: (?:at|in|from))? ?(?:'\/[^']*'|"\/[^"]*"|\/\S+)/g, '')
    .replace(/(?<![:\s])[:\s]+$/, '')
    .trim()

/** A link to a file is followed: git knows the file, not the link. */
export function follow(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

/** There is no git to ask. */
export class NoGit extends Error {}

/** Git does not do what it is asked for; the message is its reason. */
export class Refused extends Error {}

/** Contents that git cannot give, in words a user can act on. */
export class Missing extends Error {}

const incomplete = (given: number, asked: number): Missing =>
  new Missing(
    `git gave only ${given} of the ${asked} contents asked for: the clone is partial and its remote does not answer, or the repository is damaged`,
  )

/** The contents of blobs in the order of their names, through one process. `git cat-file --batch` answers `<name> blob <size>`, a newline, the bytes, a newline. */
export function readBlobs(folder: string, names: readonly string[], use: (name: string, bytes: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = environment()
    const child = spawn('git', ['-C', folder, 'cat-file', '--batch', '--buffer'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      env,
    })
    let rest: Buffer[] = []
    let size = 0
    let wanted: {readonly name: string; readonly bytes: number} | null = null
    let answered = 0
    const take = (length: number): Buffer => {
      const all = rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest)
      rest = all.length > length ? [all.subarray(length)] : []
      size -= length
      return all.subarray(0, length)
    }
    const step = (): boolean => {
      if (wanted === null) {
        const all = rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest)
        rest = all.length === 0 ? [] : [all]
        const end = all.indexOf(10)
        if (end === -1) return false
        const [name = '', kind, length] = take(end + 1)
          .toString('utf8')
          .trim()
          .split(' ')
        if (kind !== 'blob')
          throw new Missing(`git does not have the content ${name}: the repository is damaged or partly cloned (git fetch --refetch)`)
        wanted = {name, bytes: Number(length)}
      }
      if (size < wanted.bytes + 1) return false
      const bytes = take(wanted.bytes + 1).subarray(0, wanted.bytes)
      use(wanted.name, bytes)
      wanted = null
      answered++
      return true
    }
    const fail = (error: unknown): void => {
      child.kill()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    child.on('error', fail)
    // A git that ends early is told of below, by what it gave.
    child.stdin.on('error', () => undefined)
    child.stdout.on('data', (chunk: Buffer) => {
      rest.push(chunk)
      size += chunk.length
      try {
        while (step());
      } catch (error) {
        fail(error)
      }
    })
    child.on('close', () => (answered === names.length ? resolve() : reject(incomplete(answered, names.length))))
    // All at once: git waits when what it gave was not taken, so it reads while this parses, and neither fills the memory.
    child.stdin.end(names.map((name) => `${name}\n`).join(''))
  })
}
