import type {State} from '../../lexicon/language.ts'
import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {problem} from '../../rules/problem.ts'
import type {SettingPlace} from '../../rules/status-lists.ts'
import type {Context} from '../context.ts'
import {kept} from '../kept.ts'
import type {TextLine} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import {readClaim} from '../values/claim.ts'
import {signAt, signedState, stateNamed, valueWords} from '../values/state.ts'
import {isHeadingName, type HeadingNames} from './table-claims.ts'
import {namesIn, type Row, type Table} from './table.ts'

/** A table is one of states when so much of its rows have one. */
const MOST = 0.5

/** Says which tables hold a column of states or shares: their rows look like tasks, and are none. `setting` is where the setting can be written that counts them. */
export function inspectStatusTables(
  tables: readonly Table[],
  byName: HeadingNames,
  setting: () => SettingPlace | null,
  context: Context,
): void {
  const place = once(setting)
  for (const table of tables) {
    const {columns, rows, holdsTasks} = table
    const told = rows.filter((row) => !namesIn(row, table).some(({raw}) => isHeadingName(context.plain(raw), byName)))
    const at = columns.findIndex((kind) => kind === 'status' || kind === 'progress')
    const best = at === -1 ? bestColumn(told, columns.length, context) : at
    const claims = told.flatMap((row) => readClaim(context.plain(row[best]?.raw ?? '')) ?? [])
    const first = told[0]?.[0]
    if (first === undefined || claims.length === 0 || claims.length < told.length * MOST) continue
    const done = claims.filter((claim) =>
      claim.kind === 'state' ? claim.state === 'done' : claim.kind === 'percent' ? claim.percent === 100 : claim.done === claim.tasks,
    ).length
    const isOfTasks = holdsTasks && at !== -1
    context.report(problem('task/in-status-table', first, {rows: claims.length, done, isOfTasks, setting: isOfTasks ? place() : null}))
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

/** The words that tasks begin with in Org and Logseq. */
const KEYWORDS: Readonly<Record<string, State>> = {
  TODO: 'open',
  LATER: 'open',
  NOW: 'inProgress',
  DOING: 'inProgress',
  'IN-PROGRESS': 'inProgress',
  WAITING: 'blocked',
  DONE: 'done',
  CANCELED: 'dropped',
  CANCELLED: 'dropped',
}
const KEYWORD = new RegExp(`^(${Object.keys(KEYWORDS).join('|')})\\s+(?=\\S)`)

interface Bullet extends TextLine {
  readonly state: State
}

/** Says that bullets begin with signs for states and have no boxes: where a plan has no tasks, or where the signs tell what is done from what is not. It is one note for a list with all lists in it. */
export function inspectStatusBullets(passages: readonly Passage[], hasTasks: boolean, context: Context): void {
  const told = passages.flatMap(signedLists)
  const all = told.flat()
  const done = all.filter(({state}) => state === 'done').length
  if (hasTasks && (done === 0 || done === all.length)) return
  for (const list of told) {
    const facts = list.map(({line, column, text, state}) => ({
      line,
      column,
      sign: KEYWORD.exec(text)?.[0] ?? signAt(text),
      isDone: state === 'done',
      isOpen: state === 'open',
    }))
    context.report(problem('task/status-bullets', list[0] as Bullet, {bullets: facts}))
  }
}

/** The lists of a passage whose bullets begin with signs, but for those whose signs say something else. */
const signedLists = kept(({blocks, before}: Passage): readonly (readonly Bullet[])[] => {
  const lists = new Map<number, Bullet[]>()
  /** Of each block, the list that holds all others around it. */
  const outer: number[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'item') continue
    outer[index] = block.item === null ? block.list : (outer[block.item - before.blocks] ?? block.list)
    const first = block.lines[0] as TextLine | undefined
    const state = first === undefined ? null : (signedState(first.text) ?? KEYWORDS[KEYWORD.exec(first.text)?.[1] ?? ''] ?? null)
    // A sign alone has no words that a task could have.
    if (first === undefined || state === null || !/[\p{L}\p{N}]/u.test(first.text)) continue
    const list = outer[index]
    const found = lists.get(list)
    if (found === undefined) lists.set(list, [{...first, state}])
    else found.push({...first, state})
  }
  return [...lists.values()].filter((list) => !explainsSigns(list) && !list.some(isAdvice) && !list.every(isBox))
})

/** Each sign once, and behind it only what it means: "✅ Done", "🚧 In progress: somebody works on it". */
const explainsSigns = (list: readonly Bullet[]): boolean =>
  new Set(list.map(({state}) => state)).size === list.length &&
  list.length > 1 &&
  list.every(({text}) => stateNamed(valueWords(text)) !== null)

/** "❌ Don't log secrets": what to do and what not, and no work. */
const isAdvice = ({text, state}: Bullet): boolean => state === 'open' && advice().test(fold(text))
const advice = once(() => new RegExp(`^\\P{L}*${anyOf(words(({avoid}) => avoid))}(?=\\P{L}|$)`, 'u'))

/** What looks like a box is told as one. */
const isBox = ({text}: Bullet): boolean => /^[☑⬜🔲]/u.test(text)
