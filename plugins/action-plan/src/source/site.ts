import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {siteBuild} from '../model/site.ts'

/** The address of a script, wherever a site's template of pages puts it. */
const ADDRESS = /(?<![^\s"'=])[^\s"'=]*\/assets\/js\/[^\s"'<>]+\.js/g

/** The name of a built site: the one that each of its pages finds in itself. Null when the folder holds none. */
export async function builtSite(folder: string): Promise<string | null> {
  const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => '')
  return siteBuild(page.match(ADDRESS) ?? [])
}
