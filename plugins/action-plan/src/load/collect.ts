import {join, posix} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {evidenceRequests} from '../derive/evidence/evidence-requests.ts'
import type {FetchCause} from '../model/cause.ts'
import type {Report} from '../model/report.ts'
import {hasPlanSettings} from '../parse/settings/has-settings.ts'
import type {Clone} from '../source/clone.ts'
import {DEFAULT_PLAN, findProject, readText} from '../source/file.ts'
import {pastOf} from '../source/history.ts'
import {judgedByHistory} from './history.ts'
import {loadReport, readParsed} from './report.ts'

/** A plan of a repository, or why there is none. */
export type CollectedPlan = {readonly path: string; readonly report: Report} | {readonly path: string | null; readonly cause: FetchCause}

export interface CollectTime {
  /** The instant of reading, ISO. */
  readonly now: string
  /** The status date; null: the day of `now` in the time zone of each plan. */
  readonly today: string | null
}

/** More Markdown files than this are not searched for plans. */
const MOST = 2000

/** Reads plans of a repository: those at the paths given, and for null every one that says it is a plan. */
export async function collectPlans(clone: Clone, wanted: readonly (string | null)[], time: CollectTime): Promise<readonly CollectedPlan[]> {
  const files = await clone.files()
  const known = new Set(files)
  const named = wanted.filter((path) => path !== null)
  const found = wanted.includes(null) ? await findPlans(clone, files) : []
  const missing = named.filter((path) => !known.has(path))
  const paths = [...new Set([...named.filter((path) => known.has(path)), ...found.filter((path) => !named.includes(path))])]
  const read = paths.length === 0 ? [] : await readPlans(clone, files, paths, time)
  return [
    ...read,
    ...missing.map((path): CollectedPlan => ({path, cause: {code: 'no-such-plan', facts: {path}}})),
    ...(wanted.includes(null) && found.length === 0 ? [{path: null, cause: {code: 'no-plan', facts: {}}} as const] : []),
  ]
}

/** The plan that package.json names, the file that is a plan without a word, and Markdown files whose front matter has settings of a plan. */
async function findPlans(clone: Clone, files: readonly string[]): Promise<readonly string[]> {
  const markdown = files.filter((path) => /\.(?:md|markdown)$/i.test(path) && !path.includes('node_modules/'))
  const looked = markdown.length > MOST ? [] : markdown
  await clone.checkOut([...files.filter((path) => path === 'package.json'), ...looked])
  const {plan} = files.includes('package.json') ? findProject(clone.folder) : {plan: null}
  const named = [plan, DEFAULT_PLAN].filter((path) => path !== null && files.includes(path)) as string[]
  return [...new Set([...named, ...looked.filter((path) => hasPlanSettings(readText(join(clone.folder, path)) ?? ''))])].sort()
}

async function readPlans(
  clone: Clone,
  files: readonly string[],
  paths: readonly string[],
  time: CollectTime,
): Promise<readonly CollectedPlan[]> {
  await clone.checkOut(paths)
  const parsed = paths.map((path) => {
    const root = projectOf(path, files)
    return {path, root, shown: posix.relative(root, path), read: readParsed(join(clone.folder, path))}
  })
  for (const {read} of parsed) if (read.parsed.plan.settings.baseline !== null) await clone.fetchTag(read.parsed.plan.settings.baseline)
  // What a plan names as evidence is read, too, where the repository holds it.
  const evidence = parsed.flatMap(({shown, read, root}) =>
    evidenceRequests(read.parsed.plan, shown)
      .map((request) => posix.join(root, request.path))
      .filter((one) => files.includes(one)),
  )
  if (evidence.length > 0) await clone.checkOut([...new Set([...paths, ...evidence])])
  await clone.fetchRevisions(paths)
  const collected: CollectedPlan[] = []
  for (const {path, shown, read, root} of parsed) {
    const past = pastOf(join(clone.folder, path))
    try {
      const {report} = await loadReport(read, {past, path: shown, root: join(clone.folder, root), ...time, askUrls: false})
      collected.push({path, report: await judgedByHistory(past, report)})
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      collected.push({path, cause: {code: 'no-repository-read', facts: {reason: error.message}}})
    }
  }
  return collected
}

/** The folder of the nearest package.json of the repository: paths in settings are relative to it. */
function projectOf(path: string, files: readonly string[]): string {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder))
    if (folder === '.' || files.includes(`${folder}/package.json`)) return folder
}
