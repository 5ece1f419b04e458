import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {isVersion, letteredRange, numberParts} from '../../model/item-number.ts'
import {letteredNames} from '../../model/item-references.ts'
import {addAll} from '../../model/list.ts'
import {numberRange} from '../../model/number-range.ts'
import type {Place} from '../../model/place.ts'
import type {Reference} from '../../model/plan.ts'
import {slug} from '../structure/anchor.ts'
import {blankBetween} from './link.ts'

/** What an item can be called by, with its id: its number, its title as a slug, the number of one of its tasks. */
export type Known = ReadonlyMap<string, string>

/** "None", "keine Abhängigkeiten (vorerst)", "无依赖": that there is none, with or without the word for it, and what explains it. */
const none = once(() => {
  const nothing = anyOf(words((language) => [...language.nothing, ...language.undecided]))
  const what = anyOf(words((language) => language.labels.dependsOn))
  return new RegExp(
    `^(?:[-–—]|no\\s+(?:other\\s+)?(?:items?|blockers?|dependenc(?:y|ies)|one)|${nothing}(?:\\s*${what})?)(?:\\s*[(（,.;:，；：].*|\\s+[-–—]\\s.*)?$`,
    'su',
  )
})
const ids = once(
  () =>
    new RegExp(
      `(?<![\\w.-])(\\d+(?:\\.\\d+)+)(?:\\s*(?:[-–—~〜]|\\.\\.|${anyOf(words((language) => language.until))})\\s*(\\d+(?:\\.\\d+)+))?(?![\\w]|\\.\\d)`,
      'gu',
    ),
)

/** A reference as it is written: a range has its last number, too. */
export interface Mention extends Reference {
  readonly through?: string
}

/** The names of all that a mention stands for. */
export function mentioned({id, through}: Mention): readonly string[] {
  return through === undefined ? [id] : (letteredRange(id, through) ?? numberRange(id, through))
}

interface Found {
  readonly first: string
  readonly last: string | null
  readonly index: number
  readonly length: number
}

/** Item numbers in a text, each with its place; "2.1-2.3" is one mention of three. Without numbers its parts are titles. */
export function readReferences(text: string, place: Place, known: Known = NOBODY): readonly Mention[] {
  const placeAt = places(text, place)
  const found = [...dotted(text, known), ...lettered(text, known)].sort((a, b) => a.index - b.index)
  if (found.length === 0) return none().test(lower(text.trim())) ? [] : parts(text).flatMap((part) => titled(part, placeAt, known))
  const references = found.map(({first, last, index}): Mention =>
    last === null
      ? {id: known.get(first) ?? first, title: null, ...placeAt(index)}
      : {id: first, through: last, title: null, ...placeAt(index)},
  )
  // "1.1, Prepare database": what stands between commas without a number is a title.
  // Both are in the order of the text: each number is passed once.
  let next = 0
  for (const part of parts(blankBetween(text, '(', ')'))) {
    while (next < found.length && (found[next] as Found).index < part.index) next++
    const hasNumber = next < found.length && (found[next] as Found).index < part.index + part.text.length
    if (!hasNumber && /\p{L}/u.test(part.text) && !/\d\.\d/.test(part.text)) addAll(references, titled(part, placeAt, known))
  }
  return references
}
const NOBODY: Known = new Map()

/** "Python 3.11, Node 20.1": a name opens a part, and no word that says that it is waited for. */
const NAME_FIRST =
  /(?:^|[,;(]\s*)(?!(?:items?|tasks?|sections?|steps?|phases?|after|requires?|needs?|see|finish|complet(?:e|ion)|no\.?|numbers?)\s)\p{L}[\p{L}\d.+#-]*\s+$/iu

/** Numbers with points. One behind a name ("Python 3.11") is a version, unless an item has it. */
function dotted(text: string, known: Known): readonly Found[] {
  return [...lower(text).matchAll(ids())].flatMap(({0: whole, 1: first = '', 2: last, index}) =>
    !known.has(first) && (isVersion(text, index) || NAME_FIRST.test(text.slice(Math.max(0, index - 40), index)))
      ? []
      : [{first, last: last ?? null, index, length: whole.length}],
  )
}

/** Numbers with letters: those that the plan has, and those whose letters others of the plan have. */
function lettered(text: string, known: Known): readonly Found[] {
  if (!/[A-Z]/.test(text) || !/\d/.test(text)) return []
  const isKnown = (name: string): boolean => known.has(name)
  const isLikeOthers = (name: string): boolean => prefixesOf(known).has(numberParts(name)?.prefix ?? '')
  return letteredNames(text, isKnown).flatMap(({numbers, ...at}) => {
    const names = numbers.filter((name) => isKnown(name) || isLikeOthers(name))
    return names.length === 0 ? [] : [{first: names[0] as string, last: names.length === 1 ? null : (names.at(-1) as string), ...at}]
  })
}

const prefixes = new WeakMap<Known, ReadonlySet<string>>()
/** The letters of the numbers that a plan has. */
function prefixesOf(known: Known): ReadonlySet<string> {
  const made = prefixes.get(known) ?? new Set([...known.keys()].flatMap((one) => numberParts(one)?.prefix ?? []))
  prefixes.set(known, made)
  return made
}

/** Gives the places in a value that may go on below its line, without indent. */
function places(text: string, {line, column}: Place): (index: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]
  return (index) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return low === 0 ? {line, column: column + index} : {line: line + low, column: index - (starts[low] as number) + 1}
  }
}

/** What stands between separators. */
interface Part {
  readonly text: string
  readonly index: number
}
const parts = (text: string): readonly Part[] => Array.from(text.matchAll(/[^,;，；、]+/g), ({0: part, index}) => ({text: part, index}))

/** Items are named by their titles, too: "Prepare, Build". A part of blanks names nothing. */
function titled({text, index}: Part, placeAt: (index: number) => Place, known: Known): readonly Reference[] {
  const title = text.trim()
  if (title === '') return []
  const at = placeAt(index + text.length - text.trimStart().length)
  if (/^\d+$/.test(title)) return [{id: title, title: null, ...at}]
  const name = slug(title, title)
  return [{id: known.get(name) ?? name, title, ...at}]
}
