import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {DocPage, Place} from './pages.ts'

/** A page and its Markdown as it stands by itself. */
export type Copy = {readonly page: DocPage; readonly text: string}
/** A copy's text by the hash of all that decides it. */
type Made = ReadonlyMap<string, string>

const OWN = new URL('.', import.meta.url)

/** The copies of all pages. A copy that was made before of the same is not made again: reading Markdown takes a warm build a twentieth of its time. */
export async function copiesOf(siteDir: string, pages: readonly DocPage[], place: Place): Promise<readonly Copy[]> {
  const file = join(siteDir, 'node_modules', '.cache', 'plain-docs', 'copies.json')
  const made = await read(file)
  const context = digest([await ownCode(), place.url, place.baseUrl, ...pages.flatMap(({source, permalink}) => [source, permalink])])
  const copies = await Promise.all(
    pages.map(async (page) => {
      const key = digest([context, JSON.stringify(page)])
      // The parser takes a while to load, and a warm build has nothing to make.
      return {page, key, text: made.get(key) ?? (await import('./markdown.ts')).toMarkdown(page, pages, place)}
    }),
  )
  if (copies.some(({key}) => !made.has(key))) await write(file, new Map(copies.map(({key, text}) => [key, text])))
  return copies
}

/** The code that makes the copies, and the version of the parser it names. */
async function ownCode(): Promise<string> {
  const names = (await readdir(OWN)).filter((name) => !name.includes('.test.')).sort()
  const texts = await Promise.all([...names, '../package.json'].map(async (name) => readFile(new URL(name, OWN), 'utf8')))
  return digest(texts)
}

const digest = (texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:${text}`)
  return hash.digest('hex')
}

/** A cache that is not there or not whole is empty. */
async function read(file: string): Promise<Made> {
  try {
    return new Map(JSON.parse(await readFile(file, 'utf8')) as readonly (readonly [string, string])[])
  } catch {
    return new Map()
  }
}

/** A folder that cannot be written to costs time, and no build. */
async function write(file: string, made: Made): Promise<void> {
  const part = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(part, JSON.stringify([...made]))
    await rename(part, file)
  } catch {
    // The next build makes them again.
  }
}
