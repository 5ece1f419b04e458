import {readdirSync, statSync, type Dirent} from 'node:fs'
import {join} from 'node:path'

/** Every file below a folder, by its path from there. A link to a file is one; a link to a folder is not followed, for it may lead back up and never end. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = []
  const look = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), {withFileTypes: true})) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) look(path)
      else if (isFile(entry, join(folder, path))) found.push(path)
    }
  }
  look('')
  return found
}

const isFile = (entry: Dirent, path: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && statSync(path, {throwIfNoEntry: false})?.isFile() === true)
