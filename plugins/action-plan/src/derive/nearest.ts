// The one door to fastest-levenshtein.
import {distance} from 'fastest-levenshtein'

/** How many characters may differ before a name is no suggestion: one of three, and at least one. */
const apartOf = (wanted: string): number => Math.max(1, Math.floor(wanted.length / 3))

/** The names that a misspelt one may mean, nearest first; names as near as each other keep their order. Empty when none is near. */
export function nearest(wanted: string, names: Iterable<string>, count = 3): readonly string[] {
  const most = apartOf(wanted)
  const near: {readonly name: string; readonly apart: number}[] = []
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > most) continue
    const apart = distance(wanted.toLowerCase(), name.toLowerCase())
    if (apart > most) continue
    near.push({name, apart})
    // Nothing that is another name is nearer.
    if (count === 1 && apart <= 1) break
  }
  return near
    .sort((a, b) => a.apart - b.apart)
    .slice(0, count)
    .map(({name}) => name)
}

/** A question that ends a message: " (did you mean 2.1, 2.2?)"; empty when no name is near. */
export function didYouMean(wanted: string, names: Iterable<string>): string {
  const near = nearest(wanted, names)
  return near.length === 0 ? '' : ` (did you mean ${near.join(', ')}?)`
}

/** Whether two texts differ in one of eight characters at most: a slip of the pen, a hyphen. */
export function areSpelledAlike(a: string, b: string): boolean {
  const most = Math.floor(Math.max(a.length, b.length) / 8)
  return Math.abs(a.length - b.length) <= most && distance(a.toLowerCase(), b.toLowerCase()) <= most
}
