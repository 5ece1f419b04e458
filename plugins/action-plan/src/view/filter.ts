import {HEALTHS, type Health} from '../model/health.ts'
import type {StatusItem, StatusSection} from '../model/status.ts'

/** What a reader wants to see of the items; kept in the address. */
export interface Filter {
  readonly health: Health | 'all'
  /** A priority's id; `''` is any. */
  readonly priority: string
  readonly owner: string
  /** Only tasks that are not done, and items that have one. */
  readonly open: boolean
  readonly text: string
}

export const EVERYTHING: Filter = {health: 'all', priority: '', owner: '', open: false, text: ''}

/** Reads the address; what nobody knows is as if it were not there. */
export function filterOf(query: URLSearchParams): Filter {
  return {
    health: HEALTHS.find((id) => id === query.get('health')) ?? 'all',
    priority: query.get('priority') ?? '',
    owner: query.get('owner') ?? '',
    open: query.get('tasks') === 'open',
    text: query.get('q') ?? '',
  }
}

/** The same for the address: only what narrows. */
export function filterQuery({health, priority, owner, open, text}: Filter): string {
  const chosen = {health: health === 'all' ? '' : health, priority, owner, tasks: open ? 'open' : '', q: text.trim()}
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''))
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** The sections with the items and the tasks that the filter lets through. Every word must be found, in the task or in what stands above it. */
export function filteredSections(sections: readonly StatusSection[], filter: Filter): readonly StatusSection[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  const {health, priority, owner, open} = filter
  return sections.flatMap((section) => {
    const items = section.items.flatMap((item): readonly StatusItem[] => {
      if (health !== 'all' && item.health !== health) return []
      if (priority !== '' && item.priority !== priority) return []
      if (owner !== '' && !item.owners.includes(owner)) return []
      const above = [section.title, item.id, item.title, item.priority, item.issue, ...item.owners].join('\n').toLowerCase()
      const tasks = item.tasks.filter(
        ({mark, text}) =>
          (!open || mark === 'open' || mark === 'unknown') &&
          words.every((word) => above.includes(word) || text.toLowerCase().includes(word)),
      )
      if (tasks.length === 0 && (open || !words.every((word) => above.includes(word)))) return []
      return [{...item, tasks}]
    })
    return items.length === 0 ? [] : [{...section, items}]
  })
}
