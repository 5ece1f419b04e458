/** The numbers of items from the first to the last: "2.1" to "2.3" are three. Two that are no range are two; a last one of null is none. */
export function numberRange(first: string, last: string | null): readonly string[] {
  if (last === null) return [first]
  const stem = first.slice(0, first.lastIndexOf('.') + 1)
  const from = Number(first.slice(stem.length))
  const to = Number(last.slice(stem.length))
  if (!last.startsWith(stem) || !(to >= from && to - from < 1000)) return [first, last]
  return Array.from({length: to - from + 1}, (_, index) => `${stem}${from + index}`)
}
