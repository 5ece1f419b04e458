import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The HTML of an address of a built site, wherever `trailingSlash` has put it. */
export function builtPage(outDir: string, baseUrl: string, url: string): string {
  const path = decodeURI(url.slice(baseUrl.length)).replace(/\/$/, '')
  const file = [`${path}.html`, `${path}/index.html`].map((name) => join(outDir, name)).find((name) => existsSync(name))
  if (file === undefined)
    throw new Error(`${url} is to be searched, but ${outDir} has no such page (fix the option "pages" of docusaurus-plugin-site-search)`)
  // Many small files: one after the other is twice as fast as all at once.
  return readFileSync(file, 'utf8')
}
