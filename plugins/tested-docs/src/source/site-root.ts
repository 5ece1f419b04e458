import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The nearest folder above with a site in it. */
export const siteRoot = (): string => {
  for (const start of [process.cwd(), dirname(fileURLToPath(import.meta.url))])
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, 'docusaurus.config.ts'))) return folder
      if (folder === dirname(folder)) break
    }
  return process.cwd()
}
