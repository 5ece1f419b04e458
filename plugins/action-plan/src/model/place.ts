/** Where something stands in the plan's file: 1-based, as editors count; columns count UTF-16 units, a byte-order mark is not one. */
export interface Place {
  readonly line: number
  readonly column: number
}
