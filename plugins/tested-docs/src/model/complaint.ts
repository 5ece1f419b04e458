import type {Place} from './problem.ts'

/** A block that did not do what its page says. */
export interface Complaint {
  readonly block: string
  readonly place: Place
  /** In one line: what was found, what was expected. */
  readonly reason: string
  /** The output, for the terminal; never stored. */
  readonly output: string
}
