import type {Reference, Section} from '../../model/plan.ts'
import type {Context} from '../context.ts'
import type {PriorityScale} from '../values/priority.ts'
import {mentioned, type Mention} from '../values/reference.ts'
import type {FieldAt} from './field-lines.ts'
import {inspectStatusOf, readItemFields} from './item.ts'

/** The sections of a file that is one task, with what its front matter says: it counts where an item says nothing itself. What the file waits for stands in other files. */
export function withTaskFile(
  sections: readonly Section[],
  found: readonly FieldAt[],
  scale: PriorityScale,
  context: Context,
): readonly Section[] {
  if (found.length === 0) return sections
  const {owners, due, fieldPriority, dependsOn, fields} = readItemFields(found, context, scale, new Map())
  inspectStatusOf(
    found,
    sections.flatMap(({items}) => items.flatMap(({tasks}) => tasks)),
    context,
  )
  const first = sections.find(({items}) => items.length > 0)?.items[0]
  return sections.map((section) => ({
    ...section,
    priority: section.priority ?? fieldPriority,
    items: section.items.map((item) => ({
      ...item,
      priority: item.priority ?? fieldPriority,
      owners: item.owners.length > 0 ? item.owners : owners,
      due: item.due ?? due,
      fields: {...fields, ...item.fields},
      dependsOn: item === first ? [...item.dependsOn, ...dependsOn.flatMap(outside)] : item.dependsOn,
    })),
  }))
}

/** What stands in other files is named as it is written. */
function outside(mention: Mention): readonly Reference[] {
  const {title, line, column} = mention
  return mentioned(mention).map((id) => ({id, title: title ?? id, line, column}))
}
