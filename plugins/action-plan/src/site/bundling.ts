import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chunks} from './chunks.ts'
import {LATER, moduleOf, splitRoutes, type SplitRoutes} from './own-table.ts'

interface Bundler {
  readonly NormalModuleReplacementPlugin: new (request: RegExp, file: string) => unknown
}
interface Stats {
  toJson(options: object): {
    readonly chunks?: readonly {readonly id?: string | number; readonly origins?: readonly {readonly request?: string}[]}[]
  }
}
interface Compiler {
  readonly hooks: {readonly done: {tap(name: string, run: (stats: Stats) => void): void}}
}
interface Manifest {
  readonly entrypoints: readonly string[]
  readonly origins: Readonly<Record<string, readonly (string | number)[]>>
  readonly assets: Readonly<Record<string, {readonly css?: readonly {readonly file: string}[]}>>
}

interface Cached {
  readonly cache?: {version?: string} | boolean
  readonly experiments?: {readonly cache?: {version?: string} | boolean}
}

const {name, version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<
  'name' | 'version',
  string
>

/** Bundlers keep what they made of a page, and do not know what it was made by: another release of the package, or another file that is a plan. */
export function renewCache({cache, experiments}: Cached, file: string): void {
  const by = ` ${name} ${version} ${file}`
  for (const one of [cache, experiments?.cache]) if (typeof one === 'object' && one.version?.includes(by) === false) one.version += by
}

/** How the code of a built site is put into files, so that pages without a plan pay nothing for those with one. */
export function bundling(generated: string, bundler: Bundler): object {
  const here = (file: string): string => join(generated, FOLDER, file)
  const split = writeRoutes(generated)
  const replaced = {
    '@generated/routes': here('routes.js'),
    '@generated/registry': here('registry.js'),
    '@generated/routesChunkNames': here('names.js'),
    [LATER]: later(),
  }
  return {
    ...chunks(generated),
    plugins: [
      ...Object.entries(replaced).map(([request, to]) => new bundler.NormalModuleReplacementPlugin(new RegExp(`^${request}$`), to)),
      ({hooks}: Compiler) => hooks.done.tap('action-plan', (stats) => nameFiles(generated, split, stats)),
    ],
  }
}

/** The module that stands for pages of plans in the table of routes: as it is written, or as it is packed. */
const later = (): string =>
  ['../routes/later.ts', '../routes/later.js'].map((file) => fileURLToPath(new URL(file, import.meta.url))).find(existsSync) ?? LATER

const FOLDER = 'docusaurus-plugin-action-plan/client'
const TABLE = `@generated/${FOLDER}/table.js`
/** Data of fewer bytes has no file of its own. */
const SMALL = 1500

/** Writes the tables of routes beside those of Docusaurus; where they cannot be split, as they are. */
function writeRoutes(generated: string): SplitRoutes | null {
  const read = (file: string): string => readFileSync(join(generated, file), 'utf8')
  const files = {routes: read('routes.js'), registry: read('registry.js'), names: read('routesChunkNames.json')}
  const split = splitRoutes(
    files,
    (module) => module.endsWith('.json') && statSync(join(generated, module.replace('@generated/', ''))).size < SMALL,
  )
  const written = split ?? {...files, names: moduleOf(JSON.parse(files.names)), table: moduleOf([])}
  mkdirSync(join(generated, FOLDER), {recursive: true})
  for (const name of ['routes', 'registry', 'names', 'table'] as const) writeFileSync(join(generated, FOLDER, `${name}.js`), written[name])
  return split
}

const REGISTERED = /^ {2}"([^"]+)": \[.*, "([^"]+)", require\.resolveWeak\(/gm

/** Docusaurus writes into the HTML of a page the files of the modules that it is made of, by a list of them. It lacks those with styles of their own, which would then come after the text. */
function nameFiles(generated: string, split: SplitRoutes | null, stats: Stats): void {
  const file = join(generated, 'client-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const {origins, assets, entrypoints} = manifest
  const always = new Set(entrypoints.flatMap((entry) => origins[entry] ?? []).map(String))
  const hasStyles = (id: string | number): boolean => !always.has(String(id)) && (assets[id]?.css ?? []).length > 0
  const named: Record<string, readonly (string | number)[]> = {}
  for (const [, chunk = '', module = ''] of readFileSync(join(generated, 'registry.js'), 'utf8').matchAll(REGISTERED)) {
    const files = origins[chunk]
    if (files?.some(hasStyles) === true) named[module] = files
  }
  if (split !== null) {
    const requested = filesByRequest(stats)
    const table = requested.get(TABLE) ?? []
    for (const module of split.modules) named[module] = [...table, ...(requested.get(module) ?? [])]
  }
  writeFileSync(file, JSON.stringify({...manifest, origins: {...origins, ...named}}))
}

/** The files that are loaded for a module, by the name that it is imported by. */
function filesByRequest(stats: Stats): ReadonlyMap<string, readonly (string | number)[]> {
  const found = new Map<string, (string | number)[]>()
  for (const {id, origins = []} of stats.toJson({all: false, chunks: true, chunkOrigins: true, ids: true}).chunks ?? [])
    for (const request of new Set(origins.map((one) => one.request)))
      if (request !== undefined && id !== undefined) found.set(request, [...(found.get(request) ?? []), id])
  return found
}
