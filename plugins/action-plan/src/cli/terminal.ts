import type {Terminal} from 'build-kit/terminal'
import {visible} from '../model/text.ts'

/** The terminal of the plan's commands. */
export interface PlanTerminal extends Terminal {
  /** Whether it shows colours. */
  readonly color: boolean
}

/** A terminal that no text can steer: what it prints is for people. */
export interface Guarded extends PlanTerminal {
  /** What a program reads: JSON, CSV, a calendar, workflow commands of our own. */
  data(text: string): void
  /** Text whose words are visible already, with colours of our own. */
  painted(text: string): void
}

/** A line that the log of a GitHub job takes for a command of its own: "::error::…", "##[error]…". */
const COMMAND = /^([^\S\r\n\u2028\u2029]*):(?=:)|##(?=\[)/gm
/** Text for people: no control character, and no command of a job's log. */
const shown = (text: string): string => visible(text).replace(COMMAND, (found) => `${found} `)

const COLOR = /(\u001B\[\d{1,2}m)/

/** The one door to a terminal: no control character leaves, whoever wrote it. */
export function guarded(terminal: PlanTerminal): Guarded {
  return {
    cwd: terminal.cwd,
    // Asked when it is needed: the environment may say it wrongly.
    get now() {
      return terminal.now
    },
    color: terminal.color,
    out: (text) => terminal.out(shown(text)),
    data: (text) => terminal.out(visible(text)),
    err: (text) => terminal.err(shown(text)),
    painted: (text) =>
      terminal.out(
        text
          .split(COLOR)
          .map((part, at) => (at % 2 === 1 ? part : shown(part)))
          .join(''),
      ),
  }
}
