import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** A hash of a built site's pages and code: the same for the same site. Files with these ends are the site; what lives beside them changes alone. */
export async function hashSite(folder: string): Promise<string> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => /\.(?:html|js|css)$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const name of names)
    hash
      .update(name.replaceAll('\\', '/'))
      .update('\0')
      .update(await readFile(join(folder, name)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}
