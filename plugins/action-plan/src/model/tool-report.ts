import type {Place} from './place.ts'

// What the files say that tools write: the same facts, whatever the format.

/** Counts of covered units; `total` 0 means that nothing was measured, which is not 100 %. */
export interface Covered {
  readonly covered: number
  readonly total: number
}

export interface CoverageFile {
  readonly path: string
  readonly lines: Covered
  readonly branches: Covered | null
}

export const CASE_STATES = ['passed', 'failed', 'errored', 'skipped'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** One test. Its place is that in the report. */
export interface TestCase extends Place {
  readonly suite: string
  readonly name: string
  readonly state: CaseState
  /** Null when the report does not say. */
  readonly seconds: number | null
  /** What a failure says, plain text, cut to a length that a page can show; null when it says nothing. */
  readonly message: string | null
}

export const FINDING_LEVELS = ['critical', 'high', 'medium', 'low', 'note', 'unknown'] as const
export type FindingLevel = (typeof FINDING_LEVELS)[number]

/** What a scanner found. Its place is that in the report; `file` is what it was found in. */
export interface Finding extends Place {
  readonly rule: string
  readonly level: FindingLevel
  readonly message: string
  readonly file: string | null
  readonly fileLine: number | null
}

interface Facts {
  /** What it was read as, as prose names it ("JUnit XML"). */
  readonly format: string
  /** What wrote it, as it names itself ("coverage.py 7.6.1"); else the format's name. */
  readonly tool: string
  /** When the tool says that it ran, ISO time with offset; null when it does not say. */
  readonly at: string | null
  /** The commit that the tool says it measured; null when it does not say. */
  readonly commit: string | null
}

export interface CoverageFacts extends Facts {
  readonly kind: 'coverage'
  readonly lines: Covered
  readonly branches: Covered | null
  readonly files: readonly CoverageFile[]
}

export interface TestFacts extends Facts {
  readonly kind: 'tests'
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
  readonly seconds: number | null
  readonly cases: readonly TestCase[]
}

export interface FindingFacts extends Facts {
  readonly kind: 'findings'
  readonly findings: readonly Finding[]
}

/** Any other JSON: a number of it can be asked for by its path (`numberAt`). */
export interface JsonFacts extends Facts {
  readonly kind: 'json'
  readonly value: unknown
}

/** Any other text: what it contains can be asked for. */
export interface TextFacts extends Facts {
  readonly kind: 'text'
  readonly text: string
}

/** Why a report says nothing, with the place in it where that shows. */
export interface UnreadableFacts extends Place {
  readonly kind: 'unreadable'
  /** What was found and what was expected. */
  readonly reason: string
  /** How it is fixed. */
  readonly fix: string
}

export type EvidenceFacts = CoverageFacts | TestFacts | FindingFacts | JsonFacts | TextFacts | UnreadableFacts
export type EvidenceKind = EvidenceFacts['kind']

/** Reports above this are not read: they would hold a build up, and their size is mostly logs. */
export const MAX_EVIDENCE_BYTES = 50_000_000

/** What is said of a file above the limit, in place of reading it. */
export function tooLarge(bytes: number): UnreadableFacts {
  const megabytes = (value: number): string => `${(value / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
  return {
    kind: 'unreadable',
    line: 1,
    column: 1,
    reason: `unexpected ${megabytes(bytes)}, expected a report of at most ${megabytes(MAX_EVIDENCE_BYTES)}`,
    fix: 'have the tool leave out logs and captured output, or split the report',
  }
}
