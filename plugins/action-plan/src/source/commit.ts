import type {Source} from '../model/report.ts'
import {NoGit, Refused} from './git.ts'
import type {LastCommit, Tracked} from './tracked.ts'

/** What git says, or null: not a repository, or one that git does not read, no commits, no git. */
async function said<T>(asked: Promise<T | null>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NoGit || error instanceof Refused) return null
    throw error
  }
}

/** The last commit of a file. Null when it is not tracked or differs from that commit, and in a shallow clone, where it would be another's. */
export async function lastCommitOf(file: Tracked): Promise<LastCommit | null> {
  const [last, place, state] = await Promise.all([said(file.changed()), said(file.place()), said(file.state())])
  return place?.shallow === false && state === '' ? last : null
}

/** Where a file stands in git. Unknown is null: in a shallow clone the date of the file's last commit would be wrong, so there is none. */
export async function sourceOf(file: Tracked | null, path: string): Promise<Source> {
  if (file === null) return {path, commit: null, committedAt: null, changedAt: null, dirty: false}
  const [head, place, changed, state] = await Promise.all([said(file.head()), said(file.place()), said(file.changed()), said(file.state())])
  return {
    path,
    commit: head?.commit ?? null,
    committedAt: head?.at ?? null,
    changedAt: place?.shallow === false ? (changed?.at ?? null) : null,
    dirty: state !== null && state !== '',
  }
}
