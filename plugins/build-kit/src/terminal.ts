/** Where a command reads and writes. The caller passes it in, so that a test can look. */
export interface Terminal {
  readonly cwd: string
  /** The time of the run, in ISO 8601. */
  readonly now: string
  out(text: string): void
  err(text: string): void
}
