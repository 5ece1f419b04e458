// The steps of the test command, as a table.
import {randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {hasTurn} from './turn.mjs'

function siteTests(...names) {
  return names.map((name) => `test/site/${name}.test.ts`)
}

const bin = (name) => join('node_modules', '.bin', name)
/** Where tools keep what they need not do again; a clean checkout has none of it. */
const CACHE = 'node_modules/.cache'

/**
 * Files that take long and hold what changes seldom: programs of others beside ours, a plugin killed again and again, sites of unusual kinds.
 * A third of them runs each day, all of them every night.
 */
export const IN_TURN = {
  process: [
    'plugins/publish/src/publish.process.test.ts',
    'plugins/tested-docs/src/cli.process.test.ts',
    'plugins/tested-docs/src/guides.process.test.ts',
    'plugins/tested-docs/src/traps.process.test.ts',
    'plugins/action-plan/src/odd-repositories.process.test.ts',
    'plugins/action-plan/src/view/files/taskjuggler.oracle.test.ts',
    'plugins/action-plan/src/derive/schedule/critical-path.tj3.test.ts',
    'plugins/action-plan/src/derive/schedule/projection.tj3.test.ts',
    'test/faults/clocks.process.test.ts',
  ],
  slow: [
    'plugins/action-plan/src/corpus.slow.test.ts',
    'plugins/action-plan/src/parse/structure/status-lists.slow.test.ts',
    'plugins/diagrams/src/svg.slow.test.ts',
    'plugins/diagrams/src/remark.slow.test.ts',
    'test/faults/reports.slow.test.ts',
    'test/faults/status.slow.test.ts',
  ],
  site: siteTests('scale', 'policy', 'stress'),
  package: siteTests('light', 'hostile'),
}
const exclude = (files) => files.map((file) => `--exclude=${file}`)
const resting = (step) => exclude(IN_TURN[step].filter((_, index) => !hasTurn(index, 3)))

/** Stands in the environment of the build like a secret: it must not come out of it. */
const CANARY = randomBytes(16).toString('hex')

/** Tests of sites that are built by the tests themselves: they need no page of this site. */
const OWN_SITES = siteTests('package', 'hostile', 'sites', 'languages', 'light', 'examples')
/** About half of the tests of this site, as long as they take; the other step takes whatever is left. */
const LOOKS = siteTests('weight', 'accessibility', 'search', 'everywhere', 'another-day', 'safety')

/**
 * Those that others wait for come first. A step starts when the steps in `after` have ended, well or not; when one in `needs` failed, it cannot run.
 * `reports` is a folder for what is counted; in `shown` is what the built site tells of its own quality at /quality.
 */
export function steps(reports, shown) {
  const vitest = (name, config, ...more) => ({
    name,
    command: [
      bin('vitest'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, `${name}.json`)}`,
      ...more,
    ],
    counts: () => countsOf(join(reports, `${name}.json`)),
  })
  const node = {NODE_ENV: process.env.NODE_ENV ?? ''}
  return [
    {
      ...vitest(
        'unit',
        'test/vitest.config.mts',
        '--project=unit',
        '--reporter=junit',
        `--outputFile.junit=${join(shown, 'unit.xml')}`,
        '--coverage.enabled',
      ),
      env: node,
    },
    {
      name: 'lint',
      command: [
        bin('eslint'),
        '--config',
        '.config/eslint.mjs',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-strategy',
        'content',
        '--cache-location',
        `${CACHE}/eslint/`,
        '--format',
        './.config/eslint-sarif.mjs',
        '-o',
        join(shown, 'lint.sarif'),
        '.',
      ],
    },
    // Every page that changed, and the others in turn: all have run within eight days, and every night.
    {name: 'runbooks', command: ['node', 'plugins/tested-docs/bin/runbooks.mjs', '--check', '--rotate', '8']},
    // Shows the reports of the tests and of the lint.
    {
      name: 'build',
      command: [bin('docusaurus'), 'build'],
      env: {NODE_ENV: 'production', AWS_SECRET_ACCESS_KEY: CANARY, DATABASE_PASSWORD: CANARY},
      after: ['unit', 'lint'],
    },
    {
      ...vitest('site', 'test/site.config.mts', ...exclude([...OWN_SITES, ...LOOKS]), ...resting('site')),
      needs: ['build'],
      env: node,
    },
    {...vitest('looks', 'test/site.config.mts', ...LOOKS), needs: ['build'], env: node},
    {...vitest('package', 'test/site.config.mts', ...OWN_SITES, ...resting('package')), needs: ['build'], env: node},
    {...vitest('process', 'test/vitest.config.mts', '--project=process', ...resting('process')), env: node},
    {...vitest('slow', 'test/vitest.config.mts', '--project=slow', ...resting('slow')), env: node},
    // The files that hold what only the environment of the build held.
    {name: 'secrets', command: ['sh', '-c', '! grep -rlF "$0" build', CANARY], needs: ['build']},
    {name: 'types', command: [bin('tsc'), '-b', '.config/tsc.json']},
    {
      name: 'format',
      command: [bin('prettier'), '--check', '--log-level', 'warn', '--cache', '.'],
    },
    {name: 'unused', command: [bin('knip'), '--config', '.config/knip.jsonc', '--cache', '--cache-location', `${CACHE}/knip`]},
    {name: 'schema', command: ['node', 'plugins/action-plan/scripts/schema.mjs', '--check']},
  ]
}

/** What Vitest counted; a test that was skipped is a failure. Null when it wrote no report. */
export function countsOf(file) {
  try {
    const {numPassedTests, numFailedTests, numPendingTests, numTodoTests} = JSON.parse(readFileSync(file, 'utf8'))
    return {passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests}
  } catch {
    return null
  }
}
