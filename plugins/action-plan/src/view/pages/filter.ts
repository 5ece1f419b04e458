import {HEALTHS, type Health} from '../../model/health.ts'
import type {PageItem, PageSection, PageStatus} from '../../model/page.ts'

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

/** What items are chosen by on every page: the words that are sought, and a health. */
type Choice = Pick<Filter, 'text' | 'health'>

/** Says of items whether a page shows them: the one answer of all pages. Every word must be found in the name, the priority, the owners, the section or the phase of the item, or in what else the page knows of it (`more`). */
export function chooser(
  {phases}: Pick<PageStatus, 'phases'>,
  {text, health}: Choice,
): {readonly shows: (item: PageItem, section: PageSection, more?: string) => boolean} {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const titles = new Map(phases.map(({id, title}) => [id, title]))
  const known = new Map<PageItem, string>()
  const textOf = (item: PageItem, section: PageSection): string => {
    const found = known.get(item)
    if (found !== undefined) return found
    const parts = [section.label, item.id, item.label, item.priority, ...item.owners, titles.get(item.phase?.id ?? '')]
    const made = parts.join('\n').toLowerCase()
    known.set(item, made)
    return made
  }
  return {
    shows: (item, section, more = '') =>
      (health === 'all' || item.health === health) &&
      (words.length === 0 || words.every((word) => textOf(item, section).includes(word) || more.toLowerCase().includes(word))),
  }
}

/** The sections with the items and the tasks that the filter lets through. Beside what every page seeks in, this page knows issues and tasks. */
export function filteredSections(status: Pick<PageStatus, 'sections' | 'phases'>, filter: Filter): readonly PageSection[] {
  const {shows} = chooser(status, filter)
  const {priority, owner, open} = filter
  return status.sections.flatMap((section) => {
    const items = section.items.flatMap((item): readonly PageItem[] => {
      if (priority !== '' && item.priority !== priority) return []
      if (owner !== '' && !item.owners.includes(owner)) return []
      const issue = item.issue ?? ''
      const tasks = item.tasks.filter(
        ({mark, text}) => (!open || mark === 'open' || mark === 'unknown') && shows(item, section, `${issue}\n${text}`),
      )
      if (tasks.length === 0 && (open || !shows(item, section, issue))) return []
      return [{...item, tasks}]
    })
    return items.length === 0 ? [] : [{...section, items}]
  })
}
