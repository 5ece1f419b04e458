/** What has a title, and a number where its author wrote one. An id says neither: the slug of "2FA rollout" begins with a digit. */
export interface Titled {
  readonly number: string | null
  readonly title: string
}

/** The name that people read: "2.1 Credential Management"; the title alone for what has no number. */
export function label({number, title}: Titled): string {
  return number === null ? title : `${number} ${title}`
}

/** The short name in a sentence: "2.1", else the title in quotes. */
export function shortLabel({number, title}: Titled): string {
  return number ?? `"${title}"`
}

/** The full name in a sentence: "2.1 Credential Management", else the title in quotes. */
export function quotedLabel({number, title}: Titled): string {
  return number === null ? shortLabel({number, title}) : label({number, title})
}

/** A phase's title without the brackets at its end: "Phase 1: Stabilise" of "Phase 1: Stabilise (Week 1-2)". A title that begins with a bracket stays whole. */
export function shortTitle(title: string): string {
  // Read without a pattern: one that looks for what stands before a bracket takes the square of a title of brackets.
  const begun = title.search(/\S/) + 1
  const bracket = title.slice(begun).search(/[([]/)
  return bracket === -1 ? title : title.slice(0, begun + bracket).trimEnd()
}

/** The name of a priority: "P0 Critical", "P0" when the legend gives it no title, "No priority" without an id. */
export function priorityLabel({id, title}: {readonly id: string | null; readonly title: string}): string {
  return id === null ? 'No priority' : `${id} ${title}`.trim()
}

/** The short names of all items, by their ids: what a list of dependencies shows instead of ids. */
export function shortLabels(
  sections: readonly {readonly items: readonly (Titled & {readonly id: string})[]}[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(sections.flatMap(({items}) => items.map((item) => [item.id, shortLabel(item)])))
}
