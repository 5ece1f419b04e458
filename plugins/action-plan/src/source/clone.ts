import {existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {answerOf as answerAnywhere, NoGit, Refused, type GitRun} from './git.ts'

export {NoGit, Refused}

// Repositories of others: commits and folders alone are fetched, and of the files those that are asked for. Nothing of a repository is
// run, and a link in it is a file that names a path: it leads nowhere on this machine.

/** The newest commit of a repository, as it was fetched. */
const FETCHED = 'refs/remotes/origin/collected'
/** No answer of a host is waited for without end, and no other program is started by an address (`ext::`). */
const CAREFUL = ['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=30', '-c', 'gc.autoDetach=false']
const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['core.symlinks', 'false'],
  ['core.autocrlf', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.sparseCheckout', 'true'],
  ['core.sparseCheckoutCone', 'false'],
]

export interface CloneOptions {
  readonly timeoutMs: number
}

/** A repository of which a folder holds what was fetched. */
export interface Clone {
  readonly folder: string
  /** The newest commit. */
  readonly commit: string
  /** Every file of it, by its path. */
  files(): Promise<readonly string[]>
  /** Writes these files into the folder, and takes away the others. */
  checkOut(paths: readonly string[]): Promise<void>
  /** Fetches the commit of a tag, if there is one of that name: a plan may be compared with it. */
  fetchTag(name: string): Promise<void>
  /** Fetches every revision of these files in one go: git would ask for them one by one. */
  fetchRevisions(paths: readonly string[]): Promise<void>
}

/** What git says of the repository of a folder. Where that has none, or a damaged one, git would take the repository around it, and change that one. */
const answerOf = (folder: string, args: readonly string[], run: GitRun = {}): Promise<string> =>
  answerAnywhere(folder, args, {...run, env: {...run.env, GIT_CEILING_DIRECTORIES: dirname(folder)}})

/** The same; null when git refuses. */
const git = (folder: string, args: readonly string[]): Promise<string | null> =>
  answerOf(folder, args).catch((error: unknown) => {
    notThere(error)
    return null
  })

const remote = ({timeoutMs}: CloneOptions): GitRun => ({
  timeoutMs,
  env: {
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_LFS_SKIP_SMUDGE: '1',
    ...(process.env['GIT_SSH_COMMAND'] === undefined && process.env['GIT_SSH'] === undefined
      ? {GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=30'}
      : {}),
  },
})

/** Does something with what is fetched of a repository. When it fails and the folder is damaged, it is fetched anew; one that is whole stays. */
export async function withClone<T>(folder: string, address: string, options: CloneOptions, work: (clone: Clone) => Promise<T>): Promise<T> {
  const once = async (): Promise<T> => work(await fetchClone(folder, address, options))
  try {
    return await once()
  } catch (error) {
    if (error instanceof NoGit || (await isWhole(folder, options))) throw error
    rmSync(folder, {recursive: true, force: true})
    return once()
  }
}

/** Whether all that was fetched can be read, and no step was left in the middle. */
async function isWhole(folder: string, {timeoutMs}: CloneOptions): Promise<boolean> {
  try {
    await answerOf(folder, ['fsck', '--no-dangling', '--no-progress'], {timeoutMs})
    await answerOf(folder, ['ls-files'], {timeoutMs})
    await answerOf(folder, ['config', '--local', '--get', 'remote.origin.url'])
    // The lock of a step that ended long ago: nobody else takes it away.
    return !readdirSync(join(folder, '.git'), {recursive: true, encoding: 'utf8'}).some(
      (name) => name.endsWith('.lock') && Date.now() - statSync(join(folder, '.git', name)).mtimeMs > timeoutMs,
    )
  } catch {
    return false
  }
}

/** Fetches what is new of a repository into a folder, which is made when it is not there. What git refuses fails with its reason. */
async function fetchClone(folder: string, address: string, options: CloneOptions): Promise<Clone> {
  // Written last: a run that was stopped before leaves a folder that is prepared again.
  const prepared = join(folder, '.git', 'action-plan')
  if (!existsSync(prepared)) {
    mkdirSync(folder, {recursive: true})
    await answerOf(folder, ['init', '--quiet', '--template='])
    for (const [name, value] of [...SETTINGS, ['remote.origin.url', address] as const]) await answerOf(folder, ['config', name, value])
    writeFileSync(prepared, '')
  }
  const fetch = ['fetch', '--quiet', '--filter=blob:none', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules']
  await answerOf(folder, [...CAREFUL, ...fetch, 'origin', `+HEAD:${FETCHED}`], remote(options))
  const commit = (await answerOf(folder, ['rev-parse', '--verify', `${FETCHED}^{commit}`])).trim()
  return {
    folder,
    commit,
    files: async () => (await answerOf(folder, ['ls-tree', '-r', '-z', '--name-only', commit])).split('\0').filter((name) => name !== ''),
    checkOut: (paths) => checkOut(folder, commit, paths, options),
    fetchTag: async (name) => {
      if ((await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])) !== null) return
      await answerOf(folder, [...CAREFUL, ...fetch, 'origin', `+refs/tags/${name}:refs/tags/${name}`], remote(options)).catch(notThere)
    },
    fetchRevisions: async (paths) => {
      const listed = await git(folder, ['rev-list', '--objects', '--missing=print', commit, '--', ...paths])
      const missing = (listed ?? '').split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []))
      if (missing.length === 0) return
      const input = `${missing.join('\n')}\n`
      await answerOf(folder, [...CAREFUL, '-c', 'fetch.negotiationAlgorithm=noop', ...fetch, '--stdin', 'origin'], {
        ...remote(options),
        input,
      })
    },
  }
}

/** What is not there is told by whoever needs it. */
const notThere = (error: unknown): void => {
  if (!(error instanceof Refused)) throw error
}

/** A path as a pattern of a sparse checkout. */
const pattern = (path: string): string => `/${path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}`

async function checkOut(folder: string, commit: string, paths: readonly string[], options: CloneOptions): Promise<void> {
  mkdirSync(join(folder, '.git', 'info'), {recursive: true})
  writeFileSync(join(folder, '.git', 'info', 'sparse-checkout'), `${paths.map(pattern).join('\n')}\n`)
  await answerOf(folder, ['update-ref', '--no-deref', 'HEAD', commit])
  await answerOf(folder, [...CAREFUL, 'read-tree', '--reset', '-u', 'HEAD'], remote(options))
}
