import {numberRange} from '../model/number-range.ts'
import type {Place} from '../model/place.ts'
import type {Reference} from '../model/plan.ts'
import {slug} from './anchor.ts'

const NONE =
  /^(?:none|nothing|n\/?a|-|–|—|keine?|aucune?|tbd|no(?:\s+(?:other\s+)?(?:dependenc(?:y|ies)|items?|blockers?|one))?)(?:\s*[(,.;:].*|\s+[-–—]\s.*)?$/is
const ID = /(?<![\w.])(\d+(?:\.\d+)+)(?:\s*(?:-|–|—|to|\.\.)\s*(\d+(?:\.\d+)+))?(?![\w]|\.\d)/g

/** Item numbers in a text, each with its place; "2.1-2.3" is a range and gives all of it. */
export function readReferences(text: string, place: Place): readonly Reference[] {
  const numbers = [...text.matchAll(ID)]
  if (numbers.length === 0) return NONE.test(text.trim()) ? [] : titles(text, place)
  const references = numbers.flatMap((found) =>
    numberRange(found[1] as string, found[2] ?? null).map((id) => ({id, title: null, ...placeAt(text, place, found.index)})),
  )
  // "1.1, Prepare database": what stands between commas without a number is a title.
  const words = text.replace(/\([^)]*\)/g, (inside) => ' '.repeat(inside.length))
  const named = [...words.matchAll(/[^,;]+/g)].filter(([part]) => /\p{L}/u.test(part) && !/\d\.\d/.test(part))
  return [...references, ...named.flatMap((found) => titles(found[0], placeAt(text, place, found.index)))]
}

/** Where a part of a value stands that may go on below its line, without indent. */
function placeAt(text: string, {line, column}: Place, index: number): Place {
  const before = text.slice(0, index).split('\n')
  return before.length === 1 ? {line, column: column + index} : {line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1}
}

/** Items without numbers are named by their titles: "Prepare, Build". */
function titles(text: string, place: Place): readonly Reference[] {
  return [...text.matchAll(/[^,;]+/g)].flatMap((found) => {
    const title = found[0].trim()
    const isNumber = /^\d+$/.test(title)
    return title === ''
      ? []
      : [
          {
            id: isNumber ? title : slug(title, title),
            title: isNumber ? null : title,
            ...placeAt(text, place, found.index + found[0].length - found[0].trimStart().length),
          },
        ]
  })
}
