/** A part of the page that lists everything. */
export interface List {
  readonly label: string
  readonly pages: readonly {readonly url: string; readonly title: string; readonly description: string}[]
}
