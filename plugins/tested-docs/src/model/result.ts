import type {Level} from './level.ts'

/** What became of a block or a page. What was not reached or could not be tried is `not-executed`, never `passed`. */
export const VERDICTS = ['passed', 'failed', 'no-run', 'not-executed'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface BlockResult {
  readonly id: string
  readonly line: number
  readonly verdict: Verdict
  /** Why not, in words; null when it passed. */
  readonly because: string | null
}

/** The content of `results/<id>.json`. */
export interface Result {
  readonly schemaVersion: 1
  readonly id: string
  readonly page: string
  readonly pageHash: string
  /** The day (UTC) of the run that made this content; a run with the same outcome does not change it. */
  readonly executedOn: string
  readonly verdict: 'passed' | 'failed' | 'not-executed'
  readonly because: string | null
  readonly level: Level
  /** Rounded up to a step (1, 2, 5, 10, 20, 50, …). */
  readonly durationSeconds: number
  readonly versions: Readonly<Record<string, string>>
  /** The situations in which the whole page ran; empty when there is only one. */
  readonly situations: readonly string[]
  readonly blocks: readonly BlockResult[]
}
