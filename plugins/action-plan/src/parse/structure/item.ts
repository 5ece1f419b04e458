import type {Place} from '../../model/place.ts'
import type {Item, Task} from '../../model/plan.ts'
import {problem} from '../../model/problem.ts'
import type {Context} from '../context.ts'
import {parseDue} from '../values/due.ts'
import {parseDuration} from '../values/duration.ts'
import type {FieldName} from '../fields.ts'
import {blankBetween} from '../values/link.ts'
import {withoutStruck} from '../markdown/inline.ts'
import {parseOwners} from '../values/owner.ts'
import {parsePriority, type PriorityScale} from '../values/priority.ts'
import {readEvidenceField} from '../values/evidence-field.ts'
import {readReferences} from '../values/reference.ts'
import type {FieldAt} from './field-lines.ts'

type Fields = Pick<Item, 'issue' | 'duration' | 'due' | 'owners' | 'dependsOn' | 'evidence'> & {readonly fieldPriority: string | null}

/** What the field lines under a heading say. The first of two equal fields counts; a different second one is reported. */
export function readItemFields(found: readonly FieldAt[], context: Context, scale: PriorityScale): Fields {
  const first = new Map<FieldName, FieldAt>()
  for (const written of found) {
    const field = {...written, value: withoutStruck(written.value)}
    const {name} = field
    // Struck through as a whole: it says nothing any more.
    if (field.value.trim() === '' && written.value.trim() !== '') continue
    if (name === 'actions') continue
    if (field.glued)
      context.report(problem('field/glued', field, 'Markdown joins this field to the task above it', 'add a blank line before it'))
    if (context.plain(field.value) === '') {
      context.report(problem('field/empty', field, `the ${name} has no value`, 'write its value after the colon, or delete the line'))
      continue
    }
    const before = first.get(name)
    if (before === undefined) first.set(name, field)
    else if (context.plain(before.value) !== context.plain(field.value))
      context.report(
        problem(
          'field/conflict',
          field,
          `a second ${name}, "${context.plain(field.value)}"; line ${before.line} says "${context.plain(before.value)}", which counts`,
          'keep one of them',
        ),
      )
  }
  const read = <T>(name: FieldName, empty: T, as: (value: string, place: Place) => T): T => {
    const field = first.get(name)
    return field === undefined ? empty : as(field.value, field.valuePlace)
  }
  return {
    issue: read<string | null>('issue', null, (value) => context.plain(value)),
    duration: read<Item['duration']>('duration', null, (value, place) => parseDuration(value, place, context)),
    due: read<Item['due']>('due', null, (value, place) => parseDue(value, place, context)),
    owners: read<readonly string[]>('owner', [], (value) => parseOwners(context.plain(value))),
    // Numbers keep their columns: links around them stay in the text.
    dependsOn: read<Item['dependsOn']>('dependsOn', [], (value, place) => readReferences(blankBetween(value, '](', ')'), place)),
    evidence: read<Item['evidence']>('evidence', [], (value, place) => readEvidenceField(value, place, context)),
    fieldPriority: read<string | null>('priority', null, (value, place) => parsePriority(value, place, scale, context)),
  }
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
    context.report(
      problem(
        'task/parent-and-child',
        parent,
        `ticked, but the task under it on line ${task.line} is open; each box counts as written`,
        'tick the tasks under it, or untick this one',
      ),
    )
  }
}
