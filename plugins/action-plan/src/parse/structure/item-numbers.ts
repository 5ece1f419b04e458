import type {Item, Section} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {isItemNumber, isLettered} from './heading.ts'

/** Reports numbers of items that are given twice, that are those of another section, or that leave some out. */
export function inspectItemNumbers(sections: readonly Section[], context: Context): void {
  const firstWith = new Map<string, Placed>()
  const named = new Set(sections.flatMap(({items}) => items.flatMap(({dependsOn}) => dependsOn.map(({id}) => id))))
  for (const section of sections) {
    // "Step 1" may stand in every section.
    const inSection = new Map<string, Placed>()
    for (const item of section.items) {
      // The number of an implicit item is that of its section.
      if (item.number === null || item.implicit) continue
      const known = isItemNumber(item.number) ? firstWith : inSection
      const first = known.get(item.number)
      if (first === undefined) known.set(item.number, {item, section})
      else reportDuplicate({item, section}, first, named.has(item.number), context)
      inspectSection(item, section, context)
    }
    inspectOrder(section.items, context)
  }
}

interface Placed {
  readonly item: Item
  readonly section: Section
}

/** Numbers that begin anew in another part of the plan are no slip of the pen, as long as nothing names one of them. */
function reportDuplicate({item, section}: Placed, first: Placed, isNamed: boolean, context: Context): void {
  const {line, column, id} = item
  const number = item.number ?? ''
  const beginsAnew = first.section !== section && first.section.number === null && section.number === null && !isNamed
  context.report(
    problem(beginsAnew ? 'item/repeated-number' : 'item/duplicate-number', {line, column}, {number, firstLine: first.item.line, id}),
  )
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
