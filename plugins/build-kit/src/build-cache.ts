import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {sealed, unsealed} from './sealed.ts'
import {writeAtomic} from './write-atomic.ts'

/** What was made before, and is made of the same, is not made again. */
export interface BuildCache {
  /**
   * What `make` gives, from an earlier build where there was one.
   * @param parts All that decides it, beside the code. What is made must be the same when read from JSON.
   * @param make Throws what it throws; nothing is kept then.
   */
  of<T>(parts: readonly string[], make: () => T | Promise<T>): Promise<T>
  /** Keeps what was asked for, and nothing else. */
  close(): Promise<void>
}

/**
 * Opens what a site keeps under a name.
 * @param code What decides what is made, beside what it is made of: files, such as the manifest that names the versions of libraries, and folders, with all code in them that is no test.
 */
export async function openCache(siteDir: string, name: string, code: readonly URL[]): Promise<BuildCache> {
  const file = join(siteDir, 'node_modules', '.cache', 'build-kit', `${name}.json`)
  const before = await read(file)
  const context = digest(await Promise.all((await Promise.all(code.map(filesOf))).flat().map(async (url) => readFile(url, 'utf8'))))
  const asked = new Map<string, unknown>()
  return {
    async of<T>(parts: readonly string[], make: () => T | Promise<T>) {
      const key = digest([context, ...parts])
      const made = before.has(key) ? (before.get(key) as T) : await make()
      asked.set(key, made)
      return made
    },
    async close() {
      if ([...asked.keys()].some((key) => !before.has(key))) await write(file, asked)
    },
  }
}

/** The files of a folder, whose address ends with a slash. */
async function filesOf(url: URL): Promise<readonly URL[]> {
  if (!url.pathname.endsWith('/')) return [url]
  const names = await readdir(url, {recursive: true})
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => new URL(name.replaceAll('\\', '/'), url))
}

const digest = (texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex')
}

/** A store that is not there, or whose bytes are not those that were written, is empty. */
async function read(file: string): Promise<ReadonlyMap<string, unknown>> {
  try {
    const body = unsealed(await readFile(file, 'utf8'))
    return new Map(JSON.parse(body ?? '[]') as readonly (readonly [string, unknown])[])
  } catch {
    return new Map()
  }
}

/** A folder that cannot be written to costs time, and no build. */
async function write(file: string, made: ReadonlyMap<string, unknown>): Promise<void> {
  try {
    await writeAtomic(file, sealed(JSON.stringify([...made])), {durable: false})
  } catch {
    // The next build makes them again.
  }
}
