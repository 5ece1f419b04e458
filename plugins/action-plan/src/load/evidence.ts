import {join} from 'node:path'
import {evidenceRequests, urls} from '../derive/evidence/evidence-requests.ts'
import type {EvidenceRequest, Evidence, EvidenceFile, EvidenceFileAt} from '../model/evidence-file.ts'
import type {Place} from '../model/place.ts'
import type {Plan} from '../model/plan.ts'
import {readFiles, type Bytes} from '../source/evidence.ts'
import {pastOf} from '../source/history.ts'
import {askUrl, type Web} from '../source/url.ts'

/** Reads the evidence that a plan names: every edge does it through here. Addresses are asked only when a way to ask them is given. */
export async function gatherEvidence(plan: Plan, planPath: string, root: string, web: Web | null): Promise<Evidence> {
  const wanted = evidenceRequests(plan, planPath)
  const [files, answers] = await Promise.all([
    wanted.length === 0 ? [] : readEvidenceFiles(root, wanted),
    web === null ? [] : Promise.all(urls(plan).map((url) => askUrl(url, web))),
  ])
  return {files, urls: answers}
}

/** Reports that belong to no plan: of a page that shows only them. */
export function gatherReports(root: string, paths: readonly string[]): Promise<readonly EvidenceFile[]> {
  return readEvidenceFiles(
    root,
    paths.map((path) => ({path, numbers: [], texts: []})),
  )
}

async function readEvidenceFiles(root: string, wanted: readonly EvidenceRequest[]): Promise<readonly EvidenceFile[]> {
  const [evidenceFileOf, files] = await Promise.all([
    reader(),
    readFiles(
      root,
      wanted.map(({path}) => path),
    ),
  ])
  return files.map((file, index) => evidenceFileOf(file, wanted[index] as EvidenceRequest))
}

/** The readers of reports are loaded when there is one to read: most plans name none, and the command line starts fast. */
async function reader(): Promise<(file: Bytes, ask: EvidenceRequest) => EvidenceFile> {
  const [{readEvidence}, {numberAt}] = await Promise.all([
    import('../parse/evidence/evidence.ts'),
    import('../parse/evidence/number-at.ts'),
  ])
  return (file, {numbers, texts}) => {
    const facts = file.facts ?? readEvidence(file.text ?? '')
    return {
      ...kept(file),
      facts: facts.kind === 'json' ? {...facts, value: null} : facts.kind === 'text' ? {...facts, text: ''} : facts,
      numbers: facts.kind !== 'json' ? {} : Object.fromEntries(numbers.map((path) => [path, numberAt(facts.value, path)])),
      texts: Object.fromEntries(texts.map((part) => [part, placeIn(file.text ?? '', part)])),
    }
  }
}

/** How many revisions of a report are read. */
const REVISIONS = 20

/** The files that a plan names as evidence, as their commits had them, oldest first; nothing for what git does not have. */
export function gatherPast(
  plan: Plan,
  planPath: string,
  root: string,
  files: readonly EvidenceFile[],
): Promise<ReadonlyMap<string, readonly EvidenceFileAt[]>> {
  return past(root, evidenceRequests(plan, planPath), files)
}

/** The same of reports that belong to no plan. */
export function gatherReportsPast(root: string, files: readonly EvidenceFile[]): Promise<ReadonlyMap<string, readonly EvidenceFileAt[]>> {
  return past(
    root,
    files.map(({path}) => ({path, numbers: [], texts: []})),
    files,
  )
}

async function past(
  root: string,
  wanted: readonly EvidenceRequest[],
  files: readonly EvidenceFile[],
): Promise<ReadonlyMap<string, readonly EvidenceFileAt[]>> {
  const tracked = wanted.filter(({path}) => files.some((file) => file.path === path && file.state === 'read'))
  return new Map(await Promise.all(tracked.map(async (ask) => [ask.path, await pastOfReport(root, ask)] as const)))
}

async function pastOfReport(root: string, ask: EvidenceRequest): Promise<readonly EvidenceFileAt[]> {
  const past = pastOf(join(root, ask.path))
  const [history, evidenceFileOf] = await Promise.all([past.revisions(), reader()])
  if (history.state === 'unavailable') return []
  const kept = history.revisions.filter(({commit, content}) => commit !== null && content !== null).slice(-REVISIONS)
  const contents = new Map<string, EvidenceFile>()
  const missing = await past.read([...new Set(kept.flatMap(({content}) => content ?? []))], (content, text) =>
    contents.set(content, evidenceFileOf({path: ask.path, state: 'read', text, facts: null, last: null}, ask)),
  )
  if (missing !== null) return []
  return kept.flatMap(({commit, at, content}) => {
    const evidenceFile = contents.get(content ?? '')
    return evidenceFile === undefined || commit === null || at === null ? [] : [{commit, at, file: evidenceFile}]
  })
}

const kept = ({path, state, last}: Bytes): Pick<EvidenceFile, 'path' | 'state' | 'commit' | 'committedAt'> => ({
  path,
  state,
  commit: last?.commit ?? null,
  committedAt: last?.at ?? null,
})

/** Where a text first stands; null when it does not. */
function placeIn(text: string, part: string): Place | null {
  const at = text.indexOf(part)
  if (at === -1) return null
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return {line: before.length, column: (before.at(-1) as string).length + 1}
}
