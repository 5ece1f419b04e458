import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import type {Block, TextLine} from '../markdown/blocks.ts'
import {readClaim} from '../values/claim.ts'
import {signedState} from '../values/state.ts'
import {slug} from './anchor.ts'
import type {Row, Table} from './table.ts'

/** A table is one of states when so much of its rows have one. */
const MOST = 0.5

/** Says which tables hold a column of states or shares: their rows look like tasks, and are none. `isNamed` tells rows that sum up a heading with boxes. */
export function inspectStatusTables(tables: readonly Table[], isNamed: (name: string) => boolean, context: Context): void {
  for (const {columns, rows} of tables) {
    const told = rows.filter((row) => !row.slice(0, 3).some(({raw}) => isNamed(context.plain(raw))))
    const at = columns.findIndex((kind) => kind === 'status' || kind === 'progress')
    const best = at === -1 ? bestColumn(told, columns.length, context) : at
    const claims = told.flatMap((row) => readClaim(context.plain(row[best]?.raw ?? '')) ?? [])
    const place = told[0]?.[0]
    if (place === undefined || claims.length === 0 || claims.length < told.length * MOST) continue
    const done = claims.filter((claim) =>
      claim.kind === 'state' ? claim.state === 'done' : claim.kind === 'percent' ? claim.percent === 100 : claim.done === claim.tasks,
    ).length
    context.report(problem('task/in-status-table', place, {rows: claims.length, done}))
  }
}

/** The column of a table without a known header in which the most cells begin with a sign for a state; the first of several. */
function bestColumn(rows: readonly Row[], count: number, context: Context): number {
  let [best, most] = [-1, 1]
  for (let at = 0; at < Math.min(count, 20); at++) {
    const signs = rows.filter((row) => signedState(context.plain(row[at]?.raw ?? '')) !== null).length
    if (signs > most) [best, most] = [at, signs]
  }
  return best
}

/** Says that bullets begin with signs for states and have no boxes: where a plan has no tasks, or where the signs tell what is done from what is not. */
export function inspectStatusBullets(blocks: readonly Block[], hasTasks: boolean, context: Context): void {
  const found = blocks.flatMap((block) => {
    const first = block.type === 'item' ? (block.lines[0] as TextLine | undefined) : undefined
    return first !== undefined && signedState(first.text) !== null ? [first] : []
  })
  const done = found.filter(({text}) => signedState(text) === 'done').length
  const [first] = found
  if (first === undefined || (hasTasks && (done === 0 || done === found.length))) return
  context.report(problem('task/status-bullets', first, {bullets: found.length, done}))
}

/** Whether a text is the name of something with boxes, as `names` of headings has it. */
export const namedBy =
  (byName: ReadonlyMap<string, unknown>) =>
  (name: string): boolean =>
    byName.has(`#${name.trim()}`) || byName.has(slug(name.slice(0, 120), ''))
