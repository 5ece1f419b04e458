import type {Place} from '../../model/place.ts'
import type {Item, Section} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {isItemNumber, isLettered} from './heading.ts'

/** Reports numbers of items that are given twice, that are those of another section, or that leave some out. */
export function inspectItemNumbers(sections: readonly Section[], context: Context): void {
  const firstWith = new Map<string, Place>()
  for (const section of sections) {
    // "Step 1" may stand in every section.
    const inSection = new Map<string, Place>()
    for (const item of section.items) {
      // The number of an implicit item is that of its section.
      if (item.number === null || item.implicit) continue
      const known = isItemNumber(item.number) ? firstWith : inSection
      const first = known.get(item.number)
      if (first === undefined) known.set(item.number, item)
      else reportDuplicate(item, first, context)
      inspectSection(item, section, context)
    }
    inspectOrder(section.items, context)
  }
}

function reportDuplicate({number, id, line, column}: Item, first: Place, context: Context): void {
  context.report(problem('item/duplicate-number', {line, column}, {number: number ?? '', firstLine: first.line, id}))
}

function inspectSection({number, line, column}: Item, section: Section, context: Context): void {
  if (number === null || section.number === null || !isItemNumber(number) || isLettered(number) || number.startsWith(`${section.number}.`))
    return
  context.report(problem('item/wrong-section', {line, column}, {number, section: section.number}))
}

function inspectOrder(items: readonly Item[], context: Context): void {
  let last: {readonly stem: string; readonly n: number} | null = null
  for (const {number, implicit, line, column} of items) {
    if (number === null || implicit || isLettered(number)) continue
    const dot = number.lastIndexOf('.')
    const here = {stem: number.slice(0, dot + 1), n: Number(number.slice(dot + 1))}
    if (last !== null && last.stem === here.stem && here.n > last.n + 1)
      context.report(problem('item/skipped-number', {line, column}, {number, before: `${last.stem}${last.n}`}))
    last = here
  }
}
