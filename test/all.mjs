// The test command: types, lint, format, unit, runbooks, build, and the built site in a real browser. Never skips; ends with "N passed, N failed".
import {spawnSync} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ensureTools} from './tools.mjs'

const reports = mkdtempSync(join(tmpdir(), 'action-plan-test-'))
/** What the built site shows as its own quality, at /quality. */
const shown = 'reports'
rmSync(shown, {recursive: true, force: true})
mkdirSync(shown)
const bin = (name) => join('node_modules', '.bin', name)
const vitest = (name, config, ...more) => ({
  name,
  command: [
    bin('vitest'),
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    '--reporter=junit',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
    `--outputFile.junit=${join(shown, `${name}.xml`)}`,
    ...more,
  ],
  report: join(reports, `${name}.json`),
})

/** Stands in the environment of the build like a secret: it must not come out of it. */
const CANARY = randomBytes(16).toString('hex')

/** In this order: what is quick comes first; the site's tests need the build. */
const STEPS = [
  {name: 'types', command: [bin('tsc'), '-p', '.']},
  {
    name: 'lint',
    command: [
      bin('eslint'),
      '--config',
      '.config/eslint.mjs',
      '--max-warnings',
      '0',
      '--format',
      './.config/eslint-sarif.mjs',
      '-o',
      join(shown, 'lint.sarif'),
      '.',
    ],
  },
  {name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.']},
  {name: 'schema', command: ['node', 'plugins/action-plan/scripts/schema.mjs', '--check']},
  // Before the unit tests: it installs the servers that some of them start.
  {name: 'runbooks', command: ['node', 'plugins/tested-docs/bin/runbooks.mjs', '--check', '--install']},
  vitest('unit', 'test/vitest.config.mts', '--coverage.enabled'),
  {name: 'build', command: [bin('docusaurus'), 'build'], env: {AWS_SECRET_ACCESS_KEY: CANARY, DATABASE_PASSWORD: CANARY}},
  {
    name: 'secrets',
    // The files that hold what only the environment of the build held.
    command: ['sh', '-c', '! grep -rlF "$0" build', CANARY],
  },
  vitest('site', 'test/site.config.mts'),
]

let passed = 0
let failed = 0
const missing = ensureTools()
if (missing !== null) {
  console.error(missing)
  failed++
} else {
  for (const {name, command, report, env} of STEPS) {
    const started = performance.now()
    console.log(`\n== ${name}`)
    const {status} = spawnSync(command[0], command.slice(1), {
      stdio: 'inherit',
      env: {...process.env, CI: '1', NODE_ENV: name === 'build' ? 'production' : (process.env.NODE_ENV ?? ''), ...env},
    })
    const counts = report === undefined ? null : countsOf(report)
    passed += counts?.passed ?? (status === 0 ? 1 : 0)
    failed += counts === null ? (status === 0 ? 0 : 1) : Math.max(counts.failed, status === 0 ? 0 : 1)
    console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** What vitest counted; a test that was skipped is a failure. Null when it wrote no report. */
function countsOf(file) {
  try {
    const {numPassedTests, numFailedTests, numPendingTests, numTodoTests} = JSON.parse(readFileSync(file, 'utf8'))
    return {passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests}
  } catch {
    return null
  }
}
