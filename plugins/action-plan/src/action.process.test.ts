import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {parse} from 'yaml'

// What others copy into their pipelines: the steps are run here as they are there, with stand-ins for the services.

const ACTION = fileURLToPath(new URL('../action', import.meta.url))
const BIN = fileURLToPath(new URL('../bin/action-plan.mjs', import.meta.url))
const PLAN = '# Plan\n\n## 1. Work (P0)\n\n### 1.1 First\n\n- [x] a\n- [ ] b\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-'))
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {cwd: folder, stdio: 'ignore'})
  git('init', '-q')
  writeFileSync(join(folder, 'ROADMAP.md'), PLAN)
  git('add', '.')
  git('commit', '-qm', 'plan')
  writeFileSync(join(folder, 'ROADMAP.md'), PLAN.replace('[ ] b', '[x] b'))
  program('action-plan', `exec ${process.execPath} ${BIN} "$@"`)
})
afterEach(() => rmSync(folder, {recursive: true}))

/** A program of the pipeline. */
function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
  chmodSync(join(folder, name), 0o755)
}
function step(script: string, env: Readonly<Record<string, string>> = {}): {readonly status: number | null; readonly out: string} {
  const {status, stdout, stderr} = spawnSync('bash', [join(ACTION, script)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      ACTION_PLAN: 'action-plan',
      PLAN: 'ROADMAP.md',
      RUNNER_TEMP: join(folder, 'temp'),
      ...env,
    },
  })
  return {status, out: stdout + stderr}
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('the action names only scripts that are there, and puts no expression into a shell', () => {
  const text = readFileSync(join(ACTION, 'action.yml'), 'utf8')
  const {runs, inputs} = parse(text) as {runs: {steps: readonly {run: string; env: object}[]}; inputs: object}
  const scripts = runs.steps.map(({run}) => /^bash "\$GITHUB_ACTION_PATH\/([\w.]+)"$/.exec(run)?.[1])
  for (const script of scripts) expect(readdirSync(ACTION)).toContain(script)
  for (const name of Object.keys(inputs)) expect(text).toContain(`inputs.${name}`)
})

test('it writes badge, digest, SARIF and the numbers', () => {
  const {status, out} = step('write.sh', {GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), GITHUB_OUTPUT: join(folder, 'output')})
  expect({status, out}).toEqual({status: 0, out: ''})
  expect(read('temp/action-plan/overall.svg')).toContain('2/2 (100 %)')
  expect(JSON.parse(read('temp/action-plan/problems.sarif'))).toMatchObject({version: '2.1.0'})
  expect(read('temp/action-plan/digest.md')).toContain('Plan')
  expect(read('summary.md')).toContain('2 of 2 tasks done')
  expect(read('output')).toMatch(/^percent=100\nbadge=.*overall\.svg\ndigest=.*\nsarif=.*\n$/)
})

test('it comments once on a pull request, and changes the comment later', () => {
  program('gh', `echo "$@" >> ${folder}/asked; case "$*" in *--paginate*) cat ${folder}/known 2>/dev/null;; esac; exit 0`)
  const env = {BASE: 'HEAD', PULL_REQUEST: '7', GITHUB_REPOSITORY: 'a/b'}
  expect(step('comment.sh', env).status).toBe(0)
  expect(read('asked')).toMatch(/api --silent repos\/a\/b\/issues\/7\/comments -f body=<!-- action-plan -->/)
  writeFileSync(join(folder, 'known'), '12\n')
  expect(step('comment.sh', env).status).toBe(0)
  expect(read('asked')).toContain('--method PATCH repos/a/b/issues/comments/12')
})

test('it fails on an error and marks its line; on a warning only when it is strict', () => {
  expect(step('check.sh').status).toBe(0)
  writeFileSync(join(folder, 'ROADMAP.md'), `${PLAN}\n### 1.2 Second\n\n- [~] c\n`)
  expect(step('check.sh').status).toBe(0)
  expect(step('check.sh', {STRICT: 'true'}).status).toBe(1)
  writeFileSync(join(folder, 'ROADMAP.md'), `${PLAN}\n### 1.1 Again\n\n- [ ] c\n`)
  const {status, out} = step('check.sh')
  expect(status).toBe(1)
  expect(out).toContain('file=ROADMAP.md,line=')
})

test('for GitLab the problems are a Code Quality report', () => {
  writeFileSync(join(folder, 'ROADMAP.md'), `${PLAN}\n### 1.1 Again\n\n- [ ] c\n`)
  const {'action-plan': job} = parse(readFileSync(join(ACTION, 'gitlab.yml'), 'utf8')) as {'action-plan': {script: readonly string[]}}
  const {status} = spawnSync('sh', ['-ec', job.script.join('\n')], {
    cwd: folder,
    env: {PATH: `${folder}:${process.env['PATH'] ?? ''}`, ACTION_PLAN_FILE: 'ROADMAP.md'},
  })
  expect(status).toBe(1)
  const [first] = JSON.parse(read('gl-code-quality-report.json')) as readonly object[]
  expect(first).toEqual({
    description: expect.any(String) as string,
    check_name: expect.stringMatching(/\//) as string,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    severity: expect.stringMatching(/^(critical|minor|info)$/) as string,
    location: {path: 'ROADMAP.md', lines: {begin: expect.any(Number) as number}},
  })
})
