import {basename, dirname} from 'node:path'
import type {Source} from '../model/report.ts'
import {follow, git, NoGit, stateOf} from './git.ts'

/** What git says in one line, or null: not a repository, no commits, no git. */
async function said(asked: Promise<string | null>): Promise<string | null> {
  try {
    return (await asked)?.trim() ?? null
  } catch (error) {
    if (error instanceof NoGit) return null
    throw error
  }
}

export interface LastCommit {
  readonly commit: string
  /** ISO time. */
  readonly at: string
}

/** The last commit of a file. Null when it is not tracked or differs from that commit, and in a shallow clone, where it would be another's. */
export async function lastCommitOf(file: string): Promise<LastCommit | null> {
  const real = follow(file)
  const [folder, name] = [dirname(real), basename(real)]
  const [last, shallow, state] = await Promise.all([
    said(git(folder, ['log', '-1', '--format=%H %cI', '--', name])),
    said(git(folder, ['rev-parse', '--is-shallow-repository'])),
    said(stateOf(folder, name)),
  ])
  const [commit, at] = (last ?? '').split(' ')
  return commit === undefined || commit === '' || at === undefined || shallow !== 'false' || state !== '' ? null : {commit, at}
}

/** Where a file stands in git. Unknown is null: in a shallow clone the date of the file's last commit would be wrong, so there is none. */
export async function sourceOf(file: string | null, path: string): Promise<Source> {
  if (file === null) return {path, commit: null, committedAt: null, changedAt: null, dirty: false}
  const real = follow(file)
  const [folder, name] = [dirname(real), basename(real)]
  const [head, shallow, changed, state] = await Promise.all([
    said(git(folder, ['log', '-1', '--format=%H %cI'])),
    said(git(folder, ['rev-parse', '--is-shallow-repository'])),
    said(git(folder, ['log', '-1', '--format=%cI', '--', name])),
    said(stateOf(folder, name)),
  ])
  const [commit, committedAt] = head === null || head === '' ? [null, null] : (head.split(' ') as [string, string])
  return {
    path,
    commit,
    committedAt,
    changedAt: shallow === 'false' && changed !== null && changed !== '' ? changed : null,
    dirty: state !== null && state !== '',
  }
}
