import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {main} from '../cli.ts'

let folder = ''
const plan = (done: number, extra = ''): string =>
  `# Plan\n\n## Work\n\n### Vault\n\n- [${done > 0 ? 'x' : ' '}] rotate keys\n- [${done > 1 ? 'x' : ' '}] audit files\n${extra}`
const commit = (text: string, day: string): void => {
  writeFileSync(join(folder, 'plan.md'), text)
  const at = `${day}T12:00:00Z`
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
  }
  execFileSync('git', ['-C', folder, 'add', '-A'], {env})
  execFileSync('git', ['-C', folder, 'commit', '-q', '-m', day], {env})
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'))
  execFileSync('git', ['init', '-q', '-b', 'main', folder])
  writeFileSync(join(folder, 'package.json'), '{"actionPlan": {"plan": "plan.md"}}')
  commit(plan(0), '2026-01-01')
  commit(plan(1), '2026-01-10')
  commit(plan(2, '- [ ] write it down\n'), '2026-01-14')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function run(...args: readonly string[]): Promise<{readonly exit: number; readonly out: string; readonly err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '0', {
    cwd: folder,
    now: '2026-01-15T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

test('revisions against the file, against each other, and against a file', async () => {
  expect(await run('diff', 'HEAD~2')).toEqual({
    exit: 0,
    out: 'HEAD~2 → now: 2 done, 1 added\n\nDone\n  Vault: rotate keys\n  Vault: audit files\n\nAdded\n  Vault: write it down\n',
    err: '',
  })
  expect((await run('diff', 'HEAD~2', 'HEAD~1')).out).toBe('HEAD~2 → HEAD~1: 1 done\n\nDone\n  Vault: rotate keys\n')
  expect((await run('diff', 'HEAD', 'plan.md')).out).toBe('HEAD → plan.md: no changes\n')
  expect(
    (JSON.parse((await run('diff', 'HEAD~1', '--format', 'json')).out) as {changes: {kind: string}[]}).changes.map(({kind}) => kind),
  ).toEqual(['ticked', 'added'])
  expect((await run('diff', 'HEAD~2', '--format', 'markdown')).out).toContain('### Done (2)\n\n- Vault: rotate keys')
})

test('what cannot be read is said, with exit status 2', async () => {
  expect(await run('diff', 'nowhere')).toEqual({
    exit: 2,
    out: '',
    err: 'nowhere: no such file, and as a revision: "nowhere" is no git revision (name one that is: git tag and git log --oneline list them)\n',
  })
  expect((await run('diff', '--', '-x')).exit).toBe(2)
  expect((await run('diff')).exit).toBe(2)
  expect((await run('report', '--since', '2026-02-30')).exit).toBe(2)
  expect((await run('report', '--since', 'nowhere')).err).toMatch(/^--since: "nowhere" is no git revision/)
})

test('a period: days, a date, a revision, and one that is older than the plan', async () => {
  const since = async (
    when: string,
  ): Promise<{
    readonly base: {readonly day: string} | null
    readonly note: string | null
    readonly changes: readonly {readonly kind: string}[]
  }> => JSON.parse((await run('report', '--since', when, '--format', 'json')).out) as never
  expect(await since('5d')).toMatchObject({
    base: {day: '2026-01-01'},
    note: null,
    changes: [{kind: 'ticked'}, {kind: 'ticked'}, {kind: 'added'}],
  })
  expect(await since('2026-01-11')).toMatchObject({base: {day: '2026-01-10'}, changes: [{kind: 'ticked'}, {kind: 'added'}]})
  expect(await since('HEAD')).toMatchObject({base: {day: '2026-01-14'}, changes: []})
  expect(await since('52w')).toMatchObject({
    base: {day: '2026-01-01'},
    note: "The plan's first revision is from 2026-01-01, so changes are counted from there.",
  })
  expect((await run('report')).out).toContain('## Done\n\n- Vault: rotate keys')
})

test('a baseline is read by every command alike; one that is not there is a problem at its line', async () => {
  const named = (revision: string): string => `---\nplan:\n  baseline: ${revision}\n---\n${plan(1)}`
  const file = join(folder, 'named.md')
  writeFileSync(file, named('HEAD'))
  expect((await run('check', 'named.md')).out).toContain('named.md:3:3 warning baseline/unavailable: baseline: HEAD (')
  writeFileSync(file, named('nowhere'))
  expect((await run('check', 'named.md')).out).toContain(
    'named.md:3:3 warning baseline/unavailable: baseline: "nowhere" is no git revision. Fix: name one that is: git tag and git log --oneline list them',
  )
  rmSync(file)
  writeFileSync(join(folder, 'plan.md'), named('HEAD~2'))
  const {baseline} = JSON.parse((await run('status', '--format', 'json')).out) as {baseline: unknown}
  expect(baseline).toMatchObject({state: 'available', revision: 'HEAD~2', reason: null, tasks: 2, removed: []})
  expect((await run('status')).out).toMatch(/^Compared with the baseline HEAD~2 \([\da-f]{7} of 2026-01-01\): /m)
  expect((await run('report')).out).toContain('Compared with the baseline HEAD\\~2')
})
