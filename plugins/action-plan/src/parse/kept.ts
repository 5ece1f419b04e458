interface Entry {
  readonly beside: readonly unknown[]
  readonly value: unknown
}

/** Something that carries what was read from it, each reader's at its own place: what goes with it needs no table that is kept in order. */
export interface Keeps {
  readonly kept: (Entry | undefined)[]
}

let readers = 0

/**
 * A reader of something that keeps what it gave, as long as what it depends on beside is the same. What a text has in common with the one
 * that was read before it is the same objects, so it is not read again.
 */
export function kept<Key extends Keeps, Beside extends readonly unknown[], T>(
  read: (key: Key, ...beside: Beside) => T,
): (key: Key, ...beside: Beside) => T {
  const at = readers++
  return (key, ...beside) => {
    const found = key.kept[at]
    if (found !== undefined && areSame(found.beside, beside)) return found.value as T
    const value = read(key, ...beside)
    key.kept[at] = {beside, value}
    return value
  }
}

/** The same for what is read from many things: the value that was made for an object last, as long as all things are those that it was made from. */
export function keeper<T>(): (key: object, from: readonly unknown[], make: () => T) => T {
  const known = new WeakMap<object, Entry>()
  return (key, beside, make) => {
    const found = known.get(key)
    if (found !== undefined && areSame(found.beside, beside)) return found.value as T
    const value = make()
    known.set(key, {beside, value})
    return value
  }
}

/** Whether two lists hold the same things. */
export function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (!Object.is(one[at], other[at])) return false
  return true
}
