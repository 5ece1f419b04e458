import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {hasTurn} from '../../../test/turn.mjs'
import {missing} from './source/machine.ts'
import {isFree} from './source/ports.ts'
import {isAlive} from './source/process.ts'

// Servers and keys take their time on a busy machine.
vi.setConfig({testTimeout: 60_000})

const BIN = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'runbooks.mjs')
let site = ''

const page = (body: string, fixtures = ''): string => `---\ntitle: Try\nfixtures: [${fixtures}]\nverification: {level: 0}\n---\n\n${body}\n`
const put = (name: string, text: string): void => writeFileSync(join(site, 'docs', 'runbooks', name), text)
const cli = (...args: string[]): {status: number | null; stdout: string; stderr: string} => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [BIN, ...args], {cwd: site, encoding: 'utf8'})
  return {status, stdout, stderr}
}
const resultFile = (): string => join(site, 'docs', 'runbooks', 'results', 'try.json')
const GOOD = page('```bash run id=a\necho one\n```\n\n```text expect\none\n```')

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'cli-site-'))
  mkdirSync(join(site, 'docs', 'runbooks'), {recursive: true})
  writeFileSync(join(site, 'docusaurus.config.ts'), '')
})
afterEach(() => rmSync(site, {recursive: true}))

describe('runbooks', () => {
  test('runs, writes a result, and does not write it again when nothing is new', () => {
    put('try.md', GOOD)
    const first = cli()
    expect(first).toMatchObject({status: 0, stderr: ''})
    expect(first.stdout).toMatch(
      /^✔ try +L2 +[\d.]+ s {2}1 of 1 commands executed\n1 runbooks: 1 passed, 0 failed, 0 not executed; 1 of 1 commands executed in [\d.]+ s\n$/,
    )
    const old = JSON.parse(readFileSync(resultFile(), 'utf8')) as object
    writeFileSync(resultFile(), `${JSON.stringify({...old, executedOn: '2020-01-01', durationSeconds: 500}, null, 2)}\n`)
    const before = statSync(resultFile()).mtimeMs
    expect(cli().status).toBe(0)
    expect(statSync(resultFile()).mtimeMs).toBe(before)
    put('try.md', GOOD.replace('title: Try', 'title: Try again'))
    expect(cli().status).toBe(0)
    expect(readFileSync(resultFile(), 'utf8')).not.toContain('2020-01-01')
  })

  test('a failure is written, told with its place, and is status 1', () => {
    put('try.md', GOOD.replace('```text expect\none', '```text expect\ntwo'))
    const {status, stdout, stderr} = cli('try')
    expect(status).toBe(1)
    expect(stdout).toContain('✖ try')
    expect(stderr).toBe(
      'docs/runbooks/try.md:12:1 block "a": printed "one", expected "two"; fix the command or what the page expects\n    | one\n',
    )
    expect(JSON.parse(readFileSync(resultFile(), 'utf8'))).toMatchObject({verdict: 'failed', level: 1})
  })

  test('--check writes nothing, and fails on a dropped step, an edited page and a missing result', () => {
    put('try.md', page('```bash run id=a\ntrue\n```\n\n```bash run id=b\ntrue\n```'))
    expect(cli('--check')).toMatchObject({
      status: 1,
      stderr: 'docs/runbooks/try.md:1:1 it has no committed result; run `npm run runbooks -- try` and commit the result\n',
    })
    expect(existsSync(resultFile())).toBe(false)
    cli()
    expect(cli('--check').status).toBe(0)
    put('try.md', page('```bash run id=a\ntrue\n```'))
    const dropped = cli('--check')
    expect(dropped.status).toBe(1)
    expect(dropped.stderr).toContain('the page changed since its committed result')
    expect(dropped.stderr).toContain('block "b": committed passed, now gone from the page')
  })

  test('a step that is gone, or no longer run, fails the run until it is accepted', () => {
    put('try.md', page('```bash run id=a\ntrue\n```\n\n```bash run id=b\ntrue\n```'))
    cli()
    const before = readFileSync(resultFile(), 'utf8')
    const message =
      'docs/runbooks/try.md:11:1 block "b": executed by the last run, now gone or not run; put it back, or add --accept when that is meant\n'
    for (const rest of ['', '\n\n```bash no-run id=b reason="too slow"\ntrue\n```']) {
      put('try.md', page('```bash run id=a\ntrue\n```' + rest))
      expect(cli()).toMatchObject({status: 1, stderr: message})
      expect(readFileSync(resultFile(), 'utf8')).toBe(before)
    }
    expect(cli('--accept')).toMatchObject({status: 0, stderr: ''})
    expect(readFileSync(resultFile(), 'utf8')).not.toBe(before)
  })

  test('--rotate runs what changed and what has its turn, and all once the harness is another', () => {
    const names = ['a', 'b', 'c', 'd']
    for (const name of names) put(`${name}.md`, GOOD)
    cli()
    const ran = (): readonly string[] =>
      [...cli('--check', '--rotate', '4').stdout.matchAll(/^. (\w) /gm)].map(([, name = '']) => name).sort()
    const [today = '', ...more] = ran()
    expect(names).toContain(today)
    expect(more).toEqual([])
    const other = today === 'b' ? 'c' : 'b'
    put(`${other}.md`, GOOD.replace('title: Try', 'title: Other'))
    expect(ran()).toEqual([today, other].sort())
    put('results/harness.txt', 'sha256:of-another-harness\n')
    expect(ran()).toEqual(names)
    expect(cli('--rotate', '0')).toMatchObject({status: 2, stderr: '--rotate 0 is not a whole number from 1; choose from: a, b, c, d\n'})
  })

  test('--print prints the script and runs nothing', () => {
    put('try.md', page('```bash run id=a\ntouch ../printed\n```'))
    const {status, stdout} = cli('--print', 'try')
    expect(status).toBe(0)
    expect(stdout).toContain('__block a docs/runbooks/try.md:7\ntouch ../printed\n')
    expect(existsSync(join(site, 'docs'))).toBe(true)
    expect(existsSync(resultFile())).toBe(false)
  })

  test('an unmarked block stops everything before anything runs', () => {
    put('try.md', page('```bash\nls\n```'))
    expect(cli()).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'docs/runbooks/try.md:7:1 a bash block without a verdict; add `run id=…` to the info string, or `no-run reason="…"`\n',
    })
  })

  test('wrong usage is status 2', () => {
    put('try.md', GOOD)
    expect(cli('nope')).toMatchObject({status: 2, stderr: 'no runbook "nope"; choose from: try\n'})
    expect(cli('--jobs', 'x').status).toBe(2)
    expect(cli('--no-such-option').status).toBe(2)
    expect(cli('--help').status).toBe(0)
  })
})

describe.skipIf((await missing('postgres')).length > 0)('teardown', () => {
  /** Starts a run that hangs in its first block, with a server and a daemon of its own; returns what it made. */
  const hanging = async (): Promise<{
    pid: number
    kill: (name: NodeJS.Signals) => Promise<number | null>
    server: number
    daemon: number
    port: number
    folder: string
  }> => {
    const note = join(tmpdir(), `note-${process.pid}-${Math.random().toString(36).slice(2)}`)
    put(
      'try.md',
      page(
        `\`\`\`bash run id=a limit=60\nsetsid sleep 600 & echo "$(head -1 "$PGDATA/postmaster.pid") $! $PGPORT $TESTED_DOCS" > ${note}.new; mv ${note}.new ${note}; sleep 600\n\`\`\``,
        'postgres',
      ),
    )
    const child = spawn(process.execPath, [BIN], {cwd: site, stdio: 'ignore'})
    const ended = new Promise<number | null>((done) => child.on('exit', done))
    await vi.waitUntil(() => existsSync(note), {timeout: 50_000, interval: 50})
    const [server = '', daemon = '', port = '', folder = ''] = readFileSync(note, 'utf8').trim().split(' ')
    rmSync(note)
    return {
      pid: child.pid ?? 0,
      kill: (name) => (child.kill(name), ended),
      server: Number(server),
      daemon: Number(daemon),
      port: Number(port),
      folder,
    }
  }
  const ours = (pid: number): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`tested-docs-${pid}-`))

  test.each(
    (
      [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
      ] as const
    ).filter((_, index) => hasTurn(index, 3)),
  )(
    '%s leaves no process, port or file',
    async (name, status) => {
      const run = await hanging()
      expect(isAlive(run.server) && isAlive(run.daemon)).toBe(true)
      expect(await run.kill(name)).toBe(status)
      expect([
        isAlive(run.server),
        isAlive(run.daemon),
        await isFree(run.port),
        existsSync(run.folder),
        existsSync(resultFile()),
        ours(run.pid),
      ]).toEqual([false, false, true, false, false, []])
    },
    60_000,
  )

  test('after SIGKILL the server ends by itself, and the next run removes the rest', async () => {
    const run = await hanging()
    await run.kill('SIGKILL')
    for (let tries = 0; tries < 100 && isAlive(run.server); tries++) await sleep(50)
    expect(isAlive(run.server)).toBe(false)
    put('try.md', GOOD)
    expect(cli().status).toBe(0)
    expect([isAlive(run.daemon), await isFree(run.port), ours(run.pid)]).toEqual([false, true, []])
  }, 60_000)
})
