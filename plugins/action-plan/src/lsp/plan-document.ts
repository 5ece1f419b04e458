import type {Position, Range, TextEdit} from 'vscode-languageserver'
import type {Parsed} from '../model/history.ts'
import type {Place} from '../model/place.ts'
import type {Item, Plan, Reference} from '../model/plan.ts'
import type {ItemReport, Report} from '../model/report.ts'
import type {TextEdit as PlanEdit} from '../rules/edit.ts'

/** A plan that is open in an editor: its text as it is there, and what it says. */
export interface PlanDocument {
  readonly lines: readonly string[]
  readonly parsed: Parsed
  readonly report: Report
}

export function planDocument(text: string, parsed: Parsed, report: Report): PlanDocument {
  return {lines: text.split(/\r\n|\n|\r/), parsed, report}
}

/** Columns of a plan do not count a byte-order mark, those of an editor do. */
const markOn = ({lines}: PlanDocument, line: number): number => (line === 1 && lines[0]?.startsWith('\uFEFF') === true ? 1 : 0)

/** A place of the plan (1-based), as an editor counts (0-based). */
const editorPosition = (document: PlanDocument, {line, column}: Place): Position => ({
  line: line - 1,
  character: column - 1 + markOn(document, line),
})
/** The other way round. */
export const planPlace = (document: PlanDocument, {line, character}: Position): Place => ({
  line: line + 1,
  column: character + 1 - markOn(document, line + 1),
})

/** `length` UTF-16 units from a place on. */
function rangeOf(document: PlanDocument, place: Place, length: number): Range {
  const start = editorPosition(document, place)
  return {start, end: {line: start.line, character: start.character + length}}
}

/** An edit of the plan as one of an editor, which writes line ends as the others of the file. */
export const editorEdit = (document: PlanDocument, {length, text, ...place}: PlanEdit): TextEdit => ({
  range: rangeOf(document, place, length),
  newText: text,
})

/** From a place to the last sign of its line. */
export function restOfLine(document: PlanDocument, place: Place): Range {
  const start = editorPosition(document, place)
  const end = (document.lines[start.line] ?? '').trimEnd().length
  return {start, end: {line: start.line, character: Math.max(start.character, end)}}
}

export const wholeLine = (document: PlanDocument, line: number): Range => restOfLine(document, {line, column: 1})

export const allItems = ({sections}: Plan): readonly Item[] => sections.flatMap(({items}) => items)
export const itemReports = ({report}: PlanDocument): readonly ItemReport[] => report.sections.flatMap(({items}) => items)

/** The item whose heading or task stands on a line. */
export function itemOn(document: PlanDocument, line: number): ItemReport | null {
  return (
    itemReports(document).find(({item}) => (item.line === line && !item.implicit) || item.tasks.some((task) => task.line === line)) ?? null
  )
}

/** The item that a line belongs to: the last that begins before it, unless another heading of the plan does. */
export function itemAround(document: PlanDocument, line: number): ItemReport | null {
  const {sections, phases} = document.parsed.plan
  const heads = [...sections, ...phases].map((one) => one.line)
  let around: ItemReport | null = null
  for (const one of itemReports(document)) if (one.item.line <= line && one.item.line >= (around?.item.line ?? 0)) around = one
  return around === null || heads.some((head) => head > (around?.item.line ?? 0) && head <= line) ? null : around
}

/** How a reference is written. */
const written = ({id, title}: Reference): string => title ?? id

/** Where an item is named, but for its own heading: in fields, in lines of the schedule, and in the settings. */
export function namesOf(document: PlanDocument, {id, number}: Pick<Item, 'id' | 'number'>): readonly Range[] {
  const {plan} = document.parsed
  const found = allItems(plan).flatMap(({dependsOn}) =>
    dependsOn.filter((one) => one.id === id).flatMap((one) => rangeWhereWritten(document, one, written(one))),
  )
  if (number === null) return found
  const lines = [...plan.phases.flatMap((phase) => phase.lines.map(({line}) => line)), ...settingLines(document)]
  return [...found, ...lines.flatMap((line) => tokensOn(document, line).flatMap(({text, range}) => (text === number ? [range] : [])))]
}

/** Lines of the front matter that name items: those of the metrics. */
function settingLines({lines}: PlanDocument): readonly number[] {
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? '')) return []
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  return lines.slice(0, Math.max(end, 0)).flatMap((line, index) => (/["']/.test(line) ? [index + 1] : []))
}

/** Empty for a range ("2.1-2.3"), whose inner items are not written. */
function rangeWhereWritten(document: PlanDocument, place: Place, text: string): readonly Range[] {
  const range = rangeOf(document, place, text.length)
  const line = document.lines[range.start.line] ?? ''
  return line.slice(range.start.character, range.end.character) === text ? [range] : []
}

/** What can be the number of an item, word by word. */
function tokensOn({lines}: PlanDocument, line: number): readonly {readonly text: string; readonly range: Range}[] {
  return [...(lines[line - 1] ?? '').matchAll(/[\p{L}\d](?:[\p{L}\d._-]*[\p{L}\d])?/gu)].map((found) => ({
    text: found[0],
    range: {start: {line: line - 1, character: found.index}, end: {line: line - 1, character: found.index + found[0].length}},
  }))
}

export const isIn = ({start, end}: Range, {line, character}: Position): boolean =>
  line === start.line && character >= start.character && character <= end.character

/** The item that the text at a position names, and where it does. */
export function namedAt(document: PlanDocument, position: Position): {readonly named: ItemReport; readonly range: Range} | null {
  for (const named of itemReports(document))
    for (const range of namesOf(document, named.item)) if (isIn(range, position)) return {named, range}
  return null
}

/** The number in the heading of an item. */
export function numberInHeading(document: PlanDocument, {line, number, implicit}: Item): Range | null {
  if (number === null || implicit) return null
  return tokensOn(document, line).find(({text}) => text === number)?.range ?? null
}
