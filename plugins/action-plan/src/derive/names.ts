/** The first few names and how many more there are. */
export function fewNames(names: readonly string[], between = ', '): string {
  return names.length <= 4 ? names.join(between) : `${names.slice(0, 3).join(between)} and ${names.length - 3} more`
}
