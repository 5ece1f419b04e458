import {existsSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'

/** The top folder of the repository around a folder, also of a work tree or a submodule; null outside of one. Needs no git. */
export function repositoryRoot(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return null
  }
}
