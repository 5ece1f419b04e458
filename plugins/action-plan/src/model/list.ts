// A call takes some 100,000 arguments, and a plan may have more tasks than that: what `push(...all)` and `Math.max(...all)` do, for lists of any length.

/** Adds values to the end of a list, in their order. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}

/** The first values of a list that have their key. */
export function firstOfEach<T>(list: readonly T[], keyOf: (one: T) => unknown): readonly T[] {
  const found = new Map<unknown, T>()
  for (const one of list) {
    const key = keyOf(one)
    if (!found.has(key)) found.set(key, one)
  }
  return found.size === list.length ? list : [...found.values()]
}

/** The largest of some numbers, and at least `least`. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let found = least
  for (const value of values) if (value > found) found = value
  return found
}

/** The smallest of some numbers; Infinity of none. */
export function smallest(values: Iterable<number>): number {
  let found = Infinity
  for (const value of values) if (value < found) found = value
  return found
}
