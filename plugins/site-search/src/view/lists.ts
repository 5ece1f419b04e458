import type {List} from '../model/lists.ts'

interface Listed {
  readonly title: string
  readonly description: string
  readonly permalink: string
  readonly source: string
  readonly frontMatter: Readonly<Record<string, unknown>>
}

/** In the order of the page; a guide is in the first list that takes it. */
const LISTS: readonly {readonly label: string; readonly takes: (doc: Listed, api: string) => boolean}[] = [
  {label: 'Runbooks', takes: ({frontMatter}) => frontMatter.kind === 'runbook'},
  {label: 'Messages', takes: ({frontMatter, source}) => frontMatter.kind === 'troubleshooting' || source.includes('/troubleshooting/')},
  {label: 'API', takes: ({source}, api) => source.startsWith(`@site/${api}/`)},
  {label: 'Guides', takes: () => true},
]

/** Every page once, by what it is. */
export function toLists(docs: readonly Listed[], pages: List['pages'], api: string): readonly List[] {
  const lists = LISTS.map(({label}) => ({
    label,
    pages: docs
      .filter((doc) => LISTS.find(({takes}) => takes(doc, api))?.label === label)
      .map(({permalink, title, description}) => ({url: permalink, title, description}))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
  }))
  return [{label: 'Plan and progress', pages}, ...lists].filter((list) => list.pages.length > 0)
}
