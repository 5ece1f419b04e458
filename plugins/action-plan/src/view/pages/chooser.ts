import type {Health} from '../../model/health.ts'
import type {PageSection, PageStatus, PageStatusItem} from '../../model/page.ts'

/** What items are chosen by on every page: the words that are sought, and a health. */
interface Choice {
  readonly text: string
  readonly health: Health | 'all'
}

/** What is sought in, by item: a large plan is searched at each key press. */
const known = new WeakMap<PageStatusItem, string>()
/** The same text in small letters, by what it is the text of. */
const small = new WeakMap<object, string>()

/** A text of something in small letters, made once. */
export function lowered(of: object, text: string): string {
  const found = small.get(of)
  if (found !== undefined) return found
  const made = text.toLowerCase()
  small.set(of, made)
  return made
}

/** Says of items whether a page shows them: the one answer of all pages. Every word must be found in the name, the priority, the owners, the other fields, the section or the phase of the item, or in what else the page knows of it (`more`, in small letters). */
export function chooser(
  {phases}: Pick<PageStatus, 'phases'>,
  {text, health}: Choice,
): {readonly shows: (item: PageStatusItem, section: PageSection, more?: string) => boolean} {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const titles = new Map(phases.map(({id, title}) => [id, title]))
  const textOf = (item: PageStatusItem, section: PageSection): string => {
    const found = known.get(item)
    if (found !== undefined) return found
    const parts = [
      section.label,
      item.id,
      item.label,
      item.priority,
      ...item.owners,
      ...Object.values(item.fields).map((field) => field.text),
      titles.get(item.phase?.id ?? ''),
    ]
    const made = parts.join('\n').toLowerCase()
    known.set(item, made)
    return made
  }
  return {
    shows: (item, section, more = '') =>
      (health === 'all' || item.health === health) &&
      (words.length === 0 || words.every((word) => textOf(item, section).includes(word) || more.includes(word))),
  }
}
