import {openCache} from 'build-kit/build-cache'
import type {DocPage, Place} from './pages.ts'

/** A page and its Markdown as it stands by itself. */
export type Copy = {readonly page: DocPage; readonly text: string}

const CODE = ['./', '../package.json'].map((name) => new URL(name, import.meta.url))

/** The copies of all pages: reading Markdown takes a warm build a twentieth of its time. */
export async function copiesOf(siteDir: string, pages: readonly DocPage[], place: Place): Promise<readonly Copy[]> {
  const made = await openCache(siteDir, 'plain-docs', CODE)
  // A link to a page becomes its address, and every page may link to every other.
  const addresses = JSON.stringify([place.url, place.baseUrl, pages.map(({source, permalink}) => [source, permalink])])
  const copies = await Promise.all(
    pages.map(async (page) => ({
      page,
      // The parser takes a while to load, and a warm build has nothing to make.
      text: await made.of([addresses, JSON.stringify(page)], async () => (await import('./markdown.ts')).toMarkdown(page, pages, place)),
    })),
  )
  await made.close()
  return copies
}
