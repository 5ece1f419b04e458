import {FIELD_ROWS, stated, type FieldName} from '../../fields/fields.ts'
import {HEALTHS, type Health} from '../../model/health.ts'
import type {PageStatusItem, PageSection, PageStatus} from '../../model/page.ts'
import {chooser, lowered} from './chooser.ts'
import {SORTS, type Sort} from './sort.ts'

/** What a reader wants to see of the items; kept in the address. */
export interface Filter {
  readonly health: Health | 'all'
  /** What an item must state in a field, by the field's name; a field that is left out narrows nothing. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  /** Only tasks that are not done, and items that have one. */
  readonly open: boolean
  readonly text: string
  readonly sort: Sort
}

export const EVERYTHING: Filter = {health: 'all', fields: {}, open: false, text: '', sort: 'plan'}

/** Whether it leaves anything out; an order does not. */
export const isNarrowed = (filter: Filter): boolean => filterQuery({...filter, sort: 'plan'}) !== ''

/** Fields that items are chosen by. */
const FILTERS = FIELD_ROWS.filter(({filter}) => filter === true)
/** What stands in the address for an item that states a free text, and for one that does not. */
export const STATED = 'stated'
export const NOT_STATED = 'none'

/** What an item can be chosen by in a field: a free text only by whether it is there. */
function valuesOf({name, type}: (typeof FILTERS)[number], item: PageStatusItem): readonly string[] {
  if (type === 'priority') return item.priority === null ? [] : [item.priority]
  if (type === 'names') return item.owners
  const found = stated(item, name)
  if (type === 'text') return [found === null ? NOT_STATED : STATED]
  return found === null ? [] : [found.value ?? found.text]
}

/** A field to choose items by, and what there is to choose from, each as people write it. */
export interface FieldChoice {
  readonly name: FieldName
  readonly values: readonly (readonly [value: string, text: string])[]
}

/** The fields that tell items of a plan apart. Priorities are in the order of the legend, other values in that of the alphabet. */
export function fieldChoices({sections, priorities}: Pick<PageStatus, 'sections' | 'priorities'>): readonly FieldChoice[] {
  const items = sections.flatMap((section) => section.items)
  return FILTERS.flatMap((row): readonly FieldChoice[] => {
    const texts = new Map<string, string>()
    for (const item of items)
      for (const value of valuesOf(row, item))
        if (!texts.has(value)) texts.set(value, (row.type === 'text' ? null : stated(item, row.name)?.text) ?? value)
    const values =
      row.type === 'priority'
        ? priorities.flatMap(({id}) => (id === null ? [] : [[id, id] as const]))
        : Array.from(texts).sort(([a], [b]) => (a < b ? -1 : 1))
    // One value for all tells nothing apart; an owner alone does, since other items have none.
    const enough = row.type === 'priority' || row.type === 'text' ? 2 : 1
    return values.length < enough ? [] : [{name: row.name, values}]
  })
}

/** Reads the address; what nobody knows is as if it were not there. */
export function filterOf(query: URLSearchParams): Filter {
  return {
    health: HEALTHS.find((id) => id === query.get('health')) ?? 'all',
    fields: Object.fromEntries(FILTERS.flatMap(({name}) => (query.get(name) ? [[name, query.get(name)]] : []))),
    open: query.get('tasks') === 'open',
    text: query.get('q') ?? '',
    sort: SORTS.find((id) => id === query.get('sort')) ?? 'plan',
  }
}

/** The same for the address: only what narrows. */
export function filterQuery({health, fields, open, text, sort}: Filter): string {
  const chosen = {
    health: health === 'all' ? '' : health,
    ...fields,
    tasks: open ? 'open' : '',
    q: text.trim(),
    sort: sort === 'plan' ? '' : sort,
  }
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''))
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** The sections with the items and the tasks that the filter lets through. Beside what every page seeks in, this page knows issues and tasks. */
export function filteredSections(status: Pick<PageStatus, 'sections' | 'phases'>, filter: Filter): readonly PageSection[] {
  const {shows} = chooser(status, filter)
  const {fields, open} = filter
  return status.sections.flatMap((section) => {
    const items = section.items.flatMap((item): readonly PageStatusItem[] => {
      if (FILTERS.some((row) => (fields[row.name] ?? '') !== '' && !valuesOf(row, item).includes(fields[row.name] as string))) return []
      const issue = (item.issue ?? '').toLowerCase()
      // A large plan comes without its tasks: until they are there, only their number is known.
      if (item.tasks.length === 0 && item.tasksTotal > 0)
        return (!open || item.done < item.tasksTotal) && shows(item, section, issue) ? [item] : []
      const tasks = item.tasks.filter(
        (task) =>
          (!open || task.mark === 'open' || task.mark === 'unknown') && shows(item, section, `${issue}\n${lowered(task, task.text)}`),
      )
      if (tasks.length === 0 && (open || !shows(item, section, issue))) return []
      return [{...item, tasks}]
    })
    return items.length === 0 ? [] : [{...section, items}]
  })
}
