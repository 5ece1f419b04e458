import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {writeAllAtomic} from 'build-kit/write-atomic'

/** Writes files below a folder: a reader sees the old file or the new one, never a part, and when one cannot be written all stay as they are. They can be made again, so no file is flushed to the disk: there are hundreds. */
export function writeFiles(folder: string, files: readonly {readonly path: string; readonly body: string}[]): Promise<void> {
  return writeAllAtomic(
    files.map(({path, body}) => ({path: join(folder, path), body})),
    {durable: false},
  )
}

/** Takes files away below a folder; one that is not there is no error. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(folder, path), {force: true})
}
