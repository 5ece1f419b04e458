import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {SiteConfig} from './job.ts'
import {fingerprint} from './fingerprint.ts'
import type {PluginOptions} from './options.ts'

export interface Generated {
  /** The folder that holds the pages. */
  readonly pages: string
  /** A line for each public name without a doc comment: place, name, fix. */
  readonly undocumented: readonly string[]
}

/** The pages for the sources as they are: from the cache, or made now. Several processes may ask at the same time. */
export async function generated(site: SiteConfig, options: PluginOptions, write = make): Promise<Generated> {
  const cache = join(site.siteDir, 'node_modules', '.cache', 'api-reference')
  const name = fingerprint(site.siteDir, options)
  const folder = join(cache, name)
  if (!(await isWhole(folder))) {
    await mkdir(cache, {recursive: true})
    const made = await mkdtemp(join(cache, 'making-'))
    try {
      await write(site, options, made)
      await writeFile(join(made, SEAL), await sealOf(made))
      // A damaged one goes, whole or not at all.
      const damaged = `${made}-damaged`
      if (existsSync(folder) && !(await isWhole(folder))) await rename(folder, damaged).catch(() => undefined)
      await rm(damaged, {recursive: true, force: true})
      // Another process may have been quicker: its pages are the same.
      await rename(made, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error
      })
    } finally {
      await rm(made, {recursive: true, force: true})
    }
    for (const old of await readdir(cache))
      if (old !== name && !old.startsWith('making-')) await rm(join(cache, old), {recursive: true, force: true})
  }
  return {
    pages: join(folder, 'pages'),
    undocumented: JSON.parse(await readFile(join(folder, 'undocumented.json'), 'utf8')) as readonly string[],
  }
}

/** Beside the pages: names all their bytes. */
const SEAL = 'seal'

/** The digest of every file below a folder but the seal itself. */
async function sealOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const found = await readdir(folder, {recursive: true, withFileTypes: true})
  const names = found.filter((entry) => entry.isFile() && entry.name !== SEAL).map((entry) => join(entry.parentPath, entry.name))
  for (const name of names.sort()) hash.update(`\0${relative(folder, name)}\0`).update(await readFile(name))
  return hash.digest('hex')
}

/** Whether pages that were made before are still as they were made. */
async function isWhole(folder: string): Promise<boolean> {
  const seal = await readFile(join(folder, SEAL), 'utf8').catch(() => null)
  return seal !== null && seal === (await sealOf(folder))
}

/** Runs TypeDoc in a process of its own: it needs half a gigabyte, which a development server must not keep. */
async function make(site: SiteConfig, options: PluginOptions, folder: string): Promise<void> {
  const tsconfig = join(folder, 'tsconfig.json')
  const files = options.entries.map(({file}) => resolve(site.siteDir, file))
  await writeFile(
    tsconfig,
    JSON.stringify({
      extends: resolve(site.siteDir, options.tsconfig),
      include: [],
      files,
      // Relative ones would be looked for beside this file.
      compilerOptions: {typeRoots: [join(site.siteDir, 'node_modules', '@types')]},
    }),
  )
  const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url))
  const child = spawn(process.execPath, [worker], {cwd: site.siteDir, stdio: ['pipe', 'pipe', 'pipe']})
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  child.stdin.end(JSON.stringify({...site, folder, tsconfig, entries: options.entries}))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  // TypeDoc reports some errors and ends well, without pages.
  if (code === 0 && existsSync(join(folder, 'undocumented.json'))) return
  throw new Error(
    `TypeDoc wrote no API reference (exit status ${code ?? 'none'}; fix the sources, or the entries of docusaurus-plugin-api-reference):\n${said}`,
  )
}
