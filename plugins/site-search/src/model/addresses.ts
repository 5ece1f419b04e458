/** What every page knows of the search. */
export interface Addresses {
  /** The page that lists everything. */
  readonly page: string
  readonly heads: string
  readonly texts: string
}
