import type {Reference, Section} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import type {Table} from './table.ts'

/** A number may stand in a table alone, such as that of an item that is done and has no heading any more. Who waits for it waits for nothing that has a date: that is told, and no error. */
export function withoutTableNumbers(
  sections: readonly Section[],
  tables: readonly Table[],
  problems: Problem[],
  context: Context,
): readonly Section[] {
  const isUnknown = unknownTo(sections)
  const inTasks = problems.filter(({rule}) => rule === 'depends/unknown-item')
  if (tables.length === 0 || (inTasks.length === 0 && !sections.some(({items}) => items.some(({dependsOn}) => dependsOn.some(isUnknown)))))
    return sections
  const lines = linesOf(tables, context)
  for (const [at, found] of problems.entries()) {
    if (found.rule !== 'depends/unknown-item') continue
    const {item, named} = found.facts as {readonly item: string; readonly named: string}
    const tableLine = lines.get(named)
    if (tableLine !== undefined) problems[at] = problem('depends/in-table', found, {item, named, tableLine})
  }
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      const isInTable = (one: Reference): boolean => isUnknown(one) && lines.has(one.id)
      const inTable = item.dependsOn.filter(isInTable)
      for (const one of inTable)
        context.report(problem('depends/in-table', one, {item: item.id, named: one.id, tableLine: lines.get(one.id) ?? 1}))
      return inTable.length === 0 ? item : {...item, dependsOn: item.dependsOn.filter((one) => !isInTable(one))}
    }),
  }))
}

function unknownTo(sections: readonly Section[]): (reference: Reference) => boolean {
  const ids = new Set(sections.flatMap(({items}) => items.map(({id}) => id)))
  return ({id, title}) => title === null && !ids.has(id)
}

/** A number with letters or points, in brackets or not: "[C-03]", "7.7". */
const NUMBER = /^[[(#]?([\w.-]*\d)[\])]?$/

/** Where each number stands that a table has in its column of numbers, else in its first one. */
function linesOf(tables: readonly Table[], {plain}: Context): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const {rows, idAt} of tables)
    for (const row of rows) {
      const cell = row[Math.max(0, idAt)]
      const number = cell === undefined ? undefined : NUMBER.exec(plain(cell.raw))?.[1]
      if (number !== undefined && cell !== undefined && !found.has(number)) found.set(number, cell.line)
    }
  return found
}
