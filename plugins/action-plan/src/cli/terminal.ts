import {visible} from '../model/text.ts'

/** Where a command reads and writes: given by the caller, so that a test can look. */
export interface Terminal {
  readonly cwd: string
  readonly now: string
  readonly color: boolean
  out(text: string): void
  err(text: string): void
}

/** A terminal that no text can steer. */
export interface Guarded extends Terminal {
  /** Text whose words are visible already, with colours of our own. */
  painted(text: string): void
}

const COLOR = /(\u001B\[\d{1,2}m)/

/** The one door to a terminal: no control character leaves, whoever wrote it. */
export function guarded(terminal: Terminal): Guarded {
  return {
    ...terminal,
    out: (text) => terminal.out(visible(text)),
    err: (text) => terminal.err(visible(text)),
    painted: (text) =>
      terminal.out(
        text
          .split(COLOR)
          .map((part, at) => (at % 2 === 1 ? part : visible(part)))
          .join(''),
      ),
  }
}
