import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {PluginOptions} from './options.ts'

/** What writes the pages, beside this plugin's own code. */
const TOOLS = ['typedoc', 'typedoc-plugin-markdown', 'docusaurus-plugin-typedoc', 'typescript']

const OWN = fileURLToPath(new URL('.', import.meta.url))
const {resolve} = createRequire(import.meta.url)

/** A hash of all that decides the pages: sources, options, the tools' versions, this plugin. */
export function fingerprint(siteDir: string, options: PluginOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const tool of TOOLS) hash.update(tool + versionOf(tool))
  for (const folder of [...options.sources.map((source) => join(siteDir, source)), OWN])
    for (const file of sourcesIn(folder)) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)))
  hash.update(readFileSync(join(siteDir, options.tsconfig)))
  return hash.digest('hex').slice(0, 16)
}

/** Files below a folder that can change a page: TypeScript, without its tests. */
function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.m?[jt]sx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/(?:^|[\\/])fixtures[\\/]/.test(file))
    .sort()
}

function versionOf(tool: string): string {
  const main = resolve(tool)
  const root = main.slice(0, main.lastIndexOf(join('node_modules', tool)) + join('node_modules', tool).length)
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string}).version
}
