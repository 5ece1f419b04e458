import type {Covered, CoverageFacts, CoverageFile} from '../../model/tool-report.ts'
import {sumOf} from '../../model/measurement.ts'
import type {Place} from '../../model/place.ts'
import {plainLine} from './plain.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'

const NOTHING: Covered = {covered: 0, total: 0}

/** Covered of total; more covered than there is makes the report unreadable. */
export function coveredOf(covered: number, total: number, place: Place, what: string): Covered {
  if (covered > total)
    throw new Unreadable(place, `unexpected ${covered} covered ${what} of ${total}, expected at most ${total}`, WRITE_AGAIN)
  return {covered, total}
}

/** What a report says of itself beside its files; null where it says nothing. */
interface CoverageReport {
  readonly format: string
  readonly tool: string
  readonly at: string | null
  readonly place: Place
  readonly files: readonly CoverageFile[]
  readonly lines: Covered | null
  readonly branches: Covered | null
}

/** The files listed are the truth: a total that they do not add up to makes the report unreadable. */
export function coverageFacts({format, tool, at, place, files, lines, branches}: CoverageReport): CoverageFacts {
  const listed = {
    lines: sumOf(files.map((file) => file.lines)),
    branches: files.some((file) => file.branches !== null) ? sumOf(files.flatMap((file) => file.branches ?? [])) : null,
  }
  refuseDifference('lines', lines, listed.lines, place)
  refuseDifference('branches', branches, listed.branches ?? NOTHING, place)
  return {kind: 'coverage', format, tool, at, commit: null, ...listed, files}
}

function refuseDifference(what: string, said: Covered | null, listed: Covered, place: Place): void {
  if (said === null || (said.covered === listed.covered && said.total === listed.total)) return
  throw new Unreadable(
    place,
    `unexpected total of ${said.covered} of ${said.total} ${what}: the files listed add up to ${listed.covered} of ${listed.total}`,
    'have the tool write the report again; one that was merged or edited by hand can contradict itself',
  )
}

/** Paths as a page shows them: forward slashes, and without the folder of this machine when all are absolute. */
export function plainPaths(paths: readonly string[]): readonly string[] {
  const plain = paths.map((path) => plainLine(path).replaceAll('\\', '/'))
  if (!plain.every((path) => /^(?:\/|[A-Za-z]:\/)/.test(path))) return plain
  const folders = plain.map((path) => path.split('/').slice(0, -1))
  const [first = []] = folders
  let shared = 0
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared])) shared++
  return plain.map((path) => path.split('/').slice(shared).join('/'))
}
