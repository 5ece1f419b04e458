/** The first few names, and how many more there are. */
export function firstNames(names: readonly string[]): {readonly names: readonly string[]; readonly more: number} {
  return names.length <= 4 ? {names, more: 0} : {names: names.slice(0, 3), more: names.length - 3}
}

/** The same as text. */
export function fewNames(all: readonly string[], between = ', '): string {
  const {names, more} = firstNames(all)
  return `${names.join(between)}${more === 0 ? '' : ` and ${more} more`}`
}
