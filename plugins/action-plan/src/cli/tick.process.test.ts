import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const [PROCESSES, EACH] = [5, 10]
const EDIT = new URL('../load/tick.ts', import.meta.url).href
const CLI = new URL('../cli.ts', import.meta.url).href

/** A process that ticks several tasks at once; its exit status is the sum of theirs. */
const TICKS = `
import {createJiti} from '${createRequire(import.meta.url).resolve('jiti')}'
const {import: load} = createJiti('${CLI}', {fsCache: true, tryNative: false})
const {main} = await load('${CLI}')
// Loaded once before: of two that load it at a time, the second would get a half of it from the compiler.
await load('${EDIT}')
const [cwd, ...targets] = process.argv.slice(1)
const terminal = {cwd, now: '2026-11-24T12:00:00Z', color: false, out: () => undefined, err: (text) => process.stderr.write(text)}
const statuses = await Promise.all(targets.map((target) => main(['tick', 'plan.md', target], '1.0.0', terminal)))
process.exitCode = statuses.reduce((sum, status) => sum + status, 0)
`

test('fifty at once from five processes: none is lost and none is refused, although a killed one left its lock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tick-'))
  try {
    // Marks of one byte and of three, so that places move while others wait.
    const plan = (marks: readonly string[]): string => `# P\n## 1. S\n### 1.1 I\n${marks.map((mark) => `- [${mark}] a\n`).join('')}`
    writeFileSync(join(folder, 'plan.md'), plan(Array.from({length: PROCESSES * EACH}, (_, task) => (task % 3 === 0 ? '★' : ' '))))
    writeFileSync(join(folder, '.plan.md.lock'), '')
    const ended = Array.from({length: PROCESSES}, async (_, process_) => {
      const targets = Array.from({length: EACH}, (_, task) => `1.1/${process_ + 1 + task * PROCESSES}`)
      const child = spawn(process.execPath, ['--input-type=module', '-e', TICKS, folder, ...targets], {stdio: ['ignore', 'ignore', 'pipe']})
      let err = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      const [status] = (await once(child, 'close')) as [number]
      return {status, refused: err.split('\n').filter((line) => line !== '' && !line.includes(': waiting for process '))}
    })
    expect(await Promise.all(ended)).toEqual(Array.from({length: PROCESSES}, () => ({status: 0, refused: []})))
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toBe(plan(Array.from({length: PROCESSES * EACH}, () => 'x')))
    expect(readdirSync(folder)).toEqual(['plan.md'])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}, 180_000)

test('a pipe is refused at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tick-'))
  try {
    execFileSync('mkfifo', [join(folder, 'plan.md')])
    const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', TICKS, folder, '1.1/1'], {
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect([status, stderr]).toEqual([2, 'plan.md: unexpected pipe or device, expected a file that can be changed (name the plan)\n'])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}, 60_000)

test('the day is written where the plan writes it already, and taken away with the tick', async () => {
  const {main} = await import('../cli.ts')
  const folder = mkdtempSync(join(tmpdir(), 'tick-'))
  const terminal = {cwd: folder, now: '2026-11-24T12:00:00Z', color: false, out: () => undefined, err: () => undefined}
  const path = join(folder, 'plan.md')
  try {
    const plan = '# P\n## 1. S\n### 1.1 I\n- [ ] a 📅 2026-12-01\n- [x] b ✅ 2026-11-20\n'
    writeFileSync(path, plan)
    expect(await main(['tick', 'plan.md', '1.1/1'], '1.0.0', terminal)).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(plan.replace('[ ] a 📅 2026-12-01', '[x] a 📅 2026-12-01 ✅ 2026-11-24'))
    expect(await main(['tick', 'plan.md', '1.1/1', '--undo'], '1.0.0', terminal)).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(plan)
    writeFileSync(path, plan.replace(' ✅ 2026-11-20', ''))
    expect(await main(['tick', 'plan.md', '1.1/1'], '1.0.0', terminal)).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(plan.replace(' ✅ 2026-11-20', '').replace('[ ]', '[x]'))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
