import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {main} from '../cli.ts'
import {gatherEvidence} from './evidence.ts'
import type {Status} from '../model/status.ts'
import {parsePlan} from '../parse/structure/plan.ts'

const PLAN = `---
plan:
  metrics:
    "p95 under 200 ms": {report: reports/bench.json, at: "results[0].p95", unit: ms, maxAge: 30}
    "Updates come by themselves": {report: .github/dependabot.yml, contains: "interval: weekly"}
    "Nothing leaves": {report: ../outside.json, measure: exists}
    "The page answers": {url: "https://docs.example.test/"}
---
# Plan

## Work
- [x] Measure ([below 100 ms](../reports/bench.json#results[0].p95))

## Success Metrics
- p95 under 200 ms
- Updates come by themselves
- Nothing leaves
- The page answers
`
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-'))
  for (const name of ['docs', 'reports', '.github']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'package.json'), '{"actionPlan": {"plan": "docs/plan.md"}}')
  writeFileSync(join(folder, 'docs/plan.md'), PLAN)
  writeFileSync(join(folder, 'reports/bench.json'), '{\n  "results": [{"p95": 180}]\n}\n')
  writeFileSync(join(folder, '.github/dependabot.yml'), 'version: 2\nupdates:\n  - schedule:\n      interval: weekly\n')
  const env = {...process.env, GIT_AUTHOR_DATE: '2026-01-10T12:00:00Z', GIT_COMMITTER_DATE: '2026-01-10T12:00:00Z'}
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {env})
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'plan')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('numbers, texts and answers are those that were asked for; the rest of a file is let go', async () => {
  const asked: string[] = []
  const evidence = await gatherEvidence(parsePlan(PLAN).plan, 'docs/plan.md', folder, {
    request: async (url) => (asked.push(url), 200),
    timeoutMs: 1000,
    now: '2026-01-11T00:00:00Z',
  })
  expect(asked).toEqual(['https://docs.example.test/'])
  expect(evidence.files.map(({path, state}) => [path, state])).toEqual([
    ['../outside.json', 'refused'],
    ['.github/dependabot.yml', 'read'],
    ['reports/bench.json', 'read'],
  ])
  expect(evidence.files[1]).toMatchObject({texts: {'interval: weekly': {line: 4, column: 7}}, facts: {kind: 'text', text: ''}})
  expect(evidence.files[2]).toMatchObject({
    numbers: {'results[0].p95': {number: 180}},
    facts: {kind: 'json', value: null},
    committedAt: expect.stringMatching(/^2026-01-10/) as string,
  })
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
})

test('no address is asked unless that is allowed', async () =>
  expect((await gatherEvidence(parsePlan(PLAN).plan, 'docs/plan.md', folder, null)).urls).toEqual([]))

test('every command reads evidence', async () => {
  let [out, err] = ['', '']
  const terminal = {
    cwd: folder,
    now: '2026-01-20T12:00:00Z',
    color: false,
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  }
  expect(await main(['status', '--format', 'json'], '0', terminal)).toBe(0)
  expect(err).toContain('docs/plan.md: 1 error, 1 warning, 0 notes')
  const {metrics, sections} = JSON.parse(out) as Status
  expect(metrics.map(({state, because}) => `${state}: ${because}`)).toEqual([
    'met: results[0].p95 is 180 ms, target below 200 ms (reports/bench.json)',
    'met: .github/dependabot.yml: line 4 contains "interval: weekly"',
    'unknown: ../outside.json: unexpected path, expected one inside the project',
    'unknown: https://docs.example.test/ was not asked: addresses are asked only when that is allowed',
  ])
  expect(sections[0]?.items[0]).toMatchObject({done: 1, evidenced: 0})
  out = ''
  expect(await main(['check'], '0', terminal)).toBe(1)
  expect(out).toMatchInlineSnapshot(`
    "docs/plan.md:6:5 error evidence/outside: ../outside.json: unexpected path, expected one inside the project. Fix: name a file below the folder of the nearest package.json, such as reports/coverage.xml
    docs/plan.md:12:3 warning evidence/contradicts: the task is ticked, but its evidence fails: results[0].p95 is 180 ms, target below 100 ms (reports/bench.json). Fix: fix what fails, or untick the task; the tick counts as written
    1 error, 1 warning, 0 notes
    "
  `)
  out = ''
  await main(['status', '--format', 'json', '--today', '2026-06-01'], '0', terminal)
  expect((JSON.parse(out) as Status).metrics[0]).toMatchObject({state: 'unknown', evidence: {goodUntil: '2026-02-09'}})
})
