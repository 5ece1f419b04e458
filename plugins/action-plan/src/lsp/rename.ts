import type {Position, Range, TextEdit} from 'vscode-languageserver'
import type {Item} from '../model/plan.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {applyEdits, replace, type TextEdit as PlanEdit} from '../rules/edit.ts'
import {allItems, editorEdit, isIn, namedAt, namesOf, numberInHeading, planPlace, type PlanDocument} from './plan-document.ts'

/** The number of an item that stands at a position: in its heading, or where it is named. */
export function itemNumberAt(document: PlanDocument, position: Position): {readonly item: Item; readonly range: Range} | null {
  for (const item of allItems(document.parsed.plan)) {
    const range = numberInHeading(document, item)
    if (range !== null && isIn(range, position)) return {item, range}
  }
  const reference = namedAt(document, position)
  const item = reference?.named.item ?? null
  return reference === null || item?.number == null || textOf(document, reference.range) !== item.number
    ? null
    : {item, range: reference.range}
}

const textOf = ({lines}: PlanDocument, {start, end}: Range): string => (lines[start.line] ?? '').slice(start.character, end.character)

/** Gives an item another number wherever the plan names it; a text says why that cannot be. */
export function rename(document: PlanDocument, position: Position, wanted: string): readonly TextEdit[] | string {
  const found = itemNumberAt(document, position)
  if (found === null) return 'Here is no number of an item. Put the cursor on the number in a heading, or where it is named.'
  const {item} = found
  const number = wanted.trim()
  const taken = allItems(document.parsed.plan).find((one) => one.number === number && one.line !== item.line)
  if (taken !== undefined) return `Line ${taken.line} has the number ${number}: "${taken.title}". Choose another number.`
  const heading = numberInHeading(document, item)
  const ranges = [...(heading === null ? [] : [heading]), ...namesOf(document, item)].filter(
    (range) => textOf(document, range) === item.number,
  )
  const edits = [...new Map(ranges.map((range) => [`${range.start.line} ${range.start.character}`, range])).values()].map((range) =>
    replace(planPlace(document, range.start), range.end.character - range.start.character, number),
  )
  return isRenamed(document, item, number, edits)
    ? edits.map((edit) => editorEdit(document, edit))
    : `"${wanted}" is not read as the number of this item. Write a number such as 1.2.`
}

/** Where an item is named: its number in its heading too, when that is asked. */
export function references(document: PlanDocument, position: Position, withHeading: boolean): readonly Range[] {
  const item = itemNumberAt(document, position)?.item ?? namedAt(document, position)?.named.item
  if (item === undefined) return []
  const heading = withHeading ? numberInHeading(document, item) : null
  return [...(heading === null ? [] : [heading]), ...namesOf(document, item)]
}

/** Whether the changed text says the same as before, but for the number. */
function isRenamed(document: PlanDocument, item: Item, number: string, edits: readonly PlanEdit[]): boolean {
  const [before, after] = [allItems(document.parsed.plan), allItems(parsePlan(applyEdits(document.lines.join('\n'), edits)).plan)]
  const now = (id: string): string => (id === item.id ? number : id)
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const other = after[index]
      return (
        other !== undefined &&
        other.line === one.line &&
        other.number === (one.line === item.line && !one.implicit ? number : one.number) &&
        other.title === one.title &&
        other.dependsOn.map(({id}) => id).join() === one.dependsOn.map(({id}) => now(id)).join()
      )
    })
  )
}
