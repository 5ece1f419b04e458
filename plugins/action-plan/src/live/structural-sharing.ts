/** No status is nested so deep; what is deeper is taken as it is. */
const DEEPEST = 40

/** What comes after, with every part that is as it was before in place of its equal: what is drawn from it need not be drawn again. Both are plain data. */
export function replaceEqualDeep<T>(before: T, after: T, depth = 0): T {
  if (depth > DEEPEST || !isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return after
  const keys = Object.keys(after)
  const parts = keys.map((key) => replaceEqualDeep(before[key], after[key], depth + 1))
  if (keys.length === Object.keys(before).length && keys.every((key, index) => Object.hasOwn(before, key) && parts[index] === before[key]))
    return before
  return (Array.isArray(after) ? parts : Object.fromEntries(keys.map((key, index) => [key, parts[index]]))) as T
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
