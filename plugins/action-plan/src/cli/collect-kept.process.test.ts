import {execFileSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {main} from '../cli.ts'
import type {PlansIndex} from '../model/plans-index.ts'
import {hasTurn} from '../../../../test/turn.mjs'

// What `collect` keeps from one run to the next is damaged, foreign or older: it is thrown away, and nothing beside it is touched.

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'collect-kept-')))
  for (const name of ['hosts/web', 'site']) mkdirSync(join(folder, name), {recursive: true})
  writeFileSync(join(folder, 'hosts/web/ROADMAP.md'), '---\nplan:\n  start: 2026-11-02\n---\n\n# Web\n\n## 1. Work\n\n- [x] a\n- [ ] b\n')
  commit('hosts/web')
  // The folder of the plans is in a repository, as that of a site is.
  writeFileSync(join(folder, 'site/list.txt'), `file://${join(folder, 'hosts/web')}\n`)
  writeFileSync(join(folder, 'site/.gitignore'), 'fleet\n.fleet.repositories\n')
  commit('site')
  git('site', 'remote', 'add', 'origin', join(folder, 'hosts/web'))
  writeFileSync(join(folder, 'site/not-committed.txt'), 'work of a day')
  git('site', 'add', 'not-committed.txt')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** A third of them each day. */
const inTurn = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => hasTurn(index, 3))

const git = (where: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', join(folder, where), '-c', 'user.name=Ana', '-c', 'user.email=ana@example.test', ...args], {encoding: 'utf8'})

function commit(name: string): void {
  git(name, 'init', '--quiet', '--initial-branch=main')
  git(name, 'config', 'uploadpack.allowFilter', 'true')
  git(name, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  git(name, 'add', '--all')
  git(name, 'commit', '--quiet', '--allow-empty', '--message', 'change')
}

async function collect(now = '2026-11-24T12:00:00Z'): Promise<string> {
  let said = ''
  const tell = (text: string): void => void (said += text)
  await main(['collect', 'list.txt', '--out', 'fleet', '--timeout', '5'], '1.2.3', {
    cwd: join(folder, 'site'),
    now,
    color: false,
    out: tell,
    err: tell,
  })
  return said
}

const fleet = (name: string): string => join(folder, 'site/fleet', name)
const bytes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['plans.json', 'hosts-web/roadmap/status.json', 'hosts-web/roadmap/summary.json'].map((name) => [
      name,
      readFileSync(fleet(name), 'utf8'),
    ]),
  )
const stateOfSite = (): string =>
  ['log --format=%H', 'status --porcelain', 'for-each-ref'].map((line) => git('site', ...line.split(' '))).join('\n')

describe('what was fetched of a repository', () => {
  const clone = (): string => {
    const [name = ''] = readdirSync(join(folder, 'site/.fleet.repositories'))
    return join(folder, 'site/.fleet.repositories', name)
  }
  /** Loose objects and packs alike. */
  const objects = (): readonly string[] =>
    readdirSync(join(clone(), '.git/objects'), {recursive: true, encoding: 'utf8'})
      .map((name) => join(clone(), '.git/objects', name))
      .filter((path) => statSync(path).isFile())
  const scramble = (path: string): void => {
    rmSync(path)
    writeFileSync(path, 'not what git wrote')
  }
  const old = new Date('2026-01-01T00:00:00Z')

  test.each(
    inTurn<readonly [string, () => void]>([
      ['has no HEAD', () => rmSync(join(clone(), '.git/HEAD'))],
      ['has a HEAD of other bytes', () => writeFileSync(join(clone(), '.git/HEAD'), '\0\0\0')],
      ['has no folder of git', () => rmSync(join(clone(), '.git'), {recursive: true})],
      ['has settings that cannot be read', () => writeFileSync(join(clone(), '.git/config'), '[core\n')],
      ['has no settings', () => rmSync(join(clone(), '.git/config'))],
      ['has damaged objects', () => objects().forEach(scramble)],
      ['lost its objects', () => objects().forEach((path) => rmSync(path))],
      ['has a damaged index', () => writeFileSync(join(clone(), '.git/index'), 'DIRC')],
      [
        'has the lock of a run that was killed',
        () => {
          writeFileSync(join(clone(), '.git/index.lock'), '')
          utimesSync(join(clone(), '.git/index.lock'), old, old)
        },
      ],
      [
        'is a file',
        () => {
          const path = clone()
          rmSync(path, {recursive: true})
          writeFileSync(path, '')
        },
      ],
    ]),
  )('%s: it is fetched anew, and the repository around it is left alone', async (_, damage) => {
    await collect()
    writeFileSync(join(folder, 'hosts/web/ROADMAP.md'), '---\nplan:\n  start: 2026-11-02\n---\n\n# Web\n\n## 1. Work\n\n- [x] a\n- [x] b\n')
    commit('hosts/web')
    const before = stateOfSite()
    damage()
    expect(await collect()).toBe('1 plans of 1 repositories: 1 read, 0 as before, 0 not read\n')
    expect((JSON.parse(readFileSync(fleet('plans.json'), 'utf8')) as PlansIndex).plans[0]?.line?.totals).toMatchObject({tasks: 2, done: 2})
    expect(stateOfSite()).toBe(before)
    expect(await collect()).toBe('1 plans of 1 repositories: 0 read, 1 as before, 0 not read\n')
  })

  test('is whole: it stays when the host does not answer', async () => {
    await collect()
    const at = statSync(join(clone(), '.git/action-plan')).ino
    rmSync(join(folder, 'hosts/web'), {recursive: true})
    expect(await collect('2026-11-25T12:00:00Z')).toMatch(/git cannot read the repository/)
    expect(statSync(join(clone(), '.git/action-plan')).ino).toBe(at)
  })
})

describe('what was written for readers', () => {
  const change = (name: string, from: RegExp | string, to: string): void => {
    const text = readFileSync(fleet(name), 'utf8')
    expect(text.replace(from, to)).not.toBe(text)
    writeFileSync(fleet(name), text.replace(from, to))
  }
  test.each(
    inTurn<readonly [string, () => void]>([
      ['the index is no JSON', () => writeFileSync(fleet('plans.json'), '{"schemaVersion": 1, "plans": [')],
      ['the index has no plans', () => writeFileSync(fleet('plans.json'), '{"schemaVersion": 1, "madeBy": "1.2.3", "plans": [null]}')],
      ['the index has a plan whose file has no name', () => change('plans.json', '"plan":"ROADMAP.md"', '"plan":7')],
      ['the index has plans of another shape', () => change('plans.json', '"repository"', '"repo"')],
      ['the index has other numbers', () => change('plans.json', '"done":1', '"done":2')],
      ['the index has another title', () => change('plans.json', '"Web"', '"Wob"')],
      ['a status has another title', () => change('hosts-web/roadmap/status.json', '"Web"', '"Wob"')],
      ['a status was cut', () => change('hosts-web/roadmap/status.json', /[^]{40}$/, '')],
      ['a summary is of another status', () => change('hosts-web/roadmap/summary.json', /"digest":"../, '"digest":"zz')],
      ['a status is gone', () => rmSync(fleet('hosts-web/roadmap/status.json'))],
    ]),
  )('%s: it is written anew', async (_, damage) => {
    await collect()
    const whole = bytes()
    damage()
    await collect()
    expect(bytes()).toEqual(whole)
  })

  test.each(inTurn(['../../keep', '/keep', 'web/../../keep']))(
    'an index that names %s takes no file away outside of its folder',
    async (id) => {
      await collect()
      mkdirSync(join(folder, 'keep'))
      for (const name of ['status.json', 'summary.json']) writeFileSync(join(folder, 'keep', name), 'kept')
      change('plans.json', '"hosts-web/roadmap"', JSON.stringify(id.startsWith('/') ? join(folder, 'keep') : id))
      change('plans.json', '"hosts-web/roadmap/status.json"', JSON.stringify(`${id}/status.json`))
      await collect()
      expect(existsSync(join(folder, 'keep/status.json'))).toBe(true)
    },
  )
})
