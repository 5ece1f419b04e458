import type {Place} from '../model/place.ts'
import type {Reference} from '../model/plan.ts'
import {slug} from './anchor.ts'

const NONE = /^(?:none|nothing|n\/?a|-|–|—|no\b.*|keine?|aucune?|tbd)\b/i
const ID = /(?<![\w.])(\d+(?:\.\d+)+)(?:\s*(?:-|–|—|to|\.\.)\s*(\d+(?:\.\d+)+))?(?![\w]|\.\d)/g

/** Item numbers in a text, each with its place; "2.1-2.3" is a range and gives all of it. */
export function readReferences(text: string, place: Place): readonly Reference[] {
  if (NONE.test(text.trim())) return []
  const references: Reference[] = []
  if (!/\d\.\d/.test(text)) return titles(text, place)
  for (const found of text.matchAll(ID)) {
    for (const id of range(found[1] as string, found[2])) references.push({id, line: place.line, column: place.column + found.index})
  }
  return references
}

/** Items without numbers are named by their titles: "Prepare, Build". */
function titles(text: string, place: Place): readonly Reference[] {
  return [...text.matchAll(/[^,;]+/g)].flatMap((found) => {
    const title = found[0].trim()
    return title === ''
      ? []
      : [
          {
            id: /^\d+$/.test(title) ? title : slug(title, title),
            line: place.line,
            column: place.column + found.index + found[0].length - found[0].trimStart().length,
          },
        ]
  })
}

function range(first: string, last: string | undefined): readonly string[] {
  if (last === undefined) return [first]
  const stem = first.slice(0, first.lastIndexOf('.') + 1)
  const from = Number(first.slice(stem.length))
  const to = Number(last.slice(stem.length))
  if (!last.startsWith(stem) || !(to >= from && to - from < 1000)) return [first, last]
  return Array.from({length: to - from + 1}, (_, index) => `${stem}${from + index}`)
}
