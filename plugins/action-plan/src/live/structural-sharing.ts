/** What comes after, with every part that is as it was before in place of its equal: what is drawn from it need not be drawn again. Both are plain data. */
export function replaceEqualDeep<T>(before: T, after: T): T {
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return after
  const keys = Object.keys(after)
  const parts = keys.map((key) => replaceEqualDeep(before[key], after[key]))
  if (keys.length === Object.keys(before).length && keys.every((key, index) => Object.hasOwn(before, key) && parts[index] === before[key]))
    return before
  return (Array.isArray(after) ? parts : Object.fromEntries(keys.map((key, index) => [key, parts[index]]))) as T
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
