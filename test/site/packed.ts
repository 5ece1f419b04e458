import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Visit} from './browser.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const PLUGIN = 'docusaurus-plugin-action-plan'

/** Packs the plugin; the path of its tarball. */
export function pack(): string {
  return execFileSync(process.execPath, [join(ROOT, 'plugins/action-plan/scripts/pack.mjs')], {encoding: 'utf8'}).trim()
}

/** A site with the packed plugin; it borrows every other package from here. */
export interface PackedSite {
  readonly folder: string
  /** Where the plugin is unpacked. */
  readonly installed: string
  /** Docusaurus' own command. */
  readonly docusaurus: string
  /** The built site below an address; the folder to serve. */
  served(baseUrl: string): string
  remove(): void
}

/** A new site of these files, in which the packages `without` are not installed. */
export function packedSite(tarball: string, files: Readonly<Record<string, string>>, without: readonly string[] = []): PackedSite {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-site-')))
  const installed = join(folder, 'node_modules', PLUGIN)
  mkdirSync(installed, {recursive: true})
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
  borrow(join(ROOT, 'node_modules'), join(folder, 'node_modules'), [PLUGIN, ...without])
  borrow(join(ROOT, 'plugins/action-plan/node_modules'), join(installed, 'node_modules'), without)
  for (const [name, text] of Object.entries({'package.json': '{"name": "packed-site", "private": true}', ...files})) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  return {
    folder,
    installed,
    docusaurus: join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
    served(baseUrl) {
      const served = join(folder, 'served')
      mkdirSync(served)
      cpSync(join(folder, 'build'), join(served, baseUrl), {recursive: true})
      cpSync(join(folder, 'build/404.html'), join(served, '404.html'))
      // What a browser asks for when a site names no icon.
      writeFileSync(join(served, 'favicon.ico'), '')
      return served
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

/** Runs Docusaurus in a site. */
export function run({docusaurus, folder}: PackedSite, ...args: readonly string[]): void {
  execFileSync(process.execPath, [docusaurus, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, NODE_ENV: 'production'},
  })
}

/** Links to every package of a folder but those named; a scope of which one is left out is a folder of links. */
function borrow(from: string, to: string, without: readonly string[]): void {
  if (!existsSync(from)) return
  mkdirSync(to, {recursive: true})
  const scopes = new Set(without.filter((name) => name.startsWith('@')).map((name) => name.split('/')[0]))
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') || without.includes(name)) continue
    if (!scopes.has(name)) symlinkSync(join(from, name), join(to, name))
    else
      borrow(
        join(from, name),
        join(to, name),
        without.filter((one) => one.startsWith(`${name}/`)).map((one) => one.slice(name.length + 1)),
      )
  }
}

/** A small plan with some tasks done. */
export const plan = (title: string, done: number, tasks: number): string =>
  `# ${title}\n\n## 1. First\n\n### 1.1 Keys (P0)\n\n${Array.from({length: tasks}, (_, n) => `- [${n < done ? 'x' : ' '}] task ${n + 1}\n`).join('')}`

/** Each page holds its text, and nothing goes wrong on it. */
export async function shows(visitor: Visit, texts: Readonly<Record<string, string>>): Promise<void> {
  // Loaded here: what packs and builds sites also runs outside of a test.
  const {expect} = await import('vitest')
  for (const [route, text] of Object.entries(texts)) {
    const {seen, wrong} = await visitor.open(route, {}, (page) => page.locator('main').innerText())
    expect(seen, route).toContain(text)
    expect(wrong, route).toEqual([])
  }
}
