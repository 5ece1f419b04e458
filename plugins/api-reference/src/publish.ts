import {existsSync} from 'node:fs'
import {readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {writeAtomic} from 'build-kit/write-atomic'

/** Makes `to` hold what `from` holds. A file that is the same is not touched: each write makes a development server reload. */
export async function publish(from: string, to: string): Promise<void> {
  const wanted = await filesIn(from)
  for (const file of await filesIn(to)) if (!wanted.includes(file)) await rm(join(to, file))
  for (const file of wanted) {
    const bytes = await readFile(join(from, file))
    const target = join(to, file)
    if (existsSync(target) && bytes.equals(await readFile(target))) continue
    await writeAtomic(target, bytes, {durable: false})
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
