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
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {createServer, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {main} from '../cli.ts'
import type {PlansIndex} from '../model/plans-index.ts'

let folder = ''
beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'collect-')))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const git = (where: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', where, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.test', ...args], {
    encoding: 'utf8',
    env: {...process.env, GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z', GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z'},
  })

/** Writes files into a repository and commits them; the repository is made when it is not there. */
function commit(name: string, files: Readonly<Record<string, string>>): void {
  const work = join(folder, 'work', name)
  if (!existsSync(work)) {
    mkdirSync(work, {recursive: true})
    git(work, 'init', '--quiet', '--initial-branch=main')
    execFileSync('git', ['clone', '--quiet', '--bare', work, join(folder, 'hosts', `${name}.git`)], {stdio: 'ignore'})
    const host = join(folder, 'hosts', `${name}.git`)
    git(host, 'config', 'uploadpack.allowFilter', 'true')
    git(host, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    git(host, 'symbolic-ref', 'HEAD', 'refs/heads/main')
    git(work, 'remote', 'add', 'origin', host)
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, path)), {recursive: true})
    writeFileSync(join(work, path), text)
  }
  git(work, 'add', '--all')
  git(work, 'commit', '--quiet', '--message', 'change')
  git(work, 'push', '--quiet', '--force', 'origin', 'HEAD:main')
}
const addressOf = (name: string): string => `file://${join(folder, 'hosts', `${name}.git`)}`
const plan = (title: string, done: number, settings = 'start: 2026-11-02'): string =>
  `---\nplan:\n  ${settings}\n---\n\n# ${title}\n\n## 1. Work (P0)\n\n### 1.1 Keys\n\n${['a', 'b', 'c'].map((task, index) => `- [${index < done ? 'x' : ' '}] ${task}\n`).join('')}\n**Owner**: @ana\n**Due**: 2026-11-18\n`

async function collect(list: string, ...more: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  writeFileSync(join(folder, 'list.txt'), list)
  let [out, err] = ['', '']
  const exit = await main(['collect', 'list.txt', '--out', 'fleet', ...more], '1.2.3', {
    cwd: folder,
    now: '2026-11-24T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text.replaceAll(folder, '<folder>')),
  })
  return {exit, out, err}
}
const text = (path: string): string => readFileSync(join(folder, 'fleet', path), 'utf8')
const index = (): PlansIndex => JSON.parse(text('plans.json')) as PlansIndex
const titles = (): readonly (string | undefined)[] => index().plans.map(({line}) => line?.title)
const bytesOf = (path: string): number =>
  readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pack'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

test('plans are found or named, and each has its status and a line of the index', async () => {
  commit('web', {'ROADMAP.md': plan('Web', 1), 'README.md': '# No plan\n\n- [ ] a\n', 'docs/guide.md': '---\nplan: mobile\n---\n'})
  commit('api', {
    'plans/api.md': '# Api\n\n- [x] a\n',
    'package.json': '{"actionPlan": {"plan": "plans/api.md"}}',
    'b.md': plan('Other', 3),
  })
  expect(await collect(`# Ours\n${addressOf('web')}\n\n${addressOf('api')}/\n${addressOf('api')}/ b.md # again\n`)).toEqual({
    exit: 0,
    out: '3 plans of 2 repositories: 3 read, 0 as before, 0 not read\n',
    err: '',
  })
  expect(index()).toMatchObject({
    schemaVersion: 1,
    madeBy: '1.2.3',
    plans: [
      {id: 'hosts-web/roadmap', plan: 'ROADMAP.md', listed: null, status: 'hosts-web/roadmap/status.json', failure: null},
      {id: 'hosts-api/b', plan: 'b.md', listed: 'b.md'},
      {id: 'hosts-api/plans-api', plan: 'plans/api.md', listed: null},
    ],
  })
  expect(index().plans[0]?.line).toMatchObject({
    title: 'Web',
    statusDate: '2026-11-24',
    totals: {tasks: 3, done: 1, percent: 33},
    verdict: {health: 'late'},
    urgent: {label: '1.1 Keys', lateDays: 6, owners: ['ana']},
    owners: 1,
  })
  expect(JSON.parse(text('hosts-web/roadmap/status.json'))).toMatchObject({title: 'Web', source: {path: 'ROADMAP.md', dirty: false}})
  expect(JSON.parse(text('plans.summary.json'))).toMatchObject({schemaVersion: 1, checkedAt: '2026-11-24T12:00:00Z'})
})

test('what is fetched is the plan and its history; a second run fetches and writes what changed', async () => {
  const large = (seed: number): string => Array.from({length: 20_000}, (_, at) => ((at * seed) % 9973).toString(36)).join('')
  for (const done of [0, 1, 2]) commit('large', {'docs/plan.md': plan('Large', done), 'data.bin': large(done + 7)})
  for (const name of ['one', 'two', 'three']) commit(name, {'PLAN.md': plan(name, 1)})
  const list = `${addressOf('large')} docs/plan.md\n${['one', 'two', 'three'].map((name) => `${addressOf(name)}\n`).join('')}`
  await collect(list)
  const clones = join(folder, '.fleet.repositories')
  // Three revisions of 60 kB beside the plan are not fetched.
  expect(bytesOf(clones)).toBeLessThan(20_000)
  expect(JSON.parse(text('hosts-large/docs-plan/status.json'))).toMatchObject({forecast: {cause: {code: 'too-young'}}})
  const before = {fetched: bytesOf(clones), one: statSync(join(folder, 'fleet/hosts-one/plan/status.json')).mtimeMs}

  const again = await collect(list)
  expect(again.out).toBe('4 plans of 4 repositories: 0 read, 4 as before, 0 not read\n')
  expect(bytesOf(clones)).toBe(before.fetched)

  commit('two', {'PLAN.md': plan('two', 3)})
  const changed = await collect(list)
  expect(changed.out).toBe('4 plans of 4 repositories: 1 read, 3 as before, 0 not read\n')
  expect(bytesOf(clones) - before.fetched).toBeLessThan(2000)
  expect(bytesOf(clones)).toBeGreaterThan(before.fetched)
  expect(index().plans.map(({line}) => line?.totals.done)).toEqual([2, 1, 3, 1])
  expect(statSync(join(folder, 'fleet/hosts-one/plan/status.json')).mtimeMs).toBe(before.one)
  // On another day every plan is judged again, without a byte from a repository.
  expect((await collect(list, '--today', '2026-11-25')).out).toBe('4 plans of 4 repositories: 4 read, 0 as before, 0 not read\n')
})

test('what fails of one repository stops no other, and keeps its last numbers with the reason and since when', async () => {
  commit('web', {'ROADMAP.md': plan('Web', 1)})
  commit('api', {'ROADMAP.md': plan('Api', 2), 'NEXT.md': plan('Next', 0)})
  commit('none', {'README.md': '# None\n'})
  const list = `${addressOf('api')}\n${addressOf('gone')}\n${addressOf('none')}\n${addressOf('web')}\n${addressOf('web')} LOST.md\n`
  const first = await collect(list)
  expect(first.exit).toBe(1)
  expect(first.err.split('\n')).toEqual([
    expect.stringMatching(/^list\.txt:2:1: file:\/\/<folder>\/hosts\/gone: git cannot read the repository: \S/),
    'list.txt:3:1: file://<folder>/hosts/none: no file of the repository is a plan',
    'list.txt:5:1: file://<folder>/hosts/web LOST.md: the repository has no file LOST.md',
    '',
  ])
  expect(titles()).toEqual(['Next', 'Api', undefined, undefined, 'Web', undefined])

  rmSync(join(folder, 'hosts/api.git'), {recursive: true})
  const second = await collect(list)
  expect(second.exit).toBe(1)
  expect(titles()).toEqual(['Next', 'Api', undefined, undefined, 'Web', undefined])
  expect(index().plans[1]).toMatchObject({
    status: 'hosts-api/roadmap/status.json',
    failure: {cause: {code: 'no-repository-read'}, since: '2026-11-24T12:00:00Z'},
  })
  expect(JSON.parse(text('hosts-api/roadmap/status.json'))).toMatchObject({title: 'Api'})
})

test('a plan that went away goes with its files, and a repository whose history was rewritten is read as it is', async () => {
  commit('web', {'A.md': plan('A', 1), 'B.md': plan('B', 1)})
  await collect(`${addressOf('web')}\n`)
  expect(titles()).toEqual(['A', 'B'])
  const work = join(folder, 'work/web')
  git(work, 'rm', '--quiet', 'A.md')
  git(work, 'commit', '--quiet', '--amend', '--message', 'rewritten')
  git(work, 'push', '--quiet', '--force', 'origin', 'HEAD:main')
  expect((await collect(`${addressOf('web')}\n`)).exit).toBe(0)
  expect(titles()).toEqual(['B'])
  expect(existsSync(join(folder, 'fleet/hosts-web/a/status.json'))).toBe(false)
})

describe('nothing of a repository gets out of its folder', () => {
  test('a link of it leads nowhere', async () => {
    writeFileSync(join(folder, 'secret.md'), plan('Secret', 3))
    commit('evil', {'README.md': '# Evil\n'})
    symlinkSync(join(folder, 'secret.md'), join(folder, 'work/evil/ROADMAP.md'))
    commit('evil', {})
    const {exit} = await collect(`${addressOf('evil')} ROADMAP.md\n`)
    expect(exit).toBe(0)
    expect(readFileSync(join(folder, 'fleet/plans.json'), 'utf8')).not.toContain('Secret')
  })

  test('a name or a password of an address is not published, and no address starts a program', async () => {
    const {err} = await collect('https://ana:hunter2@127.0.0.1:1/a/b.git\n')
    expect(err).toContain('list.txt:1:1: https://127.0.0.1:1/a/b: git cannot read the repository: unable to access ')
    expect(`${err}${text('plans.json')}`).not.toContain('hunter2')
    expect((await collect('ext::touch% /tmp/x\n')).err).toBe(
      'list.txt:1:1: unexpected "ext::touch%", expected the address of a git repository (such as https://host/owner/repository.git)\n',
    )
  })
})

test('a host that takes a connection and says nothing is not waited for', async () => {
  const sockets: Socket[] = []
  const server = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const {port} = server.address() as {port: number}
  commit('web', {'ROADMAP.md': plan('Web', 1)})
  const {exit, err} = await collect(`git://127.0.0.1:${port}/a/b\n${addressOf('web')}\n`, '--timeout', '1')
  expect({exit, err}).toEqual({
    exit: 1,
    err: `list.txt:1:1: git://127.0.0.1:${port}/a/b: git cannot read the repository: no answer within 1 s\n`,
  })
  expect(titles()).toEqual([undefined, 'Web'])
  for (const socket of sockets) socket.destroy()
  server.close()
})

test.each([
  ['', 'list.txt: unexpected empty list, expected the address of a git repository on a line\n'],
  ['-u\n', 'list.txt:1:1: unexpected "-u", expected the address of a git repository (such as https://host/owner/repository.git)\n'],
  [
    'https://a.test/b ../c.md\n',
    'list.txt:1:18: unexpected "../c.md", expected the path of a plan in its repository (such as docs/ROADMAP.md)\n',
  ],
  [
    'git@a.test:b/c\n#\ngit@a.test:b/c\n',
    'list.txt:3:1: unexpected "git@a.test:b/c" again, expected each plan once (it stands on line 1)\n',
  ],
])('a list like %j is refused before anything is fetched', async (list, message) => {
  expect(await collect(list)).toEqual({exit: 2, out: '', err: message})
  expect(existsSync(join(folder, 'fleet/plans.json'))).toBe(false)
})
