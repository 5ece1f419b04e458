import type {Place} from '../../model/place.ts'
import type {DueDate, Item, Section, Task} from '../../model/plan.ts'
import {excerpt, type Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import type {Context, Read} from '../context.ts'
import {keeper} from '../kept.ts'
import type {Block} from '../markdown/blocks.ts'
import type {PriorityScale} from '../values/priority.ts'
import {claimOfHeading, readClaim} from '../values/claim.ts'
import {lengthInBrackets} from '../values/effort.ts'
import {signedState} from '../values/state.ts'
import {readReferences, type Known} from '../values/reference.ts'
import {slug, type UniqueIds} from './anchor.ts'
import {fieldsOf, tasksOf, type Checkboxes} from './checkboxes.ts'
import type {ItemDraft} from './draft.ts'
import type {FieldAt} from './field-lines.ts'
import {inspectStatus, readItemFields} from './item.ts'

/** What the drafts of a plan are completed from. */
export interface Sources {
  readonly blocks: readonly Block[]
  readonly boxes: Checkboxes
  readonly scale: PriorityScale
  readonly context: Context
}

interface ItemSources extends Sources {
  readonly ids: UniqueIds
  /** What the items of the plan are called by. */
  readonly known: Known
}

/** What an item takes from its section. */
type Home = Pick<Section, 'id' | 'number' | 'title' | 'priority'> & {
  readonly place: Place
  /** Whether most of its items have tasks, and most of all items of the plan. */
  readonly mostHaveTasks: boolean
  readonly mostOfPlanHaveTasks: boolean
}

/** Gives an item its id, priority, fields and tasks. One that is made from the same things as before is the same. */
export function makeItem(draft: ItemDraft, section: Home, sources: ItemSources): Item {
  const {heading, blocks} = draft
  const {boxes, scale, context, ids, known} = sources
  const id = ids.next(heading === null ? section.id : (heading.number ?? slug(heading.title, 'item')))
  const fields = fieldsOf(blocks, boxes)
  const tasks = tasksOf(blocks, boxes)
  // Only what waits for something depends on what others are called, and only where no task is, on bullets.
  const waits = fields.some(({name}) => name === 'dependsOn' || name === 'blockedBy') || tasks.some(({waitsFor}) => waitsFor !== null)
  const {number, title, priority, place, mostHaveTasks, mostOfPlanHaveTasks} = section
  const {value, problems} = keepItem(
    heading?.place ?? place,
    [
      ...[id, heading === null, heading?.number, heading?.title, heading?.priority, heading?.anchor],
      ...[number, title, priority, mostHaveTasks, mostOfPlanHaveTasks, scale, context.plain],
      ...(waits ? [known] : []),
      ...fields,
      ...tasks,
      ...(tasks.length === 0 ? blocks.map((index) => sources.blocks[index]) : []),
    ],
    () => {
      const problems: Problem[] = []
      const own = {...sources, context: {plain: context.plain, report: (found: Problem) => void problems.push(found)}}
      return {value: readItem(id, draft, {fields, tasks}, section, own), problems}
    },
  )
  for (const one of problems) context.report(one)
  return value
}

const keepItem = keeper<Read<Item>>()

function readItem(
  id: string,
  {heading, blocks}: ItemDraft,
  own: {readonly fields: readonly FieldAt[]; readonly tasks: readonly Task[]},
  section: Home,
  sources: ItemSources,
): Item {
  const {scale, context, known} = sources
  const {tasks} = own
  const {line, column} = heading === null ? section.place : heading.place
  const {fieldPriority, statedAt, ...fields} = readItemFields(own.fields, context, scale, known)
  const ownPriority = fieldPriority ?? heading?.priority ?? null
  if (heading !== null) {
    if (fieldPriority !== null) inspectPriority(heading.priority, fieldPriority, heading.place, context)
    if (tasks.length === 0) {
      const isNumbered = heading.number !== null
      const isWork = isNumbered
        ? section.mostHaveTasks || (statedAt.size > 0 && section.mostOfPlanHaveTasks)
        : section.mostHaveTasks && OF_WORK.some((name) => statedAt.has(name))
      const isDone =
        /[✅✔☑❌]/u.test(heading.title) ||
        [fields.fields['status']?.text ?? '', heading.title].some((text) => saysDone(text) || signedState(text) === 'done')
      if (!isDone) inspectTaskless(blocks, heading.place, fields, {isWork, expected: isNumbered && section.mostOfPlanHaveTasks}, sources)
    }
  }
  for (const task of tasks) inspectWaiting(task, known, context)
  inspectStatus({...fields, tasks}, statedAt.get('status'), context)
  return {
    id,
    // Tasks that stand under no item are those of their section, and called by its number.
    number: heading === null ? section.number : heading.number,
    title: heading?.title ?? section.title,
    anchor: heading?.anchor ?? null,
    implicit: heading === null,
    ownPriority,
    priority: ownPriority ?? section.priority,
    ...fields,
    duration: fields.duration ?? (statedAt.has('duration') ? null : headingDuration(heading?.title ?? section.title, {line, column})),
    due: fields.due ?? latestDue(tasks),
    tasks,
    line,
    column,
  }
}

/** Fields that only work has. */
const OF_WORK = ['owner', 'due', 'dependsOn', 'priority'] as const
const saysDone = (text: string): boolean => {
  const claim = readClaim(text) ?? claimOfHeading(text)
  return claim?.kind === 'state' && claim.state === 'done'
}

/** A task may wait for a number that nothing has. */
function inspectWaiting({waitsFor, number, text, line, column}: Task, known: Known, context: Context): void {
  if (waitsFor === null) return
  for (const {id, through, title} of readReferences(waitsFor, {line, column}, known))
    for (const named of through === undefined ? [id] : [id, through])
      if (title === null && !known.has(named))
        context.report(problem('depends/unknown-item', {line, column}, {item: number ?? `"${excerpt(text)}"`, named, nearest: null}))
}

function headingDuration(title: string, {line, column}: Place): Item['duration'] {
  const found = lengthInBrackets(title)
  return found === null ? null : {...found, line, column}
}

/** Without a date of its own an item is due with the last of its open tasks. */
function latestDue(tasks: readonly Task[]): DueDate | null {
  let latest: DueDate | null = null
  for (const {mark, due, line, column} of tasks)
    if (due !== null && (mark === 'open' || mark === 'unknown') && (latest === null || due > latest.date))
      latest = {date: due, line, column}
  return latest
}

function inspectPriority(stated: string | null, field: string, place: Place, context: Context): void {
  if (stated !== null && stated !== field) context.report(problem('priority/conflict', place, {heading: stated, field}))
}

/** "Coverage: > 70%", "< 1 s" and "What is slow?" are values and questions, and nothing to do. */
const isToDo = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^[<>≤≥≈]|^[^:：`]{1,40}[:：]\**\s*(?:[<>≤≥≈~]\s*)?\d|[?？]\s*$/u.test(text)

/** An item without a task. Of bullets without boxes its author may believe that they count, where its number or its fields make it work and most of such items have tasks; elsewhere they are prose. A due date keeps it open for ever, and so does a duration where others have tasks. */
function inspectTaskless(
  own: readonly number[],
  place: Place,
  {duration, due}: Pick<Item, 'duration' | 'due'>,
  {isWork, expected}: {readonly isWork: boolean; readonly expected: boolean},
  {blocks, boxes, context}: Sources,
): void {
  const texts = own.flatMap((index) => {
    const block = blocks[index]
    return block?.type === 'item' && !boxes.fields.has(index) ? [block.lines[0]?.text ?? ''] : []
  })
  const bullets = texts.length
  if (isWork && texts.filter(isToDo).length > bullets / 2) context.report(problem('item/no-boxes', place, {bullets}))
  else if (due !== null || (duration !== null && expected))
    context.report(problem('item/no-tasks', place, {duration: duration?.text ?? null, due: due?.date ?? null}))
}
