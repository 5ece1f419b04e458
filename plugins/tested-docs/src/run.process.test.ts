import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {parsePage} from './parse/page.ts'
import {type Ran, runPage} from './run.ts'
import {missing} from './source/machine.ts'
import {isAlive, run as runProgram} from './source/process.ts'
import {closeAll} from './source/sandbox.ts'
import {toComplaint} from './view/terminal.ts'

// Servers and keys take their time on a busy machine.
vi.setConfig({testTimeout: 60_000})

afterAll(closeAll)

const text = (body: string, fixtures = ''): string => `---\ntitle: Try\nfixtures: [${fixtures}]\nverification: {level: 0}\n---\n${body}`
const run = async (body: string, fixtures = ''): Promise<Ran> => {
  const {page, problems} = parsePage('docs/runbooks/try.md', text(body, fixtures), 'sha256:0')
  expect(problems).toEqual([])
  return runPage(page, '2026-11-23')
}
const said = ({complaints}: Ran): string[] => complaints.map((complaint) => toComplaint({...complaint, output: ''}))
const verdicts = ({result}: Ran): Record<string, string> => Object.fromEntries(result.blocks.map((block) => [block.id, block.verdict]))

const GOOD = `## Steps

\`\`\`bash run id=make
count=$(printf '%s\\n' a b c | wc -l)
mkdir -p out
\`\`\`

\`\`\`bash run id=show
echo "count $count"; ls
\`\`\`

\`\`\`text expect
count 3
out
\`\`\`

\`\`\`bash run id=refuse exit=2
ls --no-such-flag 2>/dev/null
\`\`\`

## Roll back

\`\`\`bash run id=back
rmdir out
\`\`\`
`

describe('a page', () => {
  test('that does what it says passes at level 3, in a home and a folder of its own', async () => {
    const ran = await run(
      `${GOOD}\n\`\`\`bash run id=own\n[ "$PWD" != "$HOME" ] && [ -z "$(ls -A "$HOME")" ] && [ "$(id -u)" != 0 ]\n\`\`\`\n`,
    )
    expect(said(ran)).toEqual([])
    expect(ran.result).toMatchObject({verdict: 'passed', level: 3, because: null, pageHash: 'sha256:0', executedOn: '2026-11-23'})
    expect(verdicts(ran)).toEqual({make: 'passed', show: 'passed', refuse: 'passed', back: 'passed', own: 'passed'})
  })

  test.each([
    ['an expected output', 'count 3', 'count 4', 'docs/runbooks/try.md:18:1 block "show": printed "count 3", expected "count 4"'],
    [
      'an expected output that is longer',
      'out\n```\n\n```bash run id=refuse',
      'out\nmore\n```\n\n```bash run id=refuse',
      'docs/runbooks/try.md:20:1 block "show": the output ends before "more"',
    ],
    [
      'an expected output that is left out',
      '```text expect\ncount 3\nout\n```',
      '',
      'docs/runbooks/try.md:13:1 block "show": printed "count 3", expected no output (a ```text expect block would follow)',
    ],
    ['a flag', 'wc -l', 'wc -c', 'docs/runbooks/try.md:18:1 block "show": printed "count 6", expected "count 3"'],
    ['a flag that the command refuses', 'mkdir -p', 'mkdir -Q', 'docs/runbooks/try.md:8:1 block "make": exit status 1, expected 0'],
    ['an exit status', 'exit=2', 'exit=1', 'docs/runbooks/try.md:22:1 block "refuse": exit status 2, expected 1'],
    ['an exit status to success', ' exit=2', '', 'docs/runbooks/try.md:22:1 block "refuse": exit status 2, expected 0'],
    ['a step', 'mkdir -p out', ':', 'docs/runbooks/try.md:19:1 block "show": the output ends before "out"'],
    ['the variable of a step', 'count=', 'other=', 'docs/runbooks/try.md:18:1 block "show": printed "count", expected "count 3"'],
  ])('a changed page is caught: %s', async (_what, from, to, message) => {
    expect(GOOD).toContain(from)
    const ran = await run(GOOD.replace(from, to))
    expect(ran.result).toMatchObject({verdict: 'failed', level: 1})
    expect(said(ran).map((line) => line.replace(/; fix the command.*/, ''))).toEqual([message])
  })

  test('stops at the first failure; what comes after is not executed, never passed', async () => {
    const ran = await run('```bash run id=a\ntrue\n```\n\n```bash run id=b\nfalse\n```\n\n```bash run id=c\ntrue\n```\n')
    expect(verdicts(ran)).toEqual({a: 'passed', b: 'failed', c: 'not-executed'})
  })

  test('a block that ends the shell of the reader fails, and does not pass for the rest', async () => {
    const ran = await run('```bash run id=a\nexit 0\n```\n\n```bash run id=b\ntrue\n```\n')
    expect(said(ran)[0]).toContain('block "a": it ended the shell that it was pasted into')
    expect(verdicts(ran)).toEqual({a: 'failed', b: 'not-executed'})
  })

  test('runs in an interactive shell: a failed line does not keep the next one from running, and ! is history', async () => {
    const ran = await run(
      '```bash run id=a\n: "${NOT_SET:?}"\necho next\n```\n\n```text expect\nbash: NOT_SET: parameter null or not set\nnext\n```\n\n```bash run id=b exit=0\nx=1; echo "hash !$x"\n```\n\n```text expect\nhash !1\n```\n',
    )
    expect(said(ran).map((line) => line.replace(/; fix.*/, ''))).toEqual([
      expect.stringMatching(/block "b": printed ".*", expected "hash !1"$/),
    ])
  })

  test('a command that reads its input swallows the lines after it, as in a terminal', async () => {
    const ran = await run('```bash run id=a limit=2\ncat\necho never\n```\n')
    expect(said(ran)[0]).toContain('block "a": still running after 2 s')
  })

  test('a time limit ends the block and its children', async () => {
    const ran = await run('```bash run id=slow limit=1\nsleep 100 & echo $! > "$TESTED_DOCS/../slow-$PPID.pid"\nsleep 100\n```\n')
    const file = readdirSync(tmpdir()).find((name) => name === `slow-${process.pid}.pid`) ?? ''
    const pid = Number(readFileSync(join(tmpdir(), file), 'utf8'))
    rmSync(join(tmpdir(), file))
    expect(said(ran)[0]).toMatch(/^docs\/runbooks\/try\.md:6:1 block "slow": still running after 1 s/)
    expect(isAlive(pid)).toBe(false)
    expect(ran.left).toEqual([])
  })

  test('an unfinished quote or here-document is found before anything runs', async () => {
    for (const command of ["echo 'open", 'cat <<END\nx']) {
      const ran = await run(`\`\`\`bash run id=a\ntouch ran\n\`\`\`\n\n\`\`\`bash run id=b\n${command}\n\`\`\`\n`)
      expect(said(ran)[0]).toMatch(/^docs\/runbooks\/try\.md:10:1 block "b": not valid bash: /)
      expect(ran.result).toMatchObject({verdict: 'failed', level: 0})
      expect(verdicts(ran)['a']).toBe('not-executed')
    }
  })

  test('a page of which nothing can run is "not executed", with the reasons', async () => {
    const ran = await run('```bash no-run reason="needs Vault"\nvault status\n```\n')
    expect(ran.result).toMatchObject({verdict: 'not-executed', level: 1})
    expect(ran.result.blocks).toEqual([{id: 'no-run-1', line: 6, verdict: 'no-run', because: 'needs Vault'}])
  })

  test('daemons that left the group, files and home are gone afterwards', async () => {
    const ran = await run(
      '```bash run id=a\nsetsid sleep 300 </dev/null >/dev/null 2>&1 &\nsleep 0.2; kill -0 $!\n```\n\n```bash run id=where\necho "$TESTED_DOCS" | sed "s/-.*//"\n```\n\n```text expect\n/tmp/tested\n```\n',
    )
    expect(said(ran)).toEqual([])
    expect(ran.left).toEqual([])
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`tested-docs-${process.pid}-`) && existsSync(join(tmpdir(), name, 'work'))),
    ).toEqual([])
  })
})

const lacksPostgres = (await missing('postgres')).length > 0

describe.skipIf(lacksPostgres)('with PostgreSQL', () => {
  const SQL = '```bash run id=ask\npsql -At -c "select count(*) from orders"\n```\n\n```text expect\n3\n```\n'

  test('the fixture answers, and leaves nothing', async () => {
    const ran = await run(SQL, 'postgres')
    expect(said(ran)).toEqual([])
    expect(ran.result.versions['PostgreSQL']).toMatch(/^\d+\.\d+$/)
    expect(ran.left).toEqual([])
  })

  test('a stopped server is caught: page, block and line', async () => {
    const ran = await run(`\`\`\`bash run id=accident\npg_ctl -D "$PGDATA" -m immediate stop >/dev/null\n\`\`\`\n\n${SQL}`, 'postgres')
    expect(said(ran)[0]).toMatch(/^docs\/runbooks\/try\.md:10:1 block "ask": exit status 2, expected 0/)
    expect(ran.left).toEqual([])
  })

  test('a server that the page restarted as a daemon is stopped too', async () => {
    const ran = await run(
      '```bash run id=again\npg_ctl -D "$PGDATA" -w -l "$TESTED_DOCS/work/log" restart >/dev/null\ncp "$PGDATA/postmaster.pid" "$TESTED_DOCS/../restarted-$PPID.pid"\n```\n',
      'postgres',
    )
    const file = join(tmpdir(), `restarted-${process.pid}.pid`)
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    rmSync(file)
    expect(said(ran)).toEqual([])
    expect(pid).toBeGreaterThan(1)
    expect(isAlive(pid)).toBe(false)
    expect(ran.left).toEqual([])
  })

  test('trap: pg_reload_conf() returns true although the bad setting was not taken', async () => {
    const ran = await run(
      `\`\`\`bash run id=reload
echo "max_connections = lots" >> "$PGDATA/postgresql.conf"
psql -At -c "select pg_reload_conf()"
\`\`\`

\`\`\`text expect
t
\`\`\`

\`\`\`bash run id=truth
sleep 0.3; grep -c 'contains errors; unaffected changes were applied\\|contains errors; no changes were applied' "$PGLOG"
\`\`\`

\`\`\`text expect
1
\`\`\`
`,
      'postgres',
    )
    expect(said(ran)).toEqual([])
  })
})

describe('without the services', () => {
  let folder = ''
  const path = process.env['PATH']
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'empty-'))))
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(folder, {recursive: true})
  })

  test('a page is "not executed", with what is missing, and never passed', async () => {
    const {ENVIRONMENT} = await import('./source/machine.ts')
    const before = ENVIRONMENT.PATH
    writeFileSync(join(folder, 'bash'), '#!/bin/sh\n', {mode: 0o755})
    ENVIRONMENT.PATH = folder
    try {
      const ran = await run('```bash run id=a\ntrue\n```\n', 'redis')
      expect(ran.result).toMatchObject({
        verdict: 'not-executed',
        level: 1,
        because: 'missing here: the command setpriv, the command redis-server, the command redis-cli',
        versions: {},
      })
      expect(verdicts(ran)).toEqual({a: 'not-executed'})
    } finally {
      ENVIRONMENT.PATH = before
    }
  })
})

test('a program that is out of time is over, although a child of it holds its output open', async () => {
  const began = performance.now()
  expect((await runProgram('sh', ['-c', 'sleep 20 & echo begun; wait'], {limitSeconds: 1})).status).not.toBe(0)
  expect(performance.now() - began).toBeLessThan(15_000)
})
