/** A page, and whether it is still what its last result speaks of. */
export interface Due {
  readonly id: string
  readonly isChanged: boolean
}

/**
 * The pages that a run of one part takes: those that changed, and those whose turn it is.
 * @param parts In so many days each page has its turn.
 * @param day A count of days, such as those since 1970.
 */
export const turn = (pages: readonly Due[], parts: number, day: number): ReadonlySet<string> =>
  new Set(pages.filter(({isChanged}, index) => isChanged || (index + day) % parts === 0).map(({id}) => id))
