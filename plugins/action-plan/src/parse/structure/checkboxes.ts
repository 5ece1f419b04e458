import {problem} from '../../rules/problem.ts'
import type {Task} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import type {Settings} from '../../model/settings.ts'
import type {Context, Plain} from '../context.ts'
import {kept} from '../kept.ts'
import {fieldOf} from '../../fields/fields.ts'
import type {Block, HeadingBlock, ItemBlock, Markdown, TextLine} from '../markdown/blocks.ts'
import type {Passage} from '../markdown/passages.ts'
import {fold} from '../../lexicon/lexicon.ts'
import {noteOf} from '../values/note.ts'
import {parseOwners} from '../values/owner.ts'
import type {PriorityScale} from '../values/priority.ts'
import type {Trust, Unsure} from '../values/task-notes.ts'
import {readCheckbox, type IgnoredBox} from './checkbox.ts'
import {fieldLines, type FieldAt} from './field-lines.ts'
import {peopleOf} from './people.ts'
import {looseCheckboxes} from './loose-checkboxes.ts'
import {hasDoneSign, inspectSigned, OF_TASKS, readTask, withFields, type TaskReader} from './task.ts'
import {reportHidden, verbatimCheckboxes} from './verbatim-checkboxes.ts'

export interface Checkboxes {
  /** By the index of their block. */
  readonly tasks: ReadonlyMap<number, Task>
  /** The rows of tables that are tasks, by the index of their block. */
  readonly rows: ReadonlyMap<number, readonly Task[]>
  /** By the index of their block; a block without fields is not in it. */
  readonly fields: ReadonlyMap<number, readonly FieldAt[]>
  readonly gfm: {readonly tasks: number; readonly done: number}
  readonly ignored: readonly IgnoredBox[]
}

interface CheckboxReader extends TaskReader {
  readonly passage: Passage
  readonly isLink: (label: string) => boolean
}

interface Draft extends Checkboxes {
  readonly tasks: Map<number, Task>
  readonly fields: Map<number, readonly FieldAt[]>
  readonly gfm: {tasks: number; done: number}
  readonly ignored: IgnoredBox[]
  /** Tasks whose text carries a sign for done. */
  readonly signed: Task[]
  /** How many tasks say beside their words how long they take. */
  withLength: number
  /** What may be notes behind the words of tasks, and how these are read again when it is sure. */
  readonly doubts: (Unsure & {readonly index: number; readonly again: (trust: Trust) => Task})[]
}

/** Reads every box of the file: tasks with their marks and the field lines glued to them, and box-like text that is no task, with the reason. */
export function readCheckboxes(markdown: Markdown, settings: Settings, scale: PriorityScale, context: Context): Checkboxes {
  const draft = empty()
  for (const passage of markdown.passages) {
    const {found, problems} = readPassage(passage, settings, scale, markdown.plain, markdown.isLink)
    for (const [index, task] of found.tasks) draft.tasks.set(index, task)
    for (const [index, fields] of found.fields) draft.fields.set(index, fields)
    draft.gfm.tasks += found.gfm.tasks
    draft.gfm.done += found.gfm.done
    draft.withLength += found.withLength
    addAll(draft.ignored, found.ignored)
    addAll(draft.signed, found.signed)
    addAll(draft.doubts, found.doubts)
    for (const one of problems) context.report(one)
  }
  reportHidden(draft.ignored, context)
  inspectSigned(draft.signed, context)
  settleDoubts(draft, markdown)
  return draft
}

const empty = (): Draft => ({
  tasks: new Map(),
  rows: new Map(),
  fields: new Map(),
  gfm: {tasks: 0, done: 0},
  ignored: [],
  signed: [],
  doubts: [],
  withLength: 0,
})

/** What the boxes of a passage say by themselves. */
const readPassage = kept(
  (
    passage: Passage,
    settings: Settings,
    scale: PriorityScale,
    plain: Plain,
    isLink: (label: string) => boolean,
  ): {readonly found: Draft; readonly problems: readonly Problem[]} => {
    const problems: Problem[] = []
    const context: Context = {report: (found) => void problems.push(found), plain}
    const {blocks} = passage
    const reader: CheckboxReader = {passage, isLink, settings, scale, context}
    const found = empty()
    for (const [at, block] of blocks.entries()) {
      const index = passage.before.blocks + at
      if (block.type === 'item') readItem(block, index, reader, found)
      else if (block.type === 'paragraph') {
        addAll(found.ignored, looseCheckboxes(block.lines, false, context))
        addFields(found, index, fieldLines(block.lines, null))
      } else if (block.type === 'heading') inspectHeading(block, reader, found)
      // Where rows are tasks, the boxes in them are theirs: rows.ts reads tables.
      else if (block.type !== 'table' || !settings.tables) addAll(found.ignored, verbatimCheckboxes(block, passage, context))
    }
    return {found, problems}
  },
)

/** Reads tasks again whose last words are notes by what other tasks say: a name that is an owner elsewhere, a length of time as several have it. */
function settleDoubts({doubts, tasks, fields, withLength}: Draft, markdown: Markdown): void {
  if (doubts.length === 0) return
  const names = new Set(doubts.some(({names: own}) => own.length > 0) ? peopleOf(markdown) : [])
  for (const {owners} of tasks.values()) for (const name of owners) names.add(fold(name))
  for (const all of fields.values())
    for (const {name, value} of all) if (name === 'owner') for (const owner of parseOwners(markdown.plain(value))) names.add(fold(owner))
  const lengths = doubts.filter(({isLength}) => isLength).length + withLength
  const trust = {lengths: lengths > 1 && lengths >= tasks.size / LEAST_SHARE, names}
  // Where a plan says how long tasks take, a name beside a length of half a day or more is whose task that is, if the plan has that word nowhere else.
  if (trust.lengths) for (const name of onceNamed(doubts, markdown)) names.add(name)
  for (const {index, isLength, names: own, again} of doubts) {
    const task = tasks.get(index)
    if (task === undefined || !((isLength && trust.lengths) || own.some((name) => names.has(fold(name))))) continue
    const {text, owners, duration, due, priority} = again(trust)
    tasks.set(index, {
      ...task,
      text,
      owners: owners.length > 0 ? owners : task.owners,
      duration: duration ?? task.duration,
      due: due ?? task.due,
      priority: priority ?? task.priority,
    })
  }
}

function onceNamed(doubts: Draft['doubts'], {passages}: Markdown): readonly string[] {
  const counts = new Map<string, {said: number; found: number}>()
  for (const {isLong, names} of doubts)
    if (isLong)
      for (const name of names) {
        const known = counts.get(fold(name))
        counts.set(fold(name), {said: (known?.said ?? 0) + 1, found: 0})
      }
  if (counts.size === 0) return []
  for (const {lines} of passages)
    for (const line of lines)
      for (const word of line.match(/[\p{L}\p{M}'’-]+/gu) ?? []) {
        const known = counts.get(fold(word))
        if (known !== undefined) known.found++
      }
  return [...counts].flatMap(([name, {said, found}]) => (found <= said ? [name] : []))
}

function readItem(block: ItemBlock, index: number, reader: CheckboxReader, draft: Draft): void {
  const {passage, context} = reader
  const [first] = block.lines
  if (first === undefined) return
  const rest = block.lines.length === 1 ? NO_LINES : block.lines.slice(1)
  const box = readCheckbox(block, passage, reader.isLink, (char) => Object.hasOwn(reader.settings.marks, char))
  if (box?.kind === 'near') {
    draft.ignored.push({line: first.line, column: first.column, reason: box.reason})
    context.report(box.near === null ? problem('task/empty', first, {}) : problem('task/near-box', first, box.near))
  }
  if (box?.kind === 'tag') {
    draft.ignored.push({line: first.line, column: first.column, reason: 'tag'})
    context.report(problem('task/tag', first, {tag: box.char}))
  }
  addAll(draft.ignored, looseCheckboxes(rest, true, context))
  if (box === null) addOwnFields(block, index, reader, draft)
  if (box?.kind !== 'task') return
  if (box.gfm) draft.gfm.tasks++
  if (box.gfm && (box.char === 'x' || box.char === 'X')) draft.gfm.done++
  const glued = fieldLines(rest, first.column)
  addFields(draft, index, glued)
  const {task, unsure} = readTask(block, box, glued, reader)
  draft.tasks.set(index, task)
  if (task.duration !== null) draft.withLength++
  if (unsure !== null)
    draft.doubts.push({...unsure, index, again: (trust) => readTask(block, box, glued, {...reader, context: silent(context), trust}).task})
  if (box.gfm && hasDoneSign(glued.length === 0 ? box.text : (box.text.split('\n', 1)[0] ?? ''))) draft.signed.push(task)
}

/** Adds the fields of a list item without a box: those of an item, unless it stands in the list of a task, which has them then. */
function addOwnFields(block: ItemBlock, index: number, {passage, scale, context}: CheckboxReader, draft: Draft): void {
  const fields = fieldLines(block.lines, null)
  if (fields.length === 0) return addOwnNote(block, passage, draft)
  const at = taskIndexAround(block, passage.blocks, passage.before.blocks, draft.tasks)
  const task = at === null ? undefined : draft.tasks.get(at)
  if (at === null || task === undefined) {
    const isNested = block.item !== null
    draft.fields.set(index, isNested ? fields.map((field) => ({...field, nested: true as const})) : fields)
    return
  }
  draft.tasks.set(at, withFields(task, fields, scale, context))
  const lost = fields.find(({name}) => fieldOf(name).key !== undefined && !OF_TASKS.has(name))
  if (lost !== undefined) context.report(problem('field/of-task', lost, {label: fieldOf(lost.name).label, taskLine: task.line}))
}

/** Adds what a list item in the list of a task says of it without a colon: "depends on T003", "blocked by #3". */
function addOwnNote(block: ItemBlock, {blocks, before}: Passage, draft: Draft): void {
  const text = block.item === null || block.lines.length !== 1 ? '' : (block.lines[0]?.text ?? '')
  const note = text.length > LONGEST_NOTE || !/\d/.test(text) ? null : noteOf(text)
  const at = note?.name === 'dependsOn' ? taskIndexAround(block, blocks, before.blocks, draft.tasks) : null
  const task = at === null ? undefined : draft.tasks.get(at)
  if (at !== null && task !== undefined && note !== null) draft.tasks.set(at, {...task, waitsFor: task.waitsFor ?? note.value})
}
const LONGEST_NOTE = 100

function inspectHeading({lines: [first]}: HeadingBlock, {context}: CheckboxReader, draft: Draft): void {
  if (first === undefined || !/^\[[ xX]\]\s/.test(first.text)) return
  draft.ignored.push({line: first.line, column: first.column, reason: 'heading'})
  context.report(problem('task/outside-list', first, {where: 'heading'}))
}

/** The tasks of some blocks: boxes and rows. */
export function tasksOf(blocks: readonly number[], {tasks, rows}: Pick<Checkboxes, 'tasks' | 'rows'>): readonly Task[] {
  const found: Task[] = []
  for (const index of blocks) {
    const task = tasks.get(index)
    if (task !== undefined) found.push(task)
    else addAll(found, rows.get(index) ?? NO_TASKS)
  }
  return found
}
const NO_TASKS: readonly Task[] = []

/** Whether a block is a task, or a table of some. */
export const holdsTask = (index: number, {tasks, rows}: Pick<Checkboxes, 'tasks' | 'rows'>): boolean => tasks.has(index) || rows.has(index)

/** The fields of some blocks. */
export function fieldsOf(blocks: readonly number[], {fields}: Pick<Checkboxes, 'fields'>): readonly FieldAt[] {
  const found: FieldAt[] = []
  for (const index of blocks) addAll(found, fields.get(index) ?? NO_FIELDS)
  return found
}

/** The task in whose list a block stands, at any depth; null when it stands in none. */
export function taskAround(block: Block | undefined, blocks: readonly Block[], tasks: ReadonlyMap<number, Task>): Task | null {
  const at = taskIndexAround(block, blocks, 0, tasks)
  return at === null ? null : (tasks.get(at) ?? null)
}

/** `blocks` are those behind the first `before` ones of the file. */
function taskIndexAround(
  block: Block | undefined,
  blocks: readonly Block[],
  before: number,
  tasks: ReadonlyMap<number, Task>,
): number | null {
  for (let at = block?.item ?? null; at !== null; at = blocks[at - before]?.item ?? null) if (tasks.has(at)) return at
  return null
}

/** Of so many tasks one has a length of time, where it is the plan's habit to say it: "Set the time-out (24 hours)" is no work. */
const LEAST_SHARE = 8

const silent = ({plain}: Context): Context => ({report: () => undefined, plain})

const NO_LINES: readonly TextLine[] = []
const NO_FIELDS: readonly FieldAt[] = []

function addFields(draft: Draft, index: number, fields: readonly FieldAt[]): void {
  if (fields.length > 0) draft.fields.set(index, fields)
}

function addAll<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one)
}
