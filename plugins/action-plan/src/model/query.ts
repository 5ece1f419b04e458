/** A query with one of its parts in the place of another: keys that other parts of the page wrote stay. */
export function queryWith(query: string, part: string, next: string): string {
  const all = new URLSearchParams(query)
  for (const key of new URLSearchParams(part).keys()) all.delete(key)
  new URLSearchParams(next).forEach((value, key) => all.set(key, value))
  const text = all.toString()
  return text === '' ? '' : `?${text}`
}
