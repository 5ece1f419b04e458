import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {numberRange} from '../../model/number-range.ts'
import type {Place} from '../../model/place.ts'
import type {Reference} from '../../model/plan.ts'
import {slug} from '../structure/anchor.ts'
import {blankBetween} from './link.ts'

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
      `(?<![\\w.])(\\d+(?:\\.\\d+)+)(?:\\s*(?:[-–—~〜]|\\.\\.|${anyOf(words((language) => language.until))})\\s*(\\d+(?:\\.\\d+)+))?(?![\\w]|\\.\\d)`,
      'gu',
    ),
)

/** Item numbers in a text, each with its place; "2.1-2.3" is a range and gives all of it. */
export function readReferences(text: string, place: Place): readonly Reference[] {
  const placeAt = places(text, place)
  const numbers = [...lower(text).matchAll(ids())]
  if (numbers.length === 0) return none().test(lower(text.trim())) ? [] : titles(text, place)
  const references = numbers.flatMap((found) =>
    numberRange(found[1] as string, found[2] ?? null).map((id) => ({id, title: null, ...placeAt(found.index)})),
  )
  // "1.1, Prepare database": what stands between commas without a number is a title.
  const outside = blankBetween(text, '(', ')')
  const named = [...outside.matchAll(/[^,;，；、]+/g)].filter(([part]) => /\p{L}/u.test(part) && !/\d\.\d/.test(part))
  return [...references, ...named.flatMap((found) => titles(found[0], placeAt(found.index)))]
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

/** Items without numbers are named by their titles: "Prepare, Build". */
function titles(text: string, place: Place): readonly Reference[] {
  const placeAt = places(text, place)
  return [...text.matchAll(/[^,;，；、]+/g)].flatMap((found) => {
    const title = found[0].trim()
    const isNumber = /^\d+$/.test(title)
    return title === ''
      ? []
      : [
          {
            id: isNumber ? title : slug(title, title),
            title: isNumber ? null : title,
            ...placeAt(found.index + found[0].length - found[0].trimStart().length),
          },
        ]
  })
}
