import {execFile, spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync, realpathSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {promisify} from 'node:util'
import type {Found, Past, Revision, Revisions, Unavailable} from '../model/history.ts'

const run = promisify(execFile)
/** Nothing of a user's or a server's settings changes what is read. */
const SETTINGS = [
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'diff.renames=true',
  '-c',
  'core.fsmonitor=false',
] as const

async function git(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await run('git', ['-C', folder, ...SETTINGS, ...args], {maxBuffer: 1 << 29, windowsHide: true})).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoGit()
    return null
  }
}
class NoGit extends Error {}

/** Content of the work tree, which git has no name for. */
export const ON_DISK = 'disk'

/** Every revision of a file on the first-parent line, renames followed, oldest first; last what is on disk, when it differs. */
export async function revisionsOf(file: string): Promise<Revisions | Unavailable> {
  try {
    return await listed(file)
  } catch (error) {
    if (error instanceof NoGit) return unavailable('git is not installed here', 'install git')
    throw error
  }
}

const unavailable = (reason: string, mend: string): Unavailable => ({state: 'unavailable', reason, mend})

const NO_REPOSITORY = unavailable('the plan is not in a git repository', 'put it under version control: git init, git add, git commit')

async function listed(file: string): Promise<Revisions | Unavailable> {
  const real = follow(file)
  const [folder, name] = [dirname(real), basename(real)]
  const [shallow, head] = await Promise.all([
    git(folder, ['rev-parse', '--is-shallow-repository']),
    git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']),
  ])
  if (shallow === null) return NO_REPOSITORY
  if (shallow.trim() === 'true')
    return unavailable('this is a shallow clone: older revisions are missing', 'fetch them: git fetch --unshallow (in CI: fetch-depth: 0)')
  if (head === null) return unavailable('the repository has no commits', 'commit the plan')
  const revisions = await walk(folder, name)
  if (revisions.length === 0) return unavailable('no commit holds the plan', 'commit the plan')
  const [state, prefix] = await Promise.all([
    git(folder, ['status', '--porcelain', '--untracked-files=normal', '--', name]),
    git(folder, ['rev-parse', '--show-prefix']),
  ])
  const uncommitted: Revision = {
    commit: null,
    at: null,
    author: null,
    subject: 'not committed',
    path: `${(prefix ?? '').trim()}${name}`,
    content: ON_DISK,
  }
  return {state: 'available', revisions: state === null || state.trim() === '' ? revisions : [...revisions, uncommitted]}
}

/** A link to the plan is followed: git knows the file, not the link. */
function follow(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

// Before each commit: a character that its subject may hold too, so the commit's name must follow.
const MARK = '%x01'
const COMMIT = /\u0001(?=[0-9a-f]{40,64}\0)/

/** A copy ends `--follow`, for then the history would be another file's: the walk goes on behind it with the plan's own name. */
async function walk(folder: string, name: string): Promise<readonly Revision[]> {
  const found: Revision[] = []
  let from = 'HEAD'
  const prefix = ((await git(folder, ['rev-parse', '--show-prefix'])) ?? '').trim()
  const top = ((await git(folder, ['rev-parse', '--show-toplevel'])) ?? folder).trim()
  let path = prefix + name
  for (;;) {
    const text = await git(top, [
      'log',
      from,
      '--first-parent',
      '--follow',
      '--raw',
      '--no-abbrev',
      '--diff-merges=first-parent',
      `--format=${MARK}%H%x00%cI%x00%an%x00%s%x00`,
      '-z',
      '--',
      path,
    ])
    if (text === null) return found.reverse()
    const part = text.split(COMMIT).flatMap((entry) => read(entry))
    const copied = part.findIndex(({status}) => status === 'C')
    found.push(...(copied === -1 ? part : part.slice(0, copied + 1)).map(({revision}) => revision))
    const last = found.at(-1)
    if (copied === -1 || last?.commit == null) return found.reverse()
    from = `${last.commit}^1`
    path = last.path
    if ((await git(top, ['rev-parse', '--verify', '--quiet', from])) === null) return found.reverse()
  }
}

/** One entry of `git log --raw -z`: the format's fields, then `:modes blobs status`, then one path, or two of a rename. */
function read(entry: string): readonly {readonly status: string; readonly revision: Revision}[] {
  const [commit, at, author, subject, ...rest] = entry.split('\0')
  const at0 = rest.findIndex((part) => part.trimStart().startsWith(':'))
  const raw = rest[at0]?.trim().split(' ')
  if (commit === undefined || at === undefined || raw === undefined) return []
  const [, , , blob, letter] = raw
  const status = (letter ?? '').slice(0, 1)
  const two = status === 'R' || status === 'C'
  const path = rest[at0 + (two ? 2 : 1)] ?? ''
  const gone = status === 'D' || blob === undefined || /^0+$/.test(blob)
  return [{status, revision: {commit, at, author: author ?? '', subject: subject ?? '', path, content: gone ? null : blob}}]
}

/** Contents that git cannot give, in words a user can act on. */
class Missing extends Error {}

/** Reads contents in the order asked for through one git process, each handed on and let go. Texts are decoded as those on disk are. */
export async function readContents(file: string, contents: readonly string[], use: (content: string, text: string) => void): Promise<void> {
  const named = contents.filter((content) => content !== ON_DISK)
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  if (named.length > 0) await batch(dirname(follow(file)), named, (content, bytes) => use(content, decoder.decode(bytes)))
  if (named.length < contents.length) use(ON_DISK, decoder.decode(readFileSync(file)))
}

/** `git cat-file --batch`: `<name> blob <size>`, a newline, the bytes, a newline. */
function batch(folder: string, names: readonly string[], use: (name: string, bytes: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, 'cat-file', '--batch'], {stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true})
    let rest: Buffer[] = []
    let size = 0
    let wanted: {readonly name: string; readonly bytes: number} | null = null
    let asked = 0
    let answered = 0
    // A few are asked for ahead, so that git reads while this parses and neither fills the memory.
    const ask = (): void => {
      while (asked < names.length && asked - answered < 16) child.stdin.write(`${names[asked++] as string}\n`)
      if (asked === names.length && !child.stdin.writableEnded) child.stdin.end()
    }
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
      ask()
      return true
    }
    const fail = (error: unknown): void => {
      child.kill()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    child.on('error', fail)
    child.stdin.on('error', fail)
    child.stdout.on('data', (chunk: Buffer) => {
      rest.push(chunk)
      size += chunk.length
      try {
        while (step());
      } catch (error) {
        fail(error)
      }
    })
    child.on('close', () =>
      answered === names.length ? resolve() : reject(new Missing(`git gave ${answered} of ${names.length} contents`)),
    )
    ask()
  })
}

/** The plan's text at a git revision: under the name it has now, else under the names it had. */
export async function textAt(file: string, revision: string): Promise<Found> {
  const real = follow(file)
  const folder = dirname(real)
  try {
    const shallow = (await git(folder, ['rev-parse', '--is-shallow-repository']))?.trim()
    if (shallow === undefined) return NO_REPOSITORY
    const shown = (args: readonly string[]): Promise<string | null> => git(folder, args)
    const commit = (await shown(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]))?.trim() ?? null
    if (commit === null)
      return shallow === 'true'
        ? unavailable(
            `"${revision}" is no git revision in this shallow clone, where older ones are missing`,
            'fetch them: git fetch --unshallow --tags (in CI: fetch-depth: 0)',
          )
        : unavailable(`"${revision}" is no git revision`, 'name one that is: git tag and git log --oneline list them')
    const at = (await shown(['log', '-1', '--format=%cI', commit]))?.trim() ?? null
    const prefix = ((await shown(['rev-parse', '--show-prefix'])) ?? '').trim()
    const contentAt = async (names: readonly string[]): Promise<string | null> => {
      for (const name of names) {
        const blob = (await shown(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:${name}`]))?.trim()
        if (blob !== undefined && blob !== '') return blob
      }
      return null
    }
    // Its earlier names are looked for only when it does not have this one there.
    const content = (await contentAt([prefix + basename(real)])) ?? (await contentAt(await formerNames(file)))
    if (content !== null) {
      let text = ''
      await readContents(file, [content], (_, found) => void (text = found))
      return {state: 'found', commit, at, text}
    }
    return unavailable(
      `${revision} (${commit.slice(0, 7)}) does not hold the plan`,
      'name a revision that has it: git log --follow lists them',
    )
  } catch (error) {
    if (error instanceof NoGit) return unavailable('git is not installed here', 'install git')
    if (error instanceof Missing) return unavailable(error.message, 'clone the repository again in full')
    throw error
  }
}

/** Every path that the plan had, the newest first. */
async function formerNames(file: string): Promise<readonly string[]> {
  const history = await listed(file)
  return history.state === 'available' ? [...new Set(history.revisions.map(({path}) => path))].reverse() : []
}

/** The past of a plan's file. */
export function pastOf(file: string): Past {
  return {
    revisions: () => revisionsOf(file),
    textAt: (revision) => textAt(file, revision),
    read: async (contents, use) => {
      try {
        await readContents(file, contents, use)
        return null
      } catch (error) {
        if (error instanceof Missing) return unavailable(error.message, 'clone the repository again in full')
        throw error
      }
    },
  }
}

/** A short name of a text, the same for the same text. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
