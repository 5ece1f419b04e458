import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PLUGIN} from '../site/packed.ts'
import {ran} from './site.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const {dependencies} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {dependencies: Readonly<Record<string, string>>}

/** A plain site: what `create-docusaurus` asks for. */
export const BARE: Readonly<Record<string, string>> = Object.fromEntries(
  ['@docusaurus/core', '@docusaurus/preset-classic', '@docusaurus/faster', '@mdx-js/react', 'clsx', 'react', 'react-dom'].map((name) => [
    name,
    dependencies[name] as string,
  ]),
)

/** How each package manager installs; all come from npm. Scripts of packages are not run. */
const MANAGERS = {
  npm: ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  pnpm: ['npx', '--yes', 'pnpm@9', 'install', '--ignore-scripts', '--no-frozen-lockfile'],
  yarn: ['npx', '--yes', 'yarn@1.22.22', 'install', '--ignore-scripts', '--non-interactive', '--no-progress'],
} as const
export type Manager = keyof typeof MANAGERS

/** Installs packages into a new folder; throws what was said when that fails. */
export async function install(folder: string, manager: Manager, packages: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'installed', private: true, dependencies: packages}))
  const [program, ...args] = MANAGERS[manager]
  const {status, said} = await ran(folder, program, args)
  if (status !== 0)
    throw new Error(
      `${manager} install ended with ${status}: ${said
        .split('\n')
        .filter((line) => /err/i.test(line))
        .slice(0, 3)
        .join(' | ')}`,
    )
}

/** The plain site with the packed plugin. */
export const withPlugin = (tarball: string): Readonly<Record<string, string>> => ({...BARE, [PLUGIN]: `file:${tarball}`})

/** How many packages a folder has, and how large they are in bytes. */
export function sizeOf(folder: string): {readonly packages: number; readonly bytes: number} {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, unknown>>
  }
  return {packages: Object.keys(lock.packages).length, bytes: bytesBelow(join(folder, 'node_modules'))}
}

const bytesBelow = (folder: string): number =>
  readdirSync(folder, {recursive: true, withFileTypes: true}).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  )
