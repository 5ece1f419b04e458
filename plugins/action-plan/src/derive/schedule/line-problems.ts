import {isHabit} from '../../model/few.ts'
import type {Problem} from '../../model/problem.ts'
import type {ResolvedLine} from './resolve-line.ts'

/** A text that begins like a reference: "1.2", "Item 2.1", "Section 3", with the number in brackets too. "Switch off TLS 1.2" is none, and "Task 3" counts the lines of the schedule. */
const LIKE_REFERENCE =
  /^[^\p{L}\p{N}]*(?:(?:items?|tasks?|sections?|steps?)\s+)?#?\d+(?:\.\d+)+(?![\w%])|^[^\p{L}\p{N}]*sections?\s+#?\d+(?![\w%])/iu

/** What is wrong with the lines of a schedule. A line that names nothing is a mistake only where it looks like a reference, or where lines beside it are references: elsewhere the list describes the phase. Where no item has a number (`isNumbered` is false), a number refers to nothing. */
export function lineProblems(phases: readonly (readonly ResolvedLine[])[], isNumbered: boolean): readonly Problem[] {
  const outer = phases.flatMap((lines) => lines.filter(isOuter))
  const areReferences = nameItems(outer)
  return phases.flatMap((lines) => {
    const depths = new Map<number, ResolvedLine[]>()
    for (const one of lines) {
      const known = depths.get(one.line.depth)
      if (known === undefined) depths.set(one.line.depth, [one])
      else known.push(one)
    }
    const named = new Set([...depths].flatMap(([depth, beside]) => (nameItems(beside) ? [depth] : [])))
    return lines.flatMap((one) => {
      const {line, problems, doubts} = one
      const isMeant =
        doubts.length > 0 && (named.has(line.depth) || (areReferences && isOuter(one)) || (isNumbered && LIKE_REFERENCE.test(line.text)))
      return isMeant ? [...problems, ...doubts] : problems
    })
  })
}

const isOuter = ({line}: ResolvedLine): boolean => line.depth === 0
/** Whether lines that stand beside each other are meant as references: all but a few name something by number or by its title. Words that lines have in common with a title are no reference: a description of work has them too. */
function nameItems(lines: readonly ResolvedLine[]): boolean {
  const naming = lines.filter(({sure}) => sure === 'by-number' || sure === 'by-title').length
  return isHabit(naming, lines.length - naming)
}
