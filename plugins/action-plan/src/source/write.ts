import {randomBytes} from 'node:crypto'
import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** Writes files below a folder, each under a temporary name first: a reader sees the old file or the new one, never a part. */
export async function writeFiles(folder: string, files: readonly {readonly path: string; readonly body: string}[]): Promise<void> {
  for (const {path, body} of files) {
    const target = join(folder, path)
    const temporary = join(dirname(target), `.${randomBytes(6).toString('hex')}.tmp`)
    await mkdir(dirname(target), {recursive: true})
    try {
      await writeFile(temporary, body)
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, {force: true})
      throw error
    }
  }
}

/** Takes files away below a folder; one that is not there is no error. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(folder, path), {force: true})
}
