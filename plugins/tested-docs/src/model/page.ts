import type {FixtureName} from './fixture.ts'
import type {Level} from './level.ts'
import type {Rehearsal} from './rehearsal.ts'

/** What a fenced block asks for. `run`: execute it; `file`: write it; `no-run`: leave it, and say why. */
export const BLOCK_KINDS = ['run', 'file', 'no-run'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export interface Expected {
  /** Line of the page where the expected text begins. */
  readonly line: number
  readonly lines: readonly string[]
}

export interface Block {
  readonly id: string
  readonly kind: BlockKind
  readonly line: number
  readonly column: number
  /** The `##` heading above it. */
  readonly section: string
  readonly text: string
  /** Exit status that it must have. */
  readonly exit: number
  /** It shows a failure: its exit status is not 0, or it says `fails`. */
  readonly fails: boolean
  readonly limitSeconds: number
  /** Why it is not run. */
  readonly reason: string | null
  /** Name of the file that a `file` block makes, in the work folder. */
  readonly path: string | null
  /** Without one, a block that runs must print nothing. */
  readonly expected: Expected | null
}

export interface Page {
  readonly id: string
  /** Relative to the folder of the site. */
  readonly path: string
  readonly title: string
  /** Of the whole text: any edit makes another one. */
  readonly hash: string
  readonly fixtures: readonly FixtureName[]
  readonly claim: Level
  readonly blocks: readonly Block[]
  /** What the harness does around the blocks; null when the page runs as it stands. */
  readonly rehearsal: Rehearsal | null
}
