import {mkdirSync, unwatchFile, watchFile, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/** How often a file is looked at: by its size and times, so that one is seen that is not there yet, or is replaced. */
const INTERVAL = 400

/**
 * Follows files whose names change while a site is written. Docusaurus asks a plugin once, at the start, which paths to watch: it watches the mark,
 * and a change of any file that is followed rewrites the mark. Call the result with the names of now; those of before are let go.
 */
export function following(mark: string): (files: readonly string[]) => void {
  const followed = new Map<string, () => void>()
  let changes = 0
  const write = (): void => writeFileSync(mark, `${changes}\n`)
  mkdirSync(dirname(mark), {recursive: true})
  write()
  return (files) => {
    for (const [file, told] of followed)
      if (!files.includes(file)) {
        unwatchFile(file, told)
        followed.delete(file)
      }
    for (const file of files) {
      if (followed.has(file)) continue
      const told = (): void => {
        changes++
        write()
      }
      followed.set(file, told)
      // Not what keeps a process alive.
      watchFile(file, {persistent: false, interval: INTERVAL}, told)
    }
  }
}
