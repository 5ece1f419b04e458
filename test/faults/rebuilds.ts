import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {writeSite} from '../matrix/site.ts'
import {packedSite, type PackedSite} from '../site/packed.ts'
import type {Figures} from './kill.ts'
import {oneOf, randomFrom} from './random.ts'

// A whole site, built over what an older build left, killed in the middle, and with caches that are not what a build wrote.

/** A site, its two states of the plan, and what a build of each from nothing gives. */
export interface Rebuilt {
  readonly site: PackedSite
  readonly states: readonly [State, State]
  /** How long a whole build takes. */
  readonly length: number
  remove(): void
}
interface State {
  readonly plan: string
  readonly files: ReadonlyMap<string, string>
}

const PLANS = [' ', 'x'].map(
  (mark) =>
    `# Roadmap\n\n## 1. Security (P0)\n\n### 1.1 Credentials\n\n- [x] Audit the files\n- [${mark}] Move the secrets\n\n### 1.2 Network\n\n- [ ] Close the ports\n`,
) as [string, string]
/** Where a build keeps what the next one reads. */
const KEPT = ['node_modules/.cache', '.docusaurus']

/** Builds a site from nothing in both states. */
export async function rebuilt(tarball: string): Promise<Rebuilt> {
  const site = packedSite(tarball, {})
  writeSite(site.folder, {})
  let length = 0
  const states: State[] = []
  for (const plan of PLANS) {
    for (const part of [...KEPT, 'build']) rmSync(join(site.folder, part), {recursive: true, force: true})
    writeFileSync(join(site.folder, 'ROADMAP.md'), plan)
    const started = performance.now()
    const {status, said} = await build(site, null)
    if (status !== 0) throw new Error(`a build that nothing stops ended with ${String(status)}: ${said.slice(-2000)}`)
    length = performance.now() - started
    states.push({plan, files: shownOf(site)})
  }
  return {site, states: states as [State, State], length, remove: () => site.remove()}
}

/** Builds, and kills the build and all its processes after some milliseconds. */
function build({folder, docusaurus}: PackedSite, afterMs: number | null): Promise<{readonly status: number | null; readonly said: string}> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [docusaurus, 'build'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, NODE_ENV: 'production', SOURCE_DATE_EPOCH: '1795521600'},
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    const timer = afterMs === null ? undefined : setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), afterMs)
    child.on('close', (status) => {
      clearTimeout(timer)
      done({status, said})
    })
  })
}

const below = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => lstatSync(join(folder, name)).isFile())
    : []

/** What a built site shows: its files by name, the pages by their text. The bundler calls its own files otherwise when its cache is warm. */
function shownOf({folder}: PackedSite): ReadonlyMap<string, string> {
  const built = join(folder, 'build')
  const names = below(built).filter((name) => !name.startsWith('assets/'))
  return new Map(
    names.sort().map((name) => {
      const text = readFileSync(join(built, name), 'utf8')
      return [
        name,
        createHash('sha256')
          .update(name.endsWith('.html') ? textOf(text) : text)
          .digest('hex'),
      ]
    }),
  )
}
const textOf = (page: string): string => page.replace(/<(script|style)\b[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')

/** Files of the site that a page names and that are not there. */
function missingOf({folder}: PackedSite): readonly string[] {
  const built = join(folder, 'build')
  const pages = below(built).filter((name) => name.endsWith('.html'))
  const named = pages.flatMap((page) =>
    [...readFileSync(join(built, page), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name = '']) => name),
  )
  return [...new Set(named)].filter((name) => !existsSync(join(built, name)))
}

const differing = (now: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...now.keys(), ...expected.keys()])].filter((name) => now.get(name) !== expected.get(name))

/** What the site itself is made of: no build changes it. */
const sourcesOf = ({folder}: PackedSite): string =>
  readdirSync(folder)
    .filter((name) => !['build', '.docusaurus', 'node_modules'].includes(name))
    .sort()
    .flatMap((name) => [
      name,
      ...(lstatSync(join(folder, name)).isFile() ? [readFileSync(join(folder, name), 'utf8')] : below(join(folder, name))),
    ])
    .join('\0')

/** What is done to what builds keep, by its name in the table. */
const DAMAGES: Readonly<Record<string, (path: string, random: () => number) => void>> = {
  cut: (path, random) => truncateSync(path, Math.floor(random() * lstatSync(path).size)),
  'other bytes': (path, random) => {
    const bytes = readFileSync(path)
    for (let at = Math.floor(random() * 64); at < bytes.length; at += 64) bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
  },
  gone: (path) => rmSync(path),
  'something else': (path) => writeFileSync(path, '[null]\n'),
}

/** What is tried with a site, by its name in the table of the page. */
export const REBUILD_FAULTS = ['killed by the clock', 'what builds keep is damaged', 'what builds keep is of another state'] as const
export type RebuildFault = (typeof REBUILD_FAULTS)[number]

/** Breaks builds over an old one; after each, the next build must give what one from nothing gives. */
export async function breakRebuilds(one: Rebuilt, fault: RebuildFault, runs: number, seed: number): Promise<Figures> {
  const {site, states, length} = one
  const random = randomFrom(seed)
  const sources = (): string => sourcesOf(site)
  const kept = mkdtempSync(join(tmpdir(), 'kept-'))
  const lost: string[] = []
  // With what the build before it kept, a build is much shorter than one from nothing.
  let [stopped, waits, usual] = [0, 0, length / 2]
  for (let run = 0; run < runs; run++) {
    const [old, next] = run % 2 === 0 ? states : ([states[1], states[0]] as const)
    const told: string[] = []
    if (fault === 'what builds keep is of another state') keepOrBring(site, kept, run)
    writeFileSync(join(site.folder, 'ROADMAP.md'), next.plan)
    const before = sources()
    if (fault === 'killed by the clock') {
      const {status} = await build(site, random() * usual)
      if (status !== 0) stopped++
      const now = shownOf(site)
      if (differing(now, old.files).length > 0 && differing(now, next.files).length > 0) waits++
    } else if (fault === 'what builds keep is damaged') {
      stopped++
      const files = KEPT.flatMap((part) => below(join(site.folder, part)).map((name) => join(site.folder, part, name)))
      const how = oneOf(random, Object.keys(DAMAGES))
      for (const path of files) if (random() < 0.5 && lstatSync(path).size > 0) DAMAGES[how]?.(path, random)
      told.push(`${how}, of ${files.length} files`)
    } else stopped++
    const started = performance.now()
    const {status, said} = await build(site, null)
    usual = performance.now() - started
    const wrong = [
      ...(status === 0 ? [] : [`the next build ended with ${String(status)}: ${said.slice(-600)}`]),
      ...(sources() === before ? [] : ['a file of the site itself was changed']),
      ...differing(shownOf(site), next.files).map((name) => `${name} is not what a build from nothing gives`),
      ...missingOf(site).map((name) => `${name} is named by a page and is not there`),
    ]
    lost.push(...wrong.slice(0, 5).map((line) => `a site, ${fault}, {"run":${run}${told.join()}}: ${line}`))
    if (wrong.length > 0) for (const part of [...KEPT, 'build']) rmSync(join(site.folder, part), {recursive: true, force: true})
  }
  rmSync(kept, {recursive: true, force: true})
  return {command: 'build of a site', fault, runs, stopped, waits, lost}
}

/** Keeps what a build left, and brings what one left that was two states before. */
function keepOrBring({folder}: PackedSite, kept: string, run: number): void {
  for (const part of KEPT) {
    const [here, there] = [join(folder, part), join(kept, part)]
    if (run === 0) cpSync(here, there, {recursive: true, verbatimSymlinks: true})
    else {
      rmSync(here, {recursive: true, force: true})
      cpSync(there, here, {recursive: true, verbatimSymlinks: true})
    }
  }
}
