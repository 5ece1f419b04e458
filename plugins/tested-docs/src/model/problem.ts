/** Where something stands: 1-based, as editors count. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What is wrong with a page, and the fix. */
export interface Problem {
  readonly place: Place
  readonly reason: string
  readonly fix: string
}
