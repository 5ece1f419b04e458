import {FINDING_LEVELS, type Covered, type CoverageFile, type Finding, type FindingLevel, type TestCase} from '../../model/tool-report.ts'
import {commitOf, createdAt, sumOf} from '../../model/measurement.ts'
import type {Wording} from '../words/words.ts'
import type {EvidenceFile, EvidenceFileAt} from '../../model/evidence-file.ts'
import {firstPart} from '../../model/text.ts'

/** Lists of a page end here and say how many more there are. */
export const MOST = {failures: 200, slowest: 10, suites: 100, folders: 100, findings: 200, text: 2000} as const

/** What a report says in a sentence. */
export type ReportShort =
  | {readonly kind: 'tests'; readonly passed: number; readonly failed: number; readonly skipped: number}
  | {readonly kind: 'coverage'; readonly lines: Covered}
  | {readonly kind: 'findings'; readonly levels: readonly {readonly level: FindingLevel; readonly count: number}[]}
  | {readonly kind: 'none'; readonly reason: string}

/** What a report said at a commit. */
export type PastReport = ReportShort & {
  readonly commit: string
  /** ISO time of the commit. */
  readonly at: string
}

export interface ListOf<T> {
  readonly shown: readonly T[]
  readonly more: number
}

interface Head {
  readonly path: string
  readonly tool: string | null
  readonly commit: string | null
  /** When it was made, ISO time: the earlier one of what it says itself and of its last commit; null when neither is known. */
  readonly at: string | null
}

/** A suite's counts. */
export interface SuiteRow {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number | null
}

export interface FolderRow {
  readonly path: string
  readonly files: number
  readonly lines: Covered
  readonly branches: Covered | null
}

/** What a page draws of a report: only that, cut to lengths that a page can show. */
export type ReportView = Head &
  (
    | {
        /** Which report it is. */
        readonly kind: 'tests'
        /** Counts of tests; one that broke counts as failed. */
        readonly passed: number
        /** The same. */
        readonly failed: number
        /** The same. */
        readonly skipped: number
        /** How long all took; null when it does not say. */
        readonly seconds: number | null
        /** Tests that failed, in the order of the report. */
        readonly failures: ListOf<Pick<TestCase, 'suite' | 'name' | 'message' | 'line'>>
        /** The slowest tests, the slowest first; empty when it has no times. */
        readonly slowest: readonly (Pick<TestCase, 'suite' | 'name'> & {readonly seconds: number})[]
        /** Counts by suite, those with failures first. */
        readonly suites: ListOf<SuiteRow>
      }
    | {
        /** Which report it is. */
        readonly kind: 'coverage'
        /** Covered lines of all. */
        readonly lines: Covered
        /** Covered branches of all; null when they are not counted. */
        readonly branches: Covered | null
        /** Coverage by folder, the least covered first. */
        readonly folders: ListOf<FolderRow>
      }
    | {
        /** Which report it is. */
        readonly kind: 'findings'
        /** How many of each level there are, the worst first; levels without any are left out. */
        readonly levels: readonly {readonly level: FindingLevel; readonly count: number}[]
        /** What was found, the worst first. */
        readonly findings: ListOf<Pick<Finding, 'rule' | 'level' | 'message' | 'file' | 'fileLine'>>
      }
    | {readonly kind: 'none'; readonly reason: string; readonly fix: string}
  )

function upTo<T>(list: readonly T[], most: number): ListOf<T> {
  return {shown: list.slice(0, most), more: Math.max(0, list.length - most)}
}

const cut = (text: string): string => (text.length > MOST.text ? `${firstPart(text, MOST.text)}…` : text)

/** The reports among what was read, in the order of their paths. Other files show nothing on a page, and are left out. */
export function reportViews(files: readonly EvidenceFile[]): readonly ReportView[] {
  return files.flatMap((file) => viewOf(file) ?? [])
}

/** What reports said at their commits, newest first, by their path; nothing for one that has no more than one. */
export function pastReports(past: ReadonlyMap<string, readonly EvidenceFileAt[]>): Readonly<Record<string, readonly PastReport[]>> {
  return Object.fromEntries(
    Array.from(past)
      .map(
        ([path, all]) =>
          [path, all.flatMap(({commit, at, file: evidenceFile}) => shortOf(viewOf(evidenceFile), commit, at)).reverse()] as const,
      )
      .filter(([, all]) => all.length > 1),
  )
}

function shortOf(view: ReportView | null, commit: string, at: string): readonly PastReport[] {
  if (view === null) return []
  if (view.kind === 'tests') return [{kind: view.kind, passed: view.passed, failed: view.failed, skipped: view.skipped, commit, at}]
  if (view.kind === 'coverage') return [{kind: view.kind, lines: view.lines, commit, at}]
  if (view.kind === 'findings') return [{kind: view.kind, levels: view.levels, commit, at}]
  return [{kind: view.kind, reason: view.reason, commit, at}]
}

function viewOf(evidenceFile: EvidenceFile): ReportView | null {
  const {path, facts} = evidenceFile
  if (facts.kind === 'unreadable') return {path, tool: null, commit: null, at: null, kind: 'none', reason: facts.reason, fix: facts.fix}
  const head: Head = {path, tool: facts.tool, commit: commitOf(evidenceFile), at: createdAt(evidenceFile)}
  if (facts.kind === 'tests') {
    const {passed, failed, errored, skipped, seconds, cases} = facts
    return {
      ...head,
      kind: 'tests',
      passed,
      failed: failed + errored,
      skipped,
      seconds,
      failures: upTo(
        cases
          .filter(({state}) => state === 'failed' || state === 'errored')
          .map(({suite, name, message, line}) => ({
            suite: cut(suite),
            name: cut(name),
            message: message === null ? null : cut(message),
            line,
          })),
        MOST.failures,
      ),
      slowest: cases
        .flatMap(({suite, name, seconds: own}) => (own === null || own === 0 ? [] : [{suite: cut(suite), name: cut(name), seconds: own}]))
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, MOST.slowest),
      suites: upTo(suites(cases), MOST.suites),
    }
  }
  if (facts.kind === 'coverage')
    return {...head, kind: 'coverage', lines: facts.lines, branches: facts.branches, folders: upTo(folders(facts.files), MOST.folders)}
  if (facts.kind === 'findings')
    return {
      ...head,
      kind: 'findings',
      levels: FINDING_LEVELS.map((level) => ({level, count: facts.findings.filter((one) => one.level === level).length})).filter(
        ({count}) => count > 0,
      ),
      findings: upTo(
        [...facts.findings]
          .sort((a, b) => FINDING_LEVELS.indexOf(a.level) - FINDING_LEVELS.indexOf(b.level))
          .map(({rule, level, message, file, fileLine}) => ({rule: cut(rule), level, message: cut(message), file, fileLine})),
        MOST.findings,
      ),
    }
  return null
}

/** Counts by suite, those with failures first, then by name. */
function suites(cases: readonly TestCase[]): readonly SuiteRow[] {
  const found = new Map<string, {name: string; passed: number; failed: number; skipped: number; seconds: number | null}>()
  for (const {suite, state, seconds} of cases) {
    const row = found.get(suite) ?? {name: cut(suite), passed: 0, failed: 0, skipped: 0, seconds: null}
    row[state === 'passed' ? 'passed' : state === 'skipped' ? 'skipped' : 'failed']++
    if (seconds !== null) row.seconds = (row.seconds ?? 0) + seconds
    found.set(suite, row)
  }
  return Array.from(found.values()).sort((a, b) => b.failed - a.failed || (a.name < b.name ? -1 : 1))
}

/** Coverage by folder, the least covered first. */
function folders(files: readonly CoverageFile[]): readonly FolderRow[] {
  const found = new Map<string, CoverageFile[]>()
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '.'
    const list = found.get(folder)
    if (list === undefined) found.set(folder, [file])
    else list.push(file)
  }
  const rate = ({covered, total}: Covered): number => (total === 0 ? 2 : covered / total)
  return Array.from(found)
    .map(([path, own]) => ({
      path,
      files: own.length,
      lines: sumOf(own.map(({lines}) => lines)),
      branches: own.some(({branches}) => branches === null) ? null : sumOf(own.map(({branches}) => branches as Covered)),
    }))
    .sort((a, b) => rate(a.lines) - rate(b.lines) || (a.path < b.path ? -1 : 1))
}

/** Seconds as people read them: "0.004 s", "12.3 s", "4 min 5 s". */
export function secondsText({number}: Wording, seconds: number): string {
  if (seconds < 1) return `${number(Number(seconds.toPrecision(2)))} s`
  if (seconds < 60) return `${number(Number(seconds.toFixed(1)))} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}
