import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {agrees, readClaim, type Boxes} from '../values/claim.ts'
import {slug} from './anchor.ts'
import type {HeadingBoxes} from './claims.ts'
import type {Row, Table} from './table.ts'

/** Says which rows of tables claim something else of a section or an item than the boxes below its heading. */
export function inspectTables(tables: readonly Table[], byName: HeadingNames, context: Context): void {
  for (const {columns, rows} of tables) {
    const own = columns.flatMap((kind, at) => (kind === 'status' || kind === 'progress' ? [at] : []))
    if (own.length > 0) for (const row of rows) inspectRow(row, columns, own, byName, context)
  }
}

/** Columns that name no section or item. */
const NO_NAMES: ReadonlySet<Table['columns'][number]> = new Set(['priority', 'owner', 'due', 'duration'] as const)

function inspectRow(row: Row, columns: Table['columns'], own: readonly number[], byName: HeadingNames, context: Context): void {
  const [found] = own.flatMap((at) => {
    const cell = row[at]
    const claim = cell === undefined ? null : readClaim(context.plain(cell.raw))
    return cell === undefined || claim === null ? [] : [{cell, claim}]
  })
  if (found === undefined) return
  const {cell: stated, claim} = found
  for (const [at, cell] of row.slice(0, 3).entries()) {
    if (cell === stated || NO_NAMES.has(columns[at] ?? null)) continue
    const name = context.plain(cell.raw)
    // "10" may count the rows.
    const boxes = (/^\d+$/.test(name.trim()) ? null : byName.get(numberKey(name.trim()))) ?? byName.get(keyOf(name))
    if (boxes == null) continue
    if (!agrees(claim, boxes)) context.report(problem('claim/table', stated, {claim: claim.text, row: name, ...boxes}))
    return
  }
}

/** The boxes of headings by what they are called; null for a name that two have. */
export type HeadingNames = ReadonlyMap<string, Boxes | null>

/** Headings with boxes by their numbers, their words, and what stands before a sign in them ("Phase 1" of "Phase 1: Base"). */
export function headingNames(all: readonly HeadingBoxes[]): HeadingNames {
  const found = new Map<string, Boxes | null>()
  for (const {heading, boxes} of all) {
    if (boxes.tasks === 0) continue
    const {number, words, text} = heading
    const own = new Set([words, text, words.split(/[:(（：–—]/u, 1)[0] ?? ''].map(keyOf).filter((key) => key !== ''))
    if (number !== null) own.add(numberKey(number))
    for (const key of own) found.set(key, found.has(key) ? null : boxes)
  }
  return found
}

/** Whether a text is the name of a heading with boxes, but for one of them; a number alone counts rows. */
export function isHeadingName(name: string, byName: HeadingNames, but: Boxes | null = null): boolean {
  const text = name.trim()
  const keys = [...(/^\d+$/.test(text) ? [] : [numberKey(text)]), keyOf(text.slice(0, LONGEST_NAME))]
  return keys.some((key) => key !== '' && byName.has(key) && (but === null || byName.get(key) !== but))
}

const LONGEST_NAME = 120
const numberKey = (number: string): string => `#${number}`
const keyOf = (name: string): string => (name.length > LONGEST_NAME ? '' : slug(name, ''))
