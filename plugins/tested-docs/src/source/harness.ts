import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeAtomic} from 'build-kit/write-atomic'
import {fromGuide, GUIDES} from './fixtures/guide.ts'

const PLUGIN = fileURLToPath(new URL('../../', import.meta.url))
/** What only shows results decides none. */
const SHOWN = /(?:^|\/)(?:theme|view)\/|\.test\.tsx?$/

/** One text for all that decides a run beside the page and its rehearsal: the harness, its stubs, and the code of the guides that fixtures are made from. */
export const harnessHash = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['src', 'stubs'])
    for (const name of readdirSync(join(PLUGIN, folder), {recursive: true, encoding: 'utf8'}).sort())
      if (/\.\w+$/.test(name) && !name.includes('__pycache__') && !SHOWN.test(name.replaceAll('\\', '/')))
        hash
          .update(`${name}\0`)
          .update(readFileSync(join(PLUGIN, folder, name), 'utf8').replaceAll('\r\n', '\n'))
          .update('\0')
  for (const name of Object.keys(GUIDES) as (keyof typeof GUIDES)[]) hash.update(fromGuide(name)).update('\0')
  return `sha256:${hash.digest('hex').slice(0, 32)}`
}

const committed = (siteDir: string, folder: string): string => join(siteDir, folder, 'results', 'harness.txt')

/** With what harness all pages passed last; null when that is not known. */
export const readHarness = (siteDir: string, folder: string): string | null => {
  const path = committed(siteDir, folder)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

export const writeHarness = (siteDir: string, folder: string): Promise<void> =>
  writeAtomic(committed(siteDir, folder), `${harnessHash()}\n`)
