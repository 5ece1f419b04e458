/** What a user can fix: the command shows the message as it is, without a stack. */
export class UserError extends Error {
  /** What was found, without the file's name and the fix; null where the message does not part them. */
  readonly found: string | null
  constructor(message: string, found: string | null = null) {
    super(message)
    this.found = found
  }
}
