/** A file that is served beside the pages. */
export interface Output {
  /** Relative to the plan's own root of the site. */
  readonly path: string
  /** Content type. */
  readonly type: string
  readonly body: string
}
