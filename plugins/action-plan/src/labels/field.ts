import {translate} from '@docusaurus/Translate'
import {fieldOf, stated, type FieldName} from '../fields/fields.ts'
import type {PageStatusItem} from '../model/page.ts'
import {WORDS} from './words.ts'

/** What a page calls a field: in the language of the site, its usual label there. */
export function fieldLabel(name: FieldName): string {
  const text = {id: fieldLabelId(name), message: fieldOf(name).label}
  return translate(text)
}

const fieldLabelId = (name: FieldName): string => `plan.field.${name}`

const UNSTATED = {
  none: () => translate({id: 'plan.item.none', message: 'none'}),
  unstated: () => translate({id: 'plan.item.unstated', message: 'not stated'}),
  unassigned: () => translate({id: 'plan.item.unassigned', message: 'unassigned'}),
} as const

/** What an item says in a field, as a page shows it; null when it says nothing. `names` are the names of items, by id. */
export function fieldText(item: PageStatusItem, name: FieldName, names: Readonly<Record<string, string>>): string | null {
  const {type} = fieldOf(name)
  if (type === 'priority') return item.priority
  if (type === 'duration') return item.duration?.text ?? null
  if (type === 'names') return item.owners.length === 0 ? null : item.owners.join(', ')
  if (type === 'date') return item.due === null ? null : WORDS.day(item.due)
  if (type === 'references') return item.dependsOn.length === 0 ? null : item.dependsOn.map((id) => names[id] ?? id).join(', ')
  return stated(item, name)?.text ?? null
}

/** What a page shows where an item says nothing in a field; null where it leaves the field out. */
export function unstatedText(name: FieldName): string | null {
  const {unstated} = fieldOf(name)
  return unstated === undefined ? null : UNSTATED[unstated]()
}
