/** Compares priorities: in the order of the legend, then others by name, then none. */
export function priorityOrder(legend: readonly (string | null)[]): (a: string | null, b: string | null) => number {
  const rank = new Map(legend.map((id, at) => [id, at]))
  const place = (id: string | null): number => (id === null ? Infinity : (rank.get(id) ?? legend.length))
  return (a, b) => {
    if (a === b) return 0
    const [first, second] = [place(a), place(b)]
    return first === second ? ((a ?? '') < (b ?? '') ? -1 : 1) : first - second
  }
}
