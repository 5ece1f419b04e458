import {createHash, randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Source} from '../model/report.ts'
import type {UnavailableCause} from '../model/cause.ts'
import type {FoundRevision, Past, Revision, Revisions, Unavailable} from '../model/history.ts'
import {sourceOf} from './commit.ts'
import {COMMIT_TIME, commitTime} from './commit-time.ts'
import {answerOf, follow, git, Missing, NoGit, readBlobs, Refused} from './git.ts'
import {tracked, type Tracked} from './tracked.ts'

/** Content of the work tree, which git has no name for. */
const ON_DISK = 'disk'

/** Every revision of a file on the first-parent line, renames followed, oldest first; last what is on disk, when it differs. */
export async function revisionsOf(file: Tracked): Promise<Revisions | Unavailable> {
  try {
    return await listed(file)
  } catch (error) {
    return causeOf(error)
  }
}

const unavailable = (cause: UnavailableCause): Unavailable => ({state: 'unavailable', cause})
const NO_GIT = unavailable({code: 'no-git', facts: {}})

/** What git does not give, as a reason; other errors go on. */
function causeOf(error: unknown): Unavailable {
  if (error instanceof NoGit) return NO_GIT
  if (error instanceof Refused) return unavailable({code: 'refused', facts: {reason: error.message}})
  if (error instanceof Missing) return unavailable({code: 'incomplete', facts: {reason: error.message}})
  throw error
}

const NO_REPOSITORY = unavailable({code: 'no-repository', facts: {}})

async function listed(file: Tracked): Promise<Revisions | Unavailable> {
  const [place, head] = await Promise.all([file.place(), file.head()])
  if (place === null) return NO_REPOSITORY
  if (place.shallow) return unavailable({code: 'shallow', facts: {}})
  if (head === null) return unavailable({code: 'no-commits', facts: {}})
  const path = place.prefix + file.name
  const [revisions, state] = await Promise.all([walk(place.top, path), file.state()])
  if (revisions.length === 0) return unavailable({code: 'not-committed', facts: {}})
  const uncommitted: Revision = {
    commit: null,
    at: null,
    author: null,
    subject: 'not committed',
    path,
    content: ON_DISK,
  }
  return {state: 'available', revisions: state === null || state === '' ? revisions : [...revisions, uncommitted]}
}

/** A copy ends `--follow`, for then the history would be another file's: the walk goes on behind it with the plan's own name. */
async function walk(top: string, name: string): Promise<readonly Revision[]> {
  const found: Revision[] = []
  // Before each commit: what no author can have written.
  const mark = randomBytes(16).toString('hex')
  let from = 'HEAD'
  let path = name
  for (;;) {
    const text = await answerOf(top, [
      'log',
      from,
      '--first-parent',
      '--follow',
      '--raw',
      '--no-abbrev',
      '--diff-merges=first-parent',
      `--format=${mark}%H%x00${COMMIT_TIME}%x00%an%x00%s%x00`,
      '-z',
      '--',
      path,
    ])
    const part = text.split(mark).flatMap((entry) => read(entry))
    const copied = part.findIndex(({status}) => status === 'C')
    for (const {revision} of copied === -1 ? part : part.slice(0, copied + 1)) found.push(revision)
    const last = found.at(-1)
    if (copied === -1 || last?.commit == null) return found.reverse()
    from = `${last.commit}^1`
    path = last.path
    if ((await git(top, ['rev-parse', '--verify', '--quiet', from])) === null) return found.reverse()
  }
}

/** One entry of `git log --raw -z`: the format's fields, then `:modes blobs status`, then one path, or two of a rename. */
function read(entry: string): readonly {readonly status: string; readonly revision: Revision}[] {
  const [commit, time, author, subject, ...rest] = entry.split('\0')
  const at0 = rest.findIndex((part) => part.trimStart().startsWith(':'))
  const raw = rest[at0]?.trim().split(' ')
  if (commit === undefined || time === undefined || raw === undefined) return []
  const [, , , blob, letter] = raw
  const status = (letter ?? '').slice(0, 1)
  const two = status === 'R' || status === 'C'
  const path = rest[at0 + (two ? 2 : 1)] ?? ''
  const gone = status === 'D' || blob === undefined || /^0+$/.test(blob)
  return [
    {status, revision: {commit, at: commitTime(time), author: author ?? '', subject: subject ?? '', path, content: gone ? null : blob}},
  ]
}

/** Reads contents in the order asked for through one git process, each handed on and let go. Texts are decoded as those on disk are. */
export async function readContents(file: string, contents: readonly string[], use: (content: string, text: string) => void): Promise<void> {
  const named = contents.filter((content) => content !== ON_DISK)
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  if (named.length > 0) await readBlobs(dirname(follow(file)), named, (content, bytes) => use(content, decoder.decode(bytes)))
  if (named.length < contents.length) use(ON_DISK, decoder.decode(readFileSync(file)))
}

/** The plan's text at a git revision: under the name it has now, else under the names it had. */
export async function textAt(file: string, revision: string, known: Tracked = tracked(file)): Promise<FoundRevision> {
  try {
    const place = await known.place()
    if (place === null) return NO_REPOSITORY
    const shown = (args: readonly string[]): Promise<string | null> => git(known.folder, args)
    const commit = (await shown(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]))?.trim() ?? null
    if (commit === null) return unavailable({code: 'unknown-revision', facts: {revision, shallow: place.shallow}})
    const time = (await shown(['log', '-1', `--format=${COMMIT_TIME}`, commit, '--']))?.trim() ?? null
    const at = time === null ? null : commitTime(time)
    const contentAt = async (names: readonly string[]): Promise<string | null> => {
      for (const name of names) {
        const blob = (await shown(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:${name}`]))?.trim()
        if (blob !== undefined && blob !== '') return blob
      }
      return null
    }
    // Its earlier names are looked for only when it does not have this one there.
    const content = (await contentAt([place.prefix + known.name])) ?? (await contentAt(await formerNames(known)))
    if (content !== null) {
      let text = ''
      await readContents(file, [content], (_, found) => void (text = found))
      return {state: 'found', commit, at, text}
    }
    return unavailable({code: 'not-in-revision', facts: {revision, commit}})
  } catch (error) {
    return causeOf(error)
  }
}

/** Every path that the plan had, the newest first. */
async function formerNames(file: Tracked): Promise<readonly string[]> {
  const history = await listed(file)
  return history.state === 'available' ? [...new Set(history.revisions.map(({path}) => path))].reverse() : []
}

/** The past of a file, and where it stands in git now. */
export interface FilePast extends Past {
  /** Where the file stands in git; it is shown as `path`. */
  source(path: string): Promise<Source>
  /** Asks git ahead, so that it answers while the plan is read. */
  ahead(): void
}

/** The past of a plan's file, as it is when it is first asked for. */
export function pastOf(file: string): FilePast {
  const known = tracked(file)
  let revisions: ReturnType<typeof revisionsOf> | null = null
  const past: FilePast = {
    revisions: () => (revisions ??= revisionsOf(known)),
    textAt: (revision) => textAt(file, revision, known),
    read: async (contents, use) => {
      try {
        await readContents(file, contents, use)
        return null
      } catch (error) {
        return causeOf(error)
      }
    },
    source: (path) => sourceOf(known, path),
    ahead: () => {
      for (const ask of [known.place, known.head, known.changed, known.state, past.revisions]) ask().catch(() => undefined)
    },
  }
  return past
}

/** A short name of a text, the same for the same text. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
