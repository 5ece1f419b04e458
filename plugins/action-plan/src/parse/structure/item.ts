import type {Place} from '../../model/place.ts'
import {fieldOf, OWN_FIELDS, type FieldName} from '../../fields/fields.ts'
import type {Item, Task} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import {collect, type Context, type Plain} from '../context.ts'
import {agrees, readClaim} from '../values/claim.ts'
import {readChoice} from '../values/choice.ts'
import {parseDue} from '../values/due.ts'
import {parseDuration} from '../values/duration.ts'
import {blankBetween} from '../values/link.ts'
import {withoutStruck} from '../markdown/inline.ts'
import {isTime, parseOwners} from '../values/owner.ts'
import {parsePriority, type PriorityScale} from '../values/priority.ts'
import {readEvidenceField} from '../values/evidence-field.ts'
import {readReferences, type Known, type Mention} from '../values/reference.ts'
import type {FieldAt} from './field-lines.ts'

type Fields = Pick<Item, 'issue' | 'duration' | 'due' | 'owners' | 'evidence' | 'fields'> & {
  /** As they are written. */
  readonly dependsOn: readonly Mention[]
  readonly fieldPriority: string | null
  /** Where the value of each field stands. */
  readonly statedAt: ReadonlyMap<FieldName, Place>
}

/** The first field of a name, with its plain text. */
interface Stated extends FieldAt {
  readonly plain: string
}

/** What the field lines under a heading say. The first of two equal fields counts; a different second one is reported, but a "Timeline" and an "Effort" may differ: how long it takes, and how much work it is. `known` is what the plan's items are called by. */
export function readItemFields(found: readonly FieldAt[], context: Context, scale: PriorityScale, known: Known): Fields {
  const first = new Map<FieldName, Stated>()
  const ofBullets = fieldsOfBullets(found)
  const said = new Set<FieldName>()
  const lines = found.map(({line}) => line)
  for (const written of found) {
    const field = {...written, value: withoutStruck(written.value)}
    const {name} = field
    // Struck through as a whole: it says nothing any more.
    if (field.value.trim() === '' && written.value.trim() !== '') continue
    if (name === 'actions' || (field.nested === true && ofBullets.has(name))) continue
    const {label} = fieldOf(name)
    if (field.glued) context.report(problem('field/glued', field, {fields: [{label, line: field.line, indented: false}]}))
    const value = context.plain(field.value)
    if (value === '') {
      context.report(problem('field/empty', field, {label}))
      continue
    }
    const before = first.get(name)
    if (before === undefined) first.set(name, {...field, plain: value})
    else if (before.plain !== value && !said.has(name) && areOfOne(before, field, lines)) {
      said.add(name)
      context.report(problem('field/conflict', field, {label, value, first: before.plain, firstLine: before.line}))
    }
  }
  /** Readers ask for the plain text of the value, and of parts of it; that of the value is known. */
  const read = <T>(name: FieldName, empty: T, as: (value: string, place: Place, plain: Plain, label: string) => T): T => {
    const field = first.get(name)
    if (field === undefined) return empty
    const plain: Plain = (text) => (text === field.value ? field.plain : context.plain(text))
    return as(field.value, field.valuePlace, plain, field.label)
  }
  // "Blocked by 1.2" names an item, and is a dependency; "Blocked by the vendor" is a reason.
  const blockers = read<readonly Mention[] | null>('blockedBy', null, (value, place) => {
    const found = references(value, place, known)
    return found.every(({id, title}) => title === null || known.has(id)) ? found : null
  })
  return {
    issue: read<string | null>('issue', null, (value, _, plain) => plain(value)),
    duration: read<Item['duration']>('duration', null, (value, place, plain) => collect(parseDuration(value, place, plain), context)),
    due: read<Item['due']>('due', null, (value, place, plain, label) => collect(parseDue(value, place, plain, label), context)),
    owners: read<readonly string[]>('owner', [], (value, place, plain) => {
      const text = plain(value)
      if (isTime(text)) context.report(problem('field/not-a-name', place, {label: fieldOf('owner').label, value: text}))
      return parseOwners(text)
    }),
    dependsOn: [...read('dependsOn', NOTHING, (value, place) => references(value, place, known)), ...(blockers ?? NOTHING)],
    evidence: read<Item['evidence']>('evidence', [], (value, place, plain) => readEvidenceField(value, place, plain)),
    fieldPriority: read<string | null>('priority', null, (value, place, plain) =>
      collect(parsePriority(value, place, scale, plain), context),
    ),
    fields: Object.fromEntries(
      OWN_FIELDS.flatMap(({name, type}) => {
        const text = first.get(name)?.plain ?? ''
        return text === '' || (name === 'blockedBy' && blockers !== null) ? [] : [[name, readChoice(type, text)]]
      }),
    ),
    statedAt: new Map([...first].map(([name, {valuePlace}]) => [name, valuePlace])),
  }
}

/** Whether two fields of a name say the same of the same. Issues may be several, and so may be lengths of different things. */
const areOfOne = (first: FieldAt, other: FieldAt, lines: readonly number[]): boolean =>
  first.name !== 'issue' && (first.name !== 'duration' || first.label === other.label) && areTogether(lines, first.line, other.line)

/** Whether two fields stand among fields alone: what stands between others is of another part of the item. */
const areTogether = (lines: readonly number[], from: number, to: number): boolean =>
  lines.filter((line) => line > from && line <= to).every((line, at, all) => line - (all[at - 1] ?? from) <= 2)

/** Fields that the lists of several bullets have: each belongs to its bullet, and none to the item. */
function fieldsOfBullets(found: readonly FieldAt[]): ReadonlySet<FieldName> {
  const counts = new Map<FieldName, number>()
  for (const {name, nested} of found) if (nested === true) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])))
}

const NOTHING: readonly Mention[] = []
/** Numbers keep their columns: links around them stay in the text. */
const references = (value: string, place: Place, known: Known): readonly Mention[] =>
  readReferences(blankBetween(value, '](', ')'), place, known)

/** Says when the status of an item and its boxes do not agree. */
export function inspectStatus({fields, tasks}: Pick<Item, 'fields' | 'tasks'>, place: Place | undefined, context: Context): void {
  const status = fields['status']
  const claim = status === undefined ? null : readClaim(status.text)
  if (status === undefined || claim === null || place === undefined || tasks.length === 0) return
  const inScope = tasks.filter(({mark}) => mark !== 'dropped').length
  const done = tasks.filter(({mark}) => mark === 'done').length
  if (agrees(claim, {tasks: inScope, done})) return
  context.report(problem('field/contradicts-boxes', place, {status: status.text, done, tasks: inScope}))
}

/** The same for what stands above the items of a section, or of the plan: its status is about all tasks below. */
export function inspectStatusOf(found: readonly FieldAt[], tasks: readonly Task[], context: Context): void {
  const field = found.find(({name}) => name === 'status')
  if (field === undefined) return
  const text = context.plain(withoutStruck(field.value))
  inspectStatus({fields: {status: {text, value: null}}, tasks}, field.valuePlace, context)
}

/** Says which ticked tasks have open tasks under them; `parentOf` gives the task around a task. */
export function inspectNesting(
  tasks: readonly (readonly [index: number, task: Task])[],
  parentOf: (index: number) => Task | null,
  context: Context,
): void {
  const said = new Set<Task>()
  for (const [index, task] of tasks) {
    const parent = parentOf(index)
    if (parent === null || parent.mark !== 'done' || (task.mark !== 'open' && task.mark !== 'unknown') || said.has(parent)) continue
    said.add(parent)
    context.report(problem('task/parent-and-child', parent, {line: task.line}))
  }
}
