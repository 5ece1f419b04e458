import type {Doubt} from '../../model/cause.ts'

/** What a thing is recognised by from one revision to the next. */
export interface Traits {
  readonly number: string | null
  readonly title: string
  /** Texts of its parts, such as an item's tasks. */
  readonly parts: readonly string[]
  /** The same of another kind of parts. Of the two kinds, the one that is more alike counts. */
  readonly otherParts?: readonly string[]
  /** What it stands in, such as an item's section: decides between those that are alike otherwise. */
  readonly home?: string
}

export interface Match<T> {
  readonly before: T
  readonly after: T
  /** Why another match was as good, or this one is weak; null when it is certain. */
  readonly doubt: Doubt | null
}

export interface Matching<T> {
  readonly pairs: readonly Match<T>[]
  readonly gone: readonly T[]
  readonly come: readonly T[]
}

interface Candidate {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly weak: boolean
}

/** Half of the words or parts in common is alike. */
const ALIKE = 0.5
const NUMBER = 4
/** More than a number and parts together: who keeps a title, or most of its words, keeps more of itself than who keeps a place. */
const TITLE = 7
const PARTS = 2
const HOME = 0.5
/** A text that more things than this have says nothing about which one is meant. */
const COMMON = 20
/** More leftover pairs than this are not held against each other word by word. */
export const PAIRS = 40_000

/** Only what is not one space already is replaced: a long text has a million of them. */
export const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim()
    .toLowerCase()

const OTHERS_ALIKE: Doubt = {code: 'others-alike', facts: {}}
const SAME_NUMBER_ONLY: Doubt = {code: 'same-number-only', facts: {}}

/** Pairs the things of two revisions: what number, title and parts together say most for; by a number alone last, and in doubt. Read backwards it gives the same pairs. */
export function match<T>(before: readonly T[], after: readonly T[], traitsOf: (thing: T) => Traits): Matching<T> {
  const a = before.map((thing) => prepared(traitsOf(thing)))
  const b = after.map((thing) => prepared(traitsOf(thing)))
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const pairs: (Match<T> & {readonly at: number})[] = []
  for (const [x, y] of unchanged(a, b)) {
    takenA.add(x)
    takenB.add(y)
    pairs.push({before: before[x] as T, after: after[y] as T, doubt: null, at: y})
  }
  const scored = candidates(a, b, takenA, takenB)
  const choose = (found: readonly Candidate[]): void => {
    const rivals = rivalsOf(found)
    for (const one of found) {
      if (takenA.has(one.a) || takenB.has(one.b)) continue
      takenA.add(one.a)
      takenB.add(one.b)
      const doubt = rivals(one) ? OTHERS_ALIKE : one.weak ? SAME_NUMBER_ONLY : null
      pairs.push({before: before[one.a] as T, after: after[one.b] as T, doubt, at: one.b})
    }
  }
  choose(scored.filter(({weak}) => !weak))
  choose(alike(a, b, takenA, takenB))
  // A number alone says the least: whoever came may stand where another went.
  choose(scored.filter(({weak}) => weak))
  pairs.sort((x, y) => x.at - y.at)
  return {pairs, gone: before.filter((_, index) => !takenA.has(index)), come: after.filter((_, index) => !takenB.has(index))}
}

interface Prepared {
  readonly number: string | null
  readonly title: string
  readonly parts: readonly string[]
  readonly otherParts: readonly string[]
  readonly home: string | null
  words?: ReadonlySet<string>
}

function prepared({number, title, parts, otherParts = [], home}: Traits): Prepared {
  return {
    number,
    title: normal(title),
    parts: parts.map(normal),
    otherParts: otherParts.map(normal),
    home: home === undefined ? null : normal(home),
  }
}

/** Those that stand once on each side with everything they are recognised by: nothing else fits them better. */
function unchanged(a: readonly Prepared[], b: readonly Prepared[]): readonly (readonly [number, number])[] {
  const right = onceByKey(b)
  return [...onceByKey(a)].flatMap(([key, x]) => {
    const y = right.get(key) ?? null
    return x === null || y === null ? [] : [[x, y] as const]
  })
}

/** Where each stands; null when several are the same. */
function onceByKey(side: readonly Prepared[]): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>()
  side.forEach(({number, title, home, parts, otherParts}, index) => {
    const key = JSON.stringify([number, title, home, [...parts].sort(), [...otherParts].sort()])
    found.set(key, found.has(key) ? null : index)
  })
  return found
}

/** Of what is left: pairs that share a number, a title, a part or a word of the title, best first. The order does not depend on which side is first. */
function candidates(
  a: readonly Prepared[],
  b: readonly Prepared[],
  takenA: ReadonlySet<number>,
  takenB: ReadonlySet<number>,
): readonly Candidate[] {
  const keysOf = (one: Prepared): ReadonlySet<string> =>
    new Set([
      ...(one.number === null ? [] : [`#${one.number}`]),
      `=${one.title}`,
      ...[...one.parts, ...one.otherParts].map((part) => `-${part}`),
      ...[...wordsIn(one)].map((word) => `-${word}`),
    ])
  const byKey = (side: readonly Prepared[], taken: ReadonlySet<number>): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>()
    side.forEach((one, index) => {
      if (taken.has(index)) return
      for (const key of keysOf(one)) {
        const list = found.get(key)
        if (list === undefined) found.set(key, [index])
        else list.push(index)
      }
    })
    return found
  }
  const [inA, inB] = [byKey(a, takenA), byKey(b, takenB)]
  const pairs = new Map<string, Candidate>()
  for (const [key, left] of inA) {
    const right = inB.get(key) ?? []
    // Many with the same text are paired in their order: each with its namesake of the same rank.
    const many = left.length > COMMON || right.length > COMMON
    if (many && key.startsWith('-')) continue
    left.forEach((x, rank) => {
      for (const y of many ? right.slice(rank, rank + 1) : right) {
        const id = `${x} ${y}`
        if (!pairs.has(id)) pairs.set(id, {a: x, b: y, ...score(a[x] as Prepared, b[y] as Prepared)})
      }
    })
  }
  return [...pairs.values()].filter(({score: worth}) => worth > 0).sort(best)
}

const best = (one: Candidate, other: Candidate): number =>
  other.score - one.score || Math.abs(one.a - one.b) - Math.abs(other.a - other.b) || one.a + one.b - other.a - other.b

function score(a: Prepared, b: Prepared): {readonly score: number; readonly weak: boolean} {
  const number = a.number !== null && a.number === b.number
  const title = a.title === b.title
  const parts = Math.max(shared(a.parts, b.parts), shared(a.otherParts, b.otherParts))
  const likeness = title ? 1 : words(a, b)
  const alone = parts < ALIKE && likeness < ALIKE
  if (!number && alone) return {score: 0, weak: false}
  return {
    score:
      (number ? NUMBER : 0) +
      (likeness < ALIKE ? likeness : TITLE * likeness) +
      PARTS * parts +
      (a.home !== null && a.home === b.home ? HOME : 0),
    weak: alone,
  }
}

/** Of what nothing above recognises: pairs whose titles share half of their words. */
function alike(
  a: readonly Prepared[],
  b: readonly Prepared[],
  takenA: ReadonlySet<number>,
  takenB: ReadonlySet<number>,
): readonly Candidate[] {
  const left = [...a.keys()].filter((index) => !takenA.has(index))
  const right = [...b.keys()].filter((index) => !takenB.has(index))
  if (left.length * right.length > PAIRS) return []
  return left
    .flatMap((x) => right.map((y): Candidate => ({a: x, b: y, score: words(a[x] as Prepared, b[y] as Prepared), weak: false})))
    .filter(({score: worth}) => worth >= ALIKE)
    .sort(best)
}

/** Whether another pair with one of the two is worth the same. */
function rivalsOf(found: readonly Candidate[]): (one: Candidate) => boolean {
  const count = new Map<string, number>()
  const keys = ({a, b, score: worth}: Candidate): readonly string[] => [`a${a} ${worth}`, `b${b} ${worth}`]
  for (const one of found) for (const key of keys(one)) count.set(key, (count.get(key) ?? 0) + 1)
  return (one) => keys(one).some((key) => (count.get(key) ?? 0) > 1)
}

/** The share of parts that both have, each as often as both have it. */
function shared(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Map<string, number>()
  for (const part of a) left.set(part, (left.get(part) ?? 0) + 1)
  let common = 0
  for (const part of b) {
    const rest = left.get(part) ?? 0
    if (rest === 0) continue
    common++
    left.set(part, rest - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** The share of the words of two texts that both have, 0 to 1. */
export const likeness = (a: string, b: string): number => commonWords(wordsOf(normal(a)), wordsOf(normal(b)))

const words = (a: Prepared, b: Prepared): number => commonWords(wordsIn(a), wordsIn(b))

/** Whether two texts that are not the same have no more than one word in common. */
export function haveOneWord(a: string, b: string): boolean {
  const [left, right] = [wordsOf(normal(a)), wordsOf(normal(b))]
  return countShared(left, right) < 2 && Math.max(left.size, right.size) > 1
}

function commonWords(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return left.size === 0 || right.size === 0 ? 0 : (2 * countShared(left, right)) / (left.size + right.size)
}

function countShared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return common
}

/** What is longer is recognised by its beginning, or by all of it at once. */
const LONGEST = 10_000
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .slice(0, LONGEST)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
const wordsIn = (one: Prepared): ReadonlySet<string> => (one.words ??= wordsOf(one.title))
