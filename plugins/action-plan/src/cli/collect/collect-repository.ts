import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {FetchCause} from '../../model/cause.ts'
import {dateIn} from '../../model/date.ts'
import {lineOfStatus} from '../../model/plan-line.ts'
import type {IndexedPlan} from '../../model/plans-index.ts'
import type {Report} from '../../model/report.ts'
import type {Status} from '../../model/status.ts'
import {toJsonText} from '../../model/text.ts'
import {collectPlans} from '../../load/collect.ts'
import {statusTextDigest} from '../../outputs.ts'
import {NoGit, Refused, withClone} from '../../source/clone.ts'
import {readText} from '../../source/file.ts'
import {digest} from '../../source/history.ts'
import {toStatus} from '../../view/files/status.ts'
import {toSummary} from '../../view/files/summary.ts'
import type {ListedRepository} from './list.ts'

/** What is known before repositories are asked. */
export interface CollectRun {
  /** The folder that is written to, and the one of what was fetched. */
  readonly out: string
  readonly clones: string
  readonly timeoutMs: number
  readonly now: string
  /** The status date; null: the day of `now` in the time zone of each plan. */
  readonly today: string | null
  /** What the last run wrote. */
  readonly before: readonly IndexedPlan[]
  /** Whether another version wrote it: then every plan is read again. */
  readonly isOther: boolean
}

/** A plan as it is now: its entry of the index, and the text of its files; null where there are none. */
export interface CollectedEntry {
  readonly entry: Omit<IndexedPlan, 'id' | 'status'>
  readonly files: {readonly status: string; readonly summary: string} | null
  /** Whether it was read, and is not as before. */
  readonly isRead: boolean
}

/** The plans of a repository. What fails is told in the entries, which keep the numbers that were read last. */
export async function collectRepository(listed: ListedRepository, run: CollectRun): Promise<readonly CollectedEntry[]> {
  const before = run.before.filter(({repository}) => repository === listed.repository)
  try {
    return await withClone(join(run.clones, folderOf(listed)), listed.address, run, async (clone) => {
      const standing = asBefore(listed, before, clone.commit, run)
      if (standing !== null) return standing
      const wanted = listed.wanted.map(({path}) => path)
      return (await collectPlans(clone, wanted, run)).map((found) => {
        const path = wanted.includes(found.path) ? found.path : null
        return 'report' in found
          ? readEntry(listed, path, found.path, found.report)
          : failedEntry(listed, path, found.path, found.cause, before, run)
      })
    })
  } catch (error) {
    if (error instanceof NoGit) throw error
    const reason = error instanceof Refused ? error.message : String(error)
    return failedEntries(listed, before, {code: 'no-repository-read', facts: {reason}}, run)
  }
}

/** A folder for what is fetched of an address: another address has another one. */
const folderOf = ({slug, address}: ListedRepository): string =>
  `${slug.slice(0, 60)}-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`

function readEntry({repository, link}: ListedRepository, listed: string | null, plan: string, report: Report): CollectedEntry {
  const status = toStatus(report, null)
  const text = toJsonText(status)
  return {
    entry: {repository, listed, plan, link, line: lineOfStatus(status), failure: null},
    files: {status: text, summary: toJsonText(toSummary(status, statusTextDigest(text, digest)))},
    isRead: true,
  }
}

/** What the last run wrote of a plan. */
interface Standing {
  readonly files: NonNullable<CollectedEntry['files']>
  readonly written: Status
}

/** The same of an entry; null when it is not there, or not what was written, byte for byte. */
function standingOf({status: path}: IndexedPlan, out: string): Standing | null {
  if (path === null) return null
  const [status, summary] = [path, path.replace(/status\.json$/, 'summary.json')].map((name) => readText(join(out, name)))
  try {
    const written = JSON.parse(status ?? '') as Status
    const files = {status: status ?? '', summary: summary ?? ''}
    return summary === toJsonText(toSummary(written, statusTextDigest(files.status, digest))) ? {files, written} : null
  } catch {
    return null
  }
}

/** The entries of the last run, when they say the same today: of the same commit, the same day and the same version; else null. */
function asBefore(
  listed: ListedRepository,
  before: readonly IndexedPlan[],
  commit: string,
  run: CollectRun,
): readonly CollectedEntry[] | null {
  if (run.isOther) return null
  const wanted = listed.wanted.map(({path}) => before.filter((entry) => entry.listed === path))
  if (wanted.some((entries) => entries.length === 0) || wanted.flat().length !== before.length) return null
  const entries = before.map((indexed) => {
    const {id: _, status: __, ...entry} = indexed
    return {entry, standing: standingOf(indexed, run.out)}
  })
  return entries.every(({entry, standing}) => standing !== null && isOfToday(entry, standing, commit, run))
    ? entries.map(({entry, standing}) => ({entry, files: standing?.files ?? null, isRead: false}))
    : null
}

const isOfToday = ({line, failure}: CollectedEntry['entry'], {written}: Standing, commit: string, {now, today}: CollectRun): boolean =>
  failure === null &&
  JSON.stringify(line) === JSON.stringify(lineOfStatus(written)) &&
  written.source.commit === commit &&
  written.statusDate === (today ?? dateIn(written.timeZone, now))

/** What is left of a plan that cannot be read: the numbers of the last time, with the reason and since when. */
function failedEntry(
  {repository, link}: ListedRepository,
  listed: string | null,
  plan: string | null,
  cause: FetchCause,
  before: readonly IndexedPlan[],
  run: CollectRun,
): CollectedEntry {
  const last = before.find((entry) => entry.listed === listed && entry.plan === plan)
  const failure = {cause, since: last?.failure?.since ?? run.now}
  const standing = last === undefined ? null : standingOf(last, run.out)
  const line = standing === null ? null : lineOfStatus(standing.written)
  return {entry: {repository, listed, plan, link, line, failure}, files: standing?.files ?? null, isRead: false}
}

/** The same of every plan of a repository. */
function failedEntries(
  listed: ListedRepository,
  before: readonly IndexedPlan[],
  cause: FetchCause,
  run: CollectRun,
): readonly CollectedEntry[] {
  return listed.wanted.flatMap(({path}) => {
    const found = before.filter((entry) => entry.listed === path)
    const plans = found.length === 0 ? [path] : found.map(({plan}) => plan)
    return plans.map((plan) => failedEntry(listed, path, plan, cause, before, run))
  })
}
