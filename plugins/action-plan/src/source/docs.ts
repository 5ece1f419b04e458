import type {Guide} from '../model/global.ts'
import type {Report} from '../model/report.ts'

/** What the plugin needs to know of a page of the docs plugin. */
export interface Doc {
  /** `@site/docs/…` */
  readonly source: string
  readonly permalink: string
  readonly title: string
  readonly items: readonly string[]
}

interface Loaded {
  readonly loadedVersions?: readonly {
    readonly docs: readonly {
      readonly source: string
      readonly permalink: string
      readonly title: string
      readonly frontMatter: Readonly<Record<string, unknown>>
    }[]
  }[]
}

/** The pages of all docs plugins of the site, in the order of their addresses. */
export function docsOf(content: Readonly<Record<string, unknown>> | undefined): readonly Doc[] {
  return (Object.values(content ?? {}) as Loaded[])
    .flatMap(({loadedVersions}) => loadedVersions ?? [])
    .flatMap(({docs}) => docs)
    .map(({source, permalink, title, frontMatter}) => ({
      source,
      permalink,
      title,
      items: Array.isArray(frontMatter.plan_items) ? frontMatter.plan_items.map(String) : [],
    }))
    .sort((a, b) => (a.permalink < b.permalink ? -1 : 1))
}

/** Guides by the items that they name. */
export function guides(docs: readonly Doc[]): Readonly<Record<string, readonly Guide[]>> {
  const found: Record<string, Guide[]> = {}
  for (const {items, title, permalink} of docs) for (const id of items) (found[id] ??= []).push({title, permalink})
  return found
}

/** A line for each item that a guide names and the plan does not have. */
export function unknownItems(docs: readonly Doc[], {sections}: Report): readonly string[] {
  const known = new Set(sections.flatMap(({items}) => items.map(({item}) => item.id)))
  return docs.flatMap(({source, items}) =>
    items
      .filter((id) => !known.has(id))
      .map(
        (id) =>
          `${source.replace(/^@site\//, '')}:1:1 plan_items: unexpected "${id}", expected an item of the plan (correct the number in the front matter)`,
      ),
  )
}
