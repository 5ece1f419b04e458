import {basename, dirname} from 'node:path'
import {answerOf, follow, git, Refused} from './git.ts'
import {COMMIT_TIME, commitTime} from './commit-time.ts'

/** A commit and when it was made, ISO time. */
export interface LastCommit {
  readonly commit: string
  readonly at: string
}

/** Where a folder is in its repository: the repository's own folder, and the way from there, which ends with "/" or is empty. */
export interface RevisionPlace {
  readonly shallow: boolean
  readonly prefix: string
  readonly top: string
}

/** What git says of one file as it stands now. Each question is asked once, when its answer is first needed: a file that changes needs a new one. All fail with `NoGit` where there is no git, and `place` with `Refused` where git does not read the repository. */
export interface Tracked {
  /** The folder of the file, links followed. */
  readonly folder: string
  readonly name: string
  /** Null outside of a repository. */
  place(): Promise<RevisionPlace | null>
  /** The commit that is checked out; null before the first. */
  head(): Promise<LastCommit | null>
  /** The last commit that changed the file; null when there is none. */
  changed(): Promise<LastCommit | null>
  /** What differs from HEAD, also when git ignores the file; empty when HEAD holds it as it is, null outside of a repository. */
  state(): Promise<string | null>
}

/** The questions about a file. */
export function tracked(file: string): Tracked {
  const real = follow(file)
  const [folder, name] = [dirname(real), basename(real)]
  const ask = (args: readonly string[]): Promise<string | null> => git(folder, args)
  const commit = async (of: readonly string[]): Promise<LastCommit | null> => {
    const [commit = '', time = ''] = ((await ask(['log', '-1', `--format=%H ${COMMIT_TIME}`, ...of])) ?? '').trim().split(' ')
    return commit === '' ? null : {commit, at: commitTime(time)}
  }
  return {
    folder,
    name,
    place: once(() => placeOf(folder)),
    head: once(() => commit(['--'])),
    changed: once(() => commit(['--', name])),
    state: once(async () => {
      const said = await ask(['status', '--porcelain', '--untracked-files=normal', '--ignored', '--', name])
      return said === null ? null : said.trim()
    }),
  }
}

async function placeOf(folder: string): Promise<RevisionPlace | null> {
  const ask = async (...what: readonly string[]): Promise<string> => (await answerOf(folder, ['rev-parse', ...what])).slice(0, -1)
  try {
    const [shallow = '', ...paths] = (await ask('--is-shallow-repository', '--show-prefix', '--show-toplevel')).split('\n')
    // A folder whose name has line breaks is asked for by itself.
    const [prefix = '', top = folder] = paths.length === 2 ? paths : [await ask('--show-prefix'), await ask('--show-toplevel')]
    return {shallow: shallow === 'true', prefix, top}
  } catch (error) {
    if (error instanceof Refused && error.message.startsWith('not a git repository (or any')) return null
    throw error
  }
}

/** The same answer to all who ask. Whoever asks ahead need not wait: a failure is told to those who do. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    if (asked === null) {
      asked = ask()
      asked.catch(() => undefined)
    }
    return asked
  }
}
