import type {Guide} from '../model/global.ts'
import {instanceOf, pageItems, type PageItem} from '../model/page-items.ts'

/** What the plugin needs to know of a page of the docs plugin. */
export interface Doc {
  /** `@site/docs/…` */
  readonly source: string
  readonly permalink: string
  readonly title: string
  readonly items: readonly PageItem[]
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
    .map(({source, permalink, title, frontMatter}) => ({source, permalink, title, items: pageItems(frontMatter)}))
    .sort((a, b) => (a.permalink < b.permalink ? -1 : 1))
}

/** Guides of one plan by the items that they name. */
export function guides(docs: readonly Doc[], instance: string, instances: readonly string[]): Readonly<Record<string, readonly Guide[]>> {
  const found: Record<string, Guide[]> = {}
  for (const {items, title, permalink} of docs)
    for (const {plan, item} of items) if (instanceOf(plan, instances) === instance) (found[item] ??= []).push({title, permalink})
  return found
}
