import type {Mark} from './mark.ts'

/** The header that holds the token of a development server. A page of another site cannot send it without the leave of that server. */
export const TOKEN_HEADER = 'x-action-plan-token'

/** What a page asks a development server for: the task as the page shows it, and what its box is to say. */
export interface TickOrder {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly text: string
  readonly mark: Mark
  /** False unticks it. */
  readonly tick: boolean
}
