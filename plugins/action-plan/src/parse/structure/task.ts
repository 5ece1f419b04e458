import type {Mark} from '../../model/mark.ts'
import type {Place} from '../../model/place.ts'
import {LETTERED_NUMBER, numberParts} from '../../model/item-number.ts'
import {problem} from '../../rules/problem.ts'
import type {Duration, Task} from '../../model/plan.ts'
import type {Settings} from '../../model/settings.ts'
import {collect, type Context} from '../context.ts'
import {isStruck} from '../markdown/inline.ts'
import type {ItemBlock, TextLine} from '../markdown/blocks.ts'
import {readDate} from '../values/date.ts'
import {parseDue} from '../values/due.ts'
import {readTaskLinks} from '../values/evidence-field.ts'
import {parseDuration} from '../values/duration.ts'
import {durationAt} from '../values/length.ts'
import {parseOwners} from '../values/owner.ts'
import {readTaskFields} from '../values/task-fields.ts'
import type {Trust, Unsure} from '../values/task-notes.ts'
import {parsePriority, rankNamed, takePriority, type PriorityScale} from '../values/priority.ts'
import {holdsBox, type TaskBox} from './checkbox.ts'
import type {FieldAt} from './field-lines.ts'

export interface TaskReader {
  readonly settings: Settings
  readonly scale: PriorityScale
  readonly context: Context
  /** What other tasks of the plan make sure of. */
  readonly trust?: Trust | undefined
}

/** A task, and what may be a note behind its words. */
export interface TaskWithDoubt {
  readonly task: Task
  readonly unsure: Unsure | null
}

/** Reads a list item with a box. Its text ends where the first field begins that is glued to it; what follows a field is not the task's. */
export function readTask(
  block: ItemBlock,
  box: TaskBox,
  glued: readonly FieldAt[],
  {settings, scale, context, trust}: TaskReader,
): TaskWithDoubt {
  const {line, column, text} = block.lines[0] as TextLine
  const place = {line, column}
  const fieldLine = glued[0]?.line
  const kept = fieldLine === undefined ? null : block.lines.filter((one) => one.line < fieldLine).length
  const raw = kept === null ? box.text : box.text.split('\n').slice(0, kept).join('\n')
  if (holdsBox(text.slice(3))) context.report(problem('task/near-box', place, {why: 'second-box', found: '', offset: 0, behind: 'text'}))
  const mark = readMark(box, raw, place, settings, context)
  const {words, unsure} = wordsAndDoubt(raw, place, {scale, context, trust})
  if (mark === 'open' && words.doneOn !== null) context.report(problem('task/box-and-text', place, {}))
  const {text: said, number, evidence, ...fields} = words
  return {task: {text: said, number, mark, ...fields, gfm: box.gfm, evidence, line, column}, unsure}
}

type Words = Omit<Task, 'mark' | 'gfm' | 'cell' | keyof Place>

/** What the words of a task say, and the fields in them. */
export const readWords = (raw: string, place: Place, reader: Pick<TaskReader, 'scale' | 'context'>): Words =>
  wordsAndDoubt(raw, place, reader).words

function wordsAndDoubt(
  raw: string,
  place: Place,
  {scale, context, trust}: Pick<TaskReader, 'scale' | 'context' | 'trust'>,
): {readonly words: Words; readonly unsure: Unsure | null} {
  const fields = readTaskFields(raw, trust)
  const {id, rest} = collect(takePriority(context.plain(fields.raw), place, scale), context)
  const words = {
    text: rest,
    number: numberOf(rest),
    priority: id ?? (fields.priority === null ? null : rankNamed(fields.priority, scale)),
    due: dateOf(fields.due, place, context),
    doneOn: fields.doneOn === null ? null : (readDate(fields.doneOn)?.date ?? null),
    owners: fields.owners,
    duration: lengthOf(fields.duration, place),
    waitsFor: fields.dependsOn,
    evidence: readTaskLinks(raw, place, context.plain),
  }
  return {words, unsure: fields.unsure}
}

/** Fields that a task can have in lines of its own list. */
export const OF_TASKS: ReadonlySet<string> = new Set(['due', 'owner', 'duration', 'priority', 'dependsOn'])

/** The task with what the fields in its list say; what its own text says counts before them. */
export function withFields(task: Task, fields: readonly FieldAt[], scale: PriorityScale, context: Context): Task {
  return fields.reduce((made, {name, value, valuePlace}): Task => {
    const text = context.plain(value)
    if (text === '') return made
    if (name === 'due') return {...made, due: made.due ?? dateOf(text, valuePlace, context)}
    if (name === 'owner') return {...made, owners: made.owners.length > 0 ? made.owners : parseOwners(text)}
    if (name === 'duration') return {...made, duration: made.duration ?? collect(parseDuration(value, valuePlace, context.plain), context)}
    if (name === 'dependsOn') return {...made, waitsFor: made.waitsFor ?? text}
    if (name !== 'priority') return made
    return {...made, priority: made.priority ?? collect(parsePriority(value, valuePlace, scale, context.plain), context)}
  }, task)
}

/** A date that exists; one that does not is told. */
function dateOf(text: string | null, place: Place, context: Context): string | null {
  return text === null
    ? null
    : (collect(
        parseDue(text, place, (raw) => raw),
        context,
      )?.date ?? null)
}

function lengthOf(text: string | null, {line, column}: Place): Duration | null {
  const found = text === null ? null : durationAt(text)
  return text === null || found === null ? null : {text, days: found.days, line, column}
}

const NUMBER = new RegExp(`^\\[?(?:(${LETTERED_NUMBER})|(#\\d{1,6}|\\d{1,6}(?:\\.\\d{1,6})+))(?=[\\]\\s.:)]|$)`, 'u')

/** The number that a text begins with: "T001 Set up", "[AUTH-7] Log in", "1.2.1 Build". */
export function numberOf(text: string): string | null {
  const [, lettered, dotted] = NUMBER.exec(text) ?? []
  return dotted ?? (lettered === undefined || numberParts(lettered) === null ? null : lettered)
}

function readMark(box: TaskBox, raw: string, place: Place, settings: Settings, context: Context): Mark {
  if (isStruck(raw)) {
    context.report(problem('task/dropped', place, {mark: null, count: 1}))
    return 'dropped'
  }
  return box.gfm ? gfmMark(box) : readOwnMark(box.char, place, settings, context)
}

/** The mark of a box that GitHub Flavored Markdown knows. */
const gfmMark = ({char}: TaskBox): Mark => (char === 'x' || char === 'X' ? 'done' : 'open')

/** Whether the text behind a box begins or ends with a sign for done. */
export const hasDoneSign = (raw: string): boolean => /^(?:✅|☑|✔)|[✅☑✔]\uFE0F?$/u.test(raw.trim())

/** Says which open tasks carry a sign for done. Where it stands on more open tasks than on ticked ones it adorns; a single one may be a slip. */
export function inspectSigned(signed: readonly Task[], context: Context): void {
  const open = signed.filter(({mark}) => mark === 'open')
  const done = signed.filter(({mark}) => mark === 'done').length
  if (open.length <= Math.max(1, done)) for (const {line, column} of open) context.report(problem('task/box-and-text', {line, column}, {}))
}

/** The mark of a box with another character, by the plan's settings. */
function readOwnMark(char: string, place: Place, settings: Settings, context: Context): Mark {
  if (/^[✓✔✅☑]\uFE0F?$/u.test(char) && !Object.hasOwn(settings.marks, char)) {
    context.report(problem('task/done-mark', place, {mark: char}))
    return 'done'
  }
  const mark = Object.hasOwn(settings.marks, char) ? (settings.marks[char] as Mark) : 'unknown'
  if (mark === 'unknown') context.report(problem('task/unknown-mark', place, {mark: char}))
  else if (mark === 'dropped') context.report(problem('task/dropped', place, {mark: char, count: 1}))
  return mark
}
