import type {Terminal} from 'build-kit/terminal'

/** The terminal of the plan's commands. */
export interface PlanTerminal extends Terminal {
  /** Whether it shows colours. */
  readonly color: boolean
}
