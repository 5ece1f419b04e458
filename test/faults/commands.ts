import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Program} from './programs.ts'

/** What a look at the files of a command found. */
export interface Look {
  /** What must never be: a file that is neither the old one nor the new one, or one that is gone. */
  readonly lost: readonly string[]
  /** Files of before and of after stand together, or something is absent, until the next run; null when not. */
  readonly waits: string | null
}

/** A command that changes files, and what its files may be when it was stopped. */
export interface Command {
  readonly program: Program
  /** Files as they are before the command. */
  prepare(folder: string): void
  args(folder: string): readonly string[]
  /** Right after a run that was stopped: `old` and `made` are folders before and after a run that nothing stopped. */
  look(folder: string, old: string, made: string): Look
  /** After the run that follows it: what is not as it is in `made`, or was left there. */
  after(folder: string, made: string): readonly string[]
}

const NO_LOOK: Look = {lost: [], waits: null}
const text = (path: string): string | null => (existsSync(path) && lstatSync(path).isFile() ? readFileSync(path, 'utf8') : null)

/** Every file below a folder by its name, with a hash of its bytes; links are not followed. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => lstatSync(join(folder, name)).isFile())
  return new Map(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
const hashOf = (folder: string): string => [...filesOf(folder)].map((pair) => pair.join(' ')).join('\n')

/** Temporary files and locks have names that begin with a dot and that no server serves by its list. */
const isHidden = (name: string): boolean => /(?:^|\/)\.[^/]+$/.test(name)

function git(folder: string, ...args: readonly string[]): void {
  const at = '2026-11-20T10:00:00Z'
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    env: {...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_CONFIG_GLOBAL: '/dev/null'},
  })
}

/** A plan that is long enough to be written in several pages of memory; `marks` are those of the first item. */
function planText(marks: readonly string[], more: readonly string[] = [], count = 60): string {
  const items = Array.from(
    {length: count},
    (_, item) => `### 1.${item + 2} Item\n${'- [x] done with some words in it ✅ 2026-11-20\n'.repeat(20)}`,
  )
  return `# Plan\n\n## 1. Work\n\n### 1.1 First\n${marks.map((mark) => `- [${mark}] task\n`).join('')}\n${[...items, ...more].join('\n')}`
}

/** `tick` of a box; `mark` is what stands in it, which may be longer than what comes. */
const tick = (mark: string): Command => ({
  program: 'plan',
  prepare: (folder) => writeFileSync(join(folder, 'plan.md'), planText([mark, ' '])),
  args: (folder) => ['tick', join(folder, 'plan.md'), '1.1/1', '--today', '2026-11-24'],
  look(folder, old, made) {
    const [now, before, after] = [folder, old, made].map((one) => text(join(one, 'plan.md')))
    if (now === before || now === after) return NO_LOOK
    const copy = readdirSync(folder).find((name) => name.startsWith('.plan.md.before-'))
    if (copy === undefined || text(join(folder, copy)) !== before)
      return {lost: ['plan.md is neither the old text nor the new one'], waits: null}
    return {lost: [], waits: 'plan.md is written in part; a copy of the old text stands beside it'}
  },
  after: (folder, made) => [
    ...(text(join(folder, 'plan.md')) === text(join(made, 'plan.md')) ? [] : ['plan.md is not the new text']),
    ...readdirSync(folder).flatMap((name) => (name === 'plan.md' ? [] : [`${name} was left`])),
  ],
})

/** `build --out` into the folder of an older commit, which has badges that the plan no longer has. */
const build = (built: (args: readonly string[]) => void): Command => ({
  program: 'plan',
  prepare(folder) {
    git(folder, 'init', '-q', '-b', 'main')
    writeFileSync(join(folder, 'plan.md'), planText([' ', ' '], ['### 1.99 Gone\n- [ ] a\n'], 3))
    writeFileSync(join(folder, '.gitignore'), 'out\n')
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'one')
    built(this.args(folder))
    writeFileSync(join(folder, 'plan.md'), planText(['x', ' '], ['### 2.1 New\n- [x] a\n'], 3))
    git(folder, 'commit', '-qam', 'two')
  },
  args: (folder) => [
    'build',
    join(folder, 'plan.md'),
    '--out',
    join(folder, 'out'),
    '--url',
    'https://docs.example.com/',
    '--today',
    '2026-11-24',
  ],
  look(folder, old, made) {
    const [now, before, after] = [folder, old, made].map((one) => filesOf(join(one, 'out'))) as [
      ReadonlyMap<string, string>,
      ReadonlyMap<string, string>,
      ReadonlyMap<string, string>,
    ]
    const shown = [...now].filter(([name]) => !isHidden(name))
    const lost = [
      ...shown.flatMap(([name, hash]) =>
        before.get(name) === hash || after.get(name) === hash ? [] : [`${name} is neither the old file nor the new one`],
      ),
      ...[...before.keys()].flatMap((name) => (now.has(name) || !after.has(name) ? [] : [`${name} is gone`])),
    ]
    const old_ = [...after].filter(([name, hash]) => now.get(name) !== hash)
    // Pages poll the summary, and then the status: whoever sees a new one finds new files beside it.
    for (const [polled, ...behind] of [['status.json', 'summary.json'], ['summary.json']] as const)
      if (now.get(polled) === after.get(polled) && before.get(polled) !== after.get(polled))
        lost.push(...old_.flatMap(([name]) => (behind.some((one) => one === name) ? [] : [`${polled} is new, and ${name} is not`])))
    const mixed = shown.some(([name, hash]) => before.get(name) !== hash) && old_.length > 0
    return {lost, waits: mixed ? 'some files are new; summary.json is the old one' : null}
  },
  after(folder, made) {
    const [now, after] = [filesOf(join(folder, 'out')), filesOf(join(made, 'out'))]
    return [
      ...[...after].flatMap(([name, hash]) => (now.get(name) === hash ? [] : [`${name} is not the new file`])),
      ...[...now.keys()].flatMap((name) => (after.has(name) ? [] : [`${name} was left`])),
    ]
  },
})

/** The build that a live site goes back to. */
const OLDER = '20260101T000000000Z'

const SITE = (word: string): Readonly<Record<string, string>> => ({
  'index.html': `<html>${word}<script src="/assets/main.js"></script></html>`,
  'assets/main.js': word,
  'docs/page.html': `<html>${word}</html>`,
  'status.json': '{"source": {"commit": null}, "totals": {"tasks": 2, "done": 1}, "problems": []}',
})

function writeSite(folder: string, word: string): void {
  for (const [name, body] of Object.entries(SITE(word))) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), body)
  }
}

/** `publish-site` over a live site: a new build, or the way back. */
const publish = (way: 'link' | 'folder', ...more: readonly string[]): Command => ({
  program: 'publish',
  prepare(folder) {
    for (const word of ['old', 'new']) writeSite(join(folder, 'made', word), word)
    const releases = join(folder, '.www.releases')
    writeSite(join(releases, OLDER), 'older')
    if (way === 'link') {
      writeSite(join(releases, '20260102T000000000Z'), 'old')
      symlinkSync('.www.releases/20260102T000000000Z', join(folder, 'www'))
    } else {
      writeSite(join(folder, 'www'), 'old')
      writeFileSync(join(releases, '.live'), '20260102T000000000Z\n')
    }
  },
  args: (folder) => [
    ...['--to', join(folder, 'www'), '--way', way, ...more],
    ...(more.length > 0 ? [] : ['--', 'cp', '-r', `${join(folder, 'made/new')}/.`, '{}']),
  ],
  look(folder, old, made) {
    const whole = new Set(['old', 'older', 'new'].map((word) => wordHash(folder, word)))
    const lost = releasesOf(folder).flatMap((name) =>
      whole.has(hashOf(join(folder, '.www.releases', name))) ? [] : [`release ${name} is not whole`],
    )
    const all = new Set([...releasesOf(folder).map((name) => hashOf(join(folder, '.www.releases', name))), hashOf(join(folder, 'www'))])
    for (const word of ['old', 'older']) if (!all.has(wordHash(folder, word))) lost.push(`the ${word} site is gone`)
    if (!existsSync(join(folder, 'www'))) {
      if (way === 'link') lost.push('nothing is live')
      return {lost, waits: 'nothing is live'}
    }
    const live = hashOf(join(folder, 'www'))
    if (live !== hashOf(join(old, 'www')) && live !== hashOf(join(made, 'www')))
      lost.push('the live site is neither the old one nor the new one')
    return {lost, waits: null}
  },
  after: (folder, made) => [
    ...(hashOf(join(folder, 'www')) === hashOf(join(made, 'www')) ? [] : ['the live site is not the new one']),
    ...readdirSync(join(folder, '.www.releases')).flatMap((name) => (name.startsWith('.') && name !== '.live' ? [`${name} was left`] : [])),
  ],
})

const releasesOf = (folder: string): readonly string[] => readdirSync(join(folder, '.www.releases')).filter((name) => !name.startsWith('.'))
/** The hash of a site that says a word everywhere. */
function wordHash(folder: string, word: string): string {
  const site = join(folder, 'made', `.${word}`)
  writeSite(site, word)
  const hash = hashOf(site)
  rmSync(site, {recursive: true})
  return hash
}

/** A build that keeps what it made for the next one. */
const cache: Command = {
  program: 'cache',
  prepare(folder) {
    writeFileSync(join(folder, 'code.ts'), 'code')
    mkdirSync(join(folder, 'node_modules/.cache/build-kit'), {recursive: true})
  },
  args: (folder) => [folder, join(folder, 'code.ts'), 'a', 'b', 'c'],
  look(folder, old, made) {
    const [now, before, after] = [folder, old, made].map((one) => text(join(one, 'node_modules/.cache/build-kit/one.json')))
    return now === before || now === after ? NO_LOOK : {lost: ['the cache is neither the old one nor the new one'], waits: null}
  },
  after: (folder, made) => {
    const [now, after] = [folder, made].map((one) => filesOf(join(one, 'node_modules')))
    return JSON.stringify([...(now ?? [])]) === JSON.stringify([...(after ?? [])])
      ? []
      : [`the cache holds ${[...(now?.keys() ?? [])].join(', ')}`]
  },
}

/** Every command that is broken on purpose, by its name in the table of the page. */
export const commands = (built: (args: readonly string[]) => void): Readonly<Record<string, Command>> => ({
  'action-plan tick, one byte': tick(' '),
  'action-plan tick, bytes that move': tick('★'),
  'action-plan build --out': build(built),
  'publish-site': publish('link'),
  'publish-site --way folder': publish('folder'),
  'publish-site --rollback': publish('link', '--rollback', OLDER),
  'publish-site --rollback --way folder': publish('folder', '--rollback', OLDER),
  'the cache of a build': cache,
})

/** A copy of a folder, links as links. */
export const copyFolder = (from: string, to: string): void =>
  cpSync(from, to, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true})
