import {mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {install, withPlugin, type Manager} from '../matrix/installed.ts'
import {ROWS, type MatrixRow} from '../matrix/rows.ts'
import {buildSite, complaintsOf, ran, writeSite} from '../matrix/site.ts'
import {pack, packedSite} from '../site/packed.ts'

/** Packages that rows need beside Docusaurus and the plugin, of npm alone. */
const MORE: Readonly<Record<Manager, Readonly<Record<string, string>>>> = {
  npm: {
    '@docusaurus/theme-mermaid': '3.10.2',
    '@mermaid-js/layout-elk': '^0.1.9',
    '@easyops-cn/docusaurus-search-local': '^0.55.0',
    tailwindcss: '^4.0.0',
    '@tailwindcss/postcss': '^4.0.0',
  },
  pnpm: {},
  yarn: {},
}

/** Builds the plugin into every kind of site of the table, and prints a line for each. MATRIX=trailing,pnpm tries rows whose names have one of these. */
export async function nightlyMatrix(): Promise<boolean> {
  const asked = (process.env['MATRIX'] ?? '').toLowerCase().split(',')
  const rows = ROWS.filter(({name}) => asked.some((part) => name.toLowerCase().includes(part)))
  const tarball = pack()
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
  const installs = new Map<Manager, Promise<string>>()
  let failed = 0
  try {
    for (const row of rows) {
      const started = performance.now()
      const complaints = await tried(row, tarball, folder, installs).catch((error: unknown) => [(error as Error).message])
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      console.log(`${complaints.length === 0 ? 'ok    ' : 'FAILED'} | ${row.name} | ${row.changed} | ${seconds} s`)
      for (const line of complaints) console.log(`         ${row.name}: ${line}`)
      if (complaints.length > 0) failed++
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
  console.log(`${rows.length} kinds of sites, ${failed} of them with a fault`)
  return failed === 0 && rows.length > 0
}

async function tried(row: MatrixRow, tarball: string, folder: string, installs: Map<Manager, Promise<string>>): Promise<readonly string[]> {
  const {installed, below} = row
  const node = row.node === undefined ? process.execPath : await nodeOf(row.node)
  if (installed !== undefined && !installs.has(installed)) installs.set(installed, installAll(folder, installed, tarball))
  const packages = installed === undefined ? null : await installs.get(installed)
  const packed = packages === null ? packedSite(tarball, {}, row.without ?? []) : null
  const top = packed?.folder ?? mkdtempSync(join(folder, 'site-'))
  try {
    const site = below === undefined ? top : join(top, below)
    mkdirSync(site, {recursive: true})
    if (below !== undefined) {
      renameSync(join(top, 'node_modules'), join(site, 'node_modules'))
      rmSync(join(top, 'package.json'))
    }
    if (packages != null) symlinkSync(join(packages, 'node_modules'), join(site, 'node_modules'))
    writeSite(site, row.site ?? {})
    row.prepare?.(top, site)
    const built = await buildSite(site, node)
    return [...complaintsOf(built), ...(row.check?.(built) ?? [])]
  } finally {
    if (packed === null) rmSync(top, {recursive: true, force: true})
    else packed.remove()
  }
}

async function installAll(folder: string, manager: Manager, tarball: string): Promise<string> {
  const made = join(folder, manager)
  await install(made, manager, {...withPlugin(tarball), ...MORE[manager]})
  return made
}

/** The program of another version of Node, which npm has as a package. */
async function nodeOf(version: string): Promise<string> {
  const script = join(mkdtempSync(join(tmpdir(), 'node-')), 'where.mjs')
  writeFileSync(script, 'console.log(process.execPath)')
  const {status, said} = await ran(tmpdir(), 'npx', ['--yes', `--package=node@${version}`, '--', 'node', script])
  const path = said.trim().split('\n').at(-1) ?? ''
  if (status !== 0 || path === '') throw new Error(`Node ${version} cannot be had from npm: ${said.trim().slice(-200)}`)
  return path
}
