import {KINDS, type Entry} from '../model/entry.ts'
import {VERSION, type Heads, type Texts} from '../model/index-files.ts'

/** The two files that a browser reads; it makes the entries of them again (`query/entries`). */
export function toIndexFiles(entries: readonly Entry[]): {readonly heads: Heads; readonly texts: Texts} {
  // Its own title, whatever else has led to a part of it.
  const titles = new Map(entries.flatMap(({url, page}) => (url.includes('#') ? [] : [[url, page] as const])))
  const pages = new Map<string, readonly [number, string, string]>()
  const rows = entries.map(({kind, url, title, page, asked}): Heads['entries'][number] => {
    const [path = '', anchor] = url.split('#')
    const known = pages.get(path) ?? ([pages.size, path, titles.get(path) ?? page] as const)
    pages.set(path, known)
    const row = [known[0], KINDS.indexOf(kind), anchor === undefined ? '' : `#${anchor}`, title] as const
    return asked.length === 0 ? row : [...row, asked]
  })
  return {
    heads: {version: VERSION, kinds: KINDS, pages: [...pages.values()].map(([, url, title]) => [url, title]), entries: rows},
    texts: {version: VERSION, texts: entries.map(({text}) => text)},
  }
}
