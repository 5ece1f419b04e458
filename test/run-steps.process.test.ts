import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test, vi} from 'vitest'
import {runSteps, type Step} from './run-steps.mjs'
import {mayInstall, setup} from './setup.mjs'
import {countsOf, IN_TURN, steps} from './steps.mjs'

const folder = mkdtempSync(join(tmpdir(), 'steps-'))
afterAll(() => rmSync(folder, {recursive: true}))

const node = (name: string, code: string, more: Partial<Step> = {}): Step => ({name, command: [process.execPath, '-e', code], ...more})
async function run(
  all: readonly Step[],
  atOnce = 2,
): Promise<{readonly counts: unknown; readonly text: string; readonly lines: readonly string[]}> {
  const lines: string[] = []
  const counts = await runSteps(all, {atOnce, print: (line) => lines.push(line)})
  return {counts, lines, text: lines.join('\n').replace(/[\d.]+ s\b/g, '<n> s')}
}

test('a step that fails, crashes or cannot be started is a failure, and hides no other step', async () => {
  const {counts, text} = await run(
    [
      node('types', 'console.log("wrong"); process.exit(2)'),
      node('crash', 'process.kill(process.pid, "SIGKILL")'),
      {name: 'none', command: ['no-such-program']},
      node('lint', ''),
    ],
    1,
  )
  expect(counts).toEqual({passed: 1, failed: 3})
  expect(text).toContain('== types: FAILED (1) in <n> s\nwrong')
  expect(text).toContain('== crash: FAILED (1) in <n> s\nended by SIGKILL')
  expect(text).toContain('no-such-program could not be started: spawn no-such-program ENOENT')
  expect(text).toContain('== lint: ok in <n> s')
})

test('what a step writes is printed as a whole when it ends, and a line when it starts', async () => {
  const slow = 'console.log(1); setTimeout(() => console.log(2), 300)'
  const {lines} = await run([node('a', slow), node('b', slow)])
  expect(lines.slice(0, 2)).toEqual(['-- a …', '-- b …'])
  for (const line of lines.slice(2)) expect(line).toMatch(/^\n== [ab]: ok in [\d.]+ s\n1\n2\n$/)
})

test('a step waits for those it comes after; without what it needs it is not run, and counts as failed', async () => {
  const {counts, text} = await run([
    node('site', '', {needs: ['build']}),
    node('build', 'process.exit(1)', {after: ['unit']}),
    node('unit', 'process.exit(1)'),
  ])
  expect(counts).toEqual({passed: 0, failed: 3})
  expect([...text.matchAll(/^-- (\w+)/gm)].map(([, name]) => name)).toEqual(['unit', 'build'])
  expect(text).toContain('== site: NOT RUN, because build failed')
})

test('no more steps run beside each other than asked for', async () => {
  const {lines} = await run([node('a', ''), node('b', ''), node('c', '')], 2)
  expect(lines.slice(0, 2)).toEqual(['-- a …', '-- b …'])
  expect(lines[2]).toMatch(/^\n== [ab]: ok/)
  expect((await run([node('a', ''), node('b', '')], 1)).lines.map((line) => line.trim().slice(0, 4))).toEqual([
    '-- a',
    '== a',
    '-- b',
    '== b',
  ])
})

test('tests are counted one by one: a skipped one is a failure, and so is a report that was not written', async () => {
  const report = join(folder, 'report.json')
  writeFileSync(report, JSON.stringify({numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1}))
  const {counts, text} = await run([
    node('counted', '', {counts: () => countsOf(report)}),
    node('silent', '', {counts: () => countsOf(join(folder, 'none.json'))}),
  ])
  expect(counts).toEqual({passed: 5, failed: 5})
  expect(text).toContain('silent wrote no report of its tests')
})

test('every step that others wait for is there', () => {
  const all = steps(folder, folder)
  const names = all.map(({name}) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const {after = [], needs = []} of all) for (const name of [...after, ...needs]) expect(names).toContain(name)
  // What a step leaves to another one by name is there.
  const files = all.flatMap(({command}) => command.flatMap((part) => /test\/site\/.*/.exec(part)?.[0] ?? []))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => !file.endsWith('.mts') && !existsSync(file))).toEqual([])
})

test('what takes long rests on two of three days, and on none in a nightly run', () => {
  const long = Object.values(IN_TURN).flat()
  expect(long.filter((file) => !existsSync(file))).toEqual([])
  const restingOn = (day: number, nightly?: '1'): readonly string[] => {
    vi.stubEnv('NIGHTLY', nightly)
    vi.setSystemTime(Date.UTC(2027, 0, day))
    return steps(folder, folder).flatMap(({name, command}) => (IN_TURN[name] ?? []).filter((file) => command.includes(`--exclude=${file}`)))
  }
  try {
    const days = [1, 2, 3].map((day) => restingOn(day))
    for (const file of long)
      expect(
        days.filter((resting) => resting.includes(file)),
        file,
      ).toHaveLength(2)
    expect(restingOn(1, '1')).toEqual([])
  } finally {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  }
})

test('packages are installed unless that is refused', {timeout: 180_000}, async () => {
  expect([mayInstall([], {}), mayInstall(['--no-install'], {}), mayInstall([], {TEST_NO_INSTALL: '1'})]).toEqual([true, false, false])
  const path = process.env.PATH
  const chrome = process.env.CHROME_PATH
  try {
    process.env.PATH = folder
    delete process.env.CHROME_PATH
    const said: string[] = []
    const missing = await setup({install: false, print: (line) => said.push(line)})
    expect(missing?.message).toMatch(
      /^The tests need programs that are not installed, and --no-install or TEST_NO_INSTALL forbids to install them\. Fix: apt-get install -y --no-install-recommends .*chromium.*tj3/,
    )
    expect(said).toEqual([])
  } finally {
    process.env.PATH = path
    if (chrome !== undefined) process.env.CHROME_PATH = chrome
  }
})
