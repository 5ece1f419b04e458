import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {writeAtomic} from 'build-kit/write-atomic'
import type {Result} from '../model/result.ts'

export interface PageFile {
  /** Relative to the site. */
  readonly path: string
  readonly id: string
  readonly text: string
  /** Of the page and of its rehearsal. */
  readonly hash: string
  /** `rehearsals/<id>.sh` beside the page. */
  readonly rehearsal: {readonly path: string; readonly text: string} | null
}

/** Every runbook of a folder; the page that lists them (`index`) is none. */
export const readPages = (siteDir: string, folder: string): PageFile[] => {
  const root = join(siteDir, folder)
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .sort()
    .map((name) => readPage(siteDir, join(root, name)))
}

export const readPage = (siteDir: string, file: string): PageFile => {
  const text = readFileSync(file, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
  const path = relative(siteDir, file).replaceAll('\\', '/')
  const id = path.replace(/^.*\//, '').replace(/\.md$/, '')
  const beside = join(dirname(file), 'rehearsals', `${id}.sh`)
  const rehearsal = existsSync(beside)
    ? {path: relative(siteDir, beside).replaceAll('\\', '/'), text: readFileSync(beside, 'utf8').replaceAll('\r\n', '\n')}
    : null
  const hash = createHash('sha256').update(text)
  if (rehearsal !== null) hash.update('\0').update(rehearsal.text)
  return {path, id, text, hash: `sha256:${hash.digest('hex').slice(0, 32)}`, rehearsal}
}

const resultPath = (siteDir: string, folder: string, id: string): string => join(siteDir, folder, 'results', `${id}.json`)

/** The committed result of a page; null when it never ran. A file that is not a result is an error, not a null. */
export const readResult = (siteDir: string, folder: string, id: string): Result | null => {
  const path = resultPath(siteDir, folder, id)
  if (!existsSync(path)) return null
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Result
    if (value.schemaVersion === 1 && value.id === id && Array.isArray(value.blocks)) return value
  } catch {
    // Said below.
  }
  throw new Error(`${relative(siteDir, path)}:1:1 is not a result of "${id}"; delete it and run \`npm run runbooks -- ${id}\``)
}

export const writeResult = (siteDir: string, folder: string, result: Result): Promise<void> =>
  writeAtomic(resultPath(siteDir, folder, result.id), `${JSON.stringify(result, null, 2)}\n`)

/** Results whose page is gone. */
export const orphans = (siteDir: string, folder: string, ids: ReadonlySet<string>): string[] => {
  const root = join(siteDir, folder, 'results')
  return existsSync(root)
    ? readdirSync(root)
        .filter((name) => name.endsWith('.json') && !ids.has(name.slice(0, -5)))
        .map((name) => `${folder}/results/${name}`)
    : []
}
