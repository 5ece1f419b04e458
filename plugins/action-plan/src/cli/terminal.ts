/** Where a command reads and writes: given by the caller, so that a test can look. */
export interface Terminal {
  readonly cwd: string
  /** The instant of the run, ISO. */
  readonly now: string
  readonly color: boolean
  out(text: string): void
  err(text: string): void
}
