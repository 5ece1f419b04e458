import {copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {filesBelow} from './files.ts'

/** Lists, inside a release, what it has from older ones: a release after it takes from it only what its own build made. */
const CARRIED = 'assets/.older'

/** A hash in a name: a file of this name never has other content. One in two thousand has no digit. */
const HASHED = /[.-][0-9a-f]{8,}\.[^/]+$/i

const isOwn = (path: string): boolean => /(?:^|\/)assets\/.*[^/]$/.test(path) && HASHED.test(path)

/** The files of a release that its own build made and whose names have a hash, below every folder `assets`. */
function ownAssets(release: string): readonly string[] {
  if (statSync(release, {throwIfNoEntry: false})?.isDirectory() !== true) return []
  const carried = new Set(carriedBy(release))
  return filesBelow(release).filter((path) => isOwn(path) && !carried.has(path) && lstatSync(join(release, path)).isFile())
}

/** What a release has from older ones. */
function carriedBy(release: string): readonly string[] {
  try {
    return readFileSync(join(release, CARRIED), 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/**
 * Gives a release the code, styles and pictures that open pages of other releases still ask for. They are hard links, so they need no room
 * while the other release stays. The list is written first: whoever is stopped after it leaves a list that names too much, which does no harm.
 */
export function carryAssets(release: string, others: readonly string[]): void {
  const known = new Set(carriedBy(release))
  const from = new Map<string, string>()
  for (const other of others)
    for (const path of ownAssets(other)) if (!from.has(path) && !existsSync(join(release, path))) from.set(path, join(other, path))
  if (from.size === 0) return
  const list = join(release, CARRIED)
  mkdirSync(dirname(list), {recursive: true})
  writeFileSync(`${list}.new`, [...new Set([...known, ...from.keys()])].map((path) => `${path}\n`).join(''))
  renameSync(`${list}.new`, list)
  for (const [path, source] of from) {
    mkdirSync(dirname(join(release, path)), {recursive: true})
    place(source, join(release, path))
  }
}

/** A link, or a copy where the system permits none, such as to a file of another user. A copy has its name only when it is whole. */
function place(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch (error) {
    if (!['EPERM', 'EXDEV', 'EMLINK', 'EACCES', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    copyFileSync(source, `${target}.new`)
    renameSync(`${target}.new`, target)
  }
}
