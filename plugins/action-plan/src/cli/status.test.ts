import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {main} from '../cli.ts'
import type {Status, StatusMetric} from '../model/status.ts'

// From what a tool wrote to what a user reads: the reports are those of the fixtures, each written by its tool.

const FIXTURES = fileURLToPath(new URL('../parse/evidence/fixtures', import.meta.url))
/** Two days after most of the tools ran. */
const NOW = '2026-11-27T12:00:00Z'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'status-'))
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'package.json'), '{"actionPlan": {"plan": "plan.md"}}')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** What `status --format json` says of metrics, each with its settings. */
async function metricsOf(settings: Readonly<Record<string, object>>, ...args: readonly string[]): Promise<readonly StatusMetric[]> {
  const plan = [
    '---',
    'plan:',
    '  metrics:',
    ...Object.entries(settings).map(([text, value]) => `    ${JSON.stringify(text)}: ${JSON.stringify(value)}`),
    '---',
    '# Plan\n\n## Work\n- [ ] Measure\n\n## Success Metrics',
    ...Object.keys(settings).map((text) => `- ${text}`),
    '',
  ]
  writeFileSync(join(folder, 'plan.md'), plan.join('\n'))
  let [out, err] = ['', '']
  const exit = await main(['status', '--format', 'json', ...args], '0', {
    cwd: folder,
    now: NOW,
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  expect({exit, err}).toEqual({exit: 0, err: ''})
  return (JSON.parse(out) as Status).metrics
}

const said = ({state, because}: StatusMetric): string => `${state}: ${because}`

test.each([
  ['coverage-py/lines.xml', '80%+ test coverage', {}, 'met: 83.3 % of lines (10 of 12), target at least 80 %'],
  ['coverage-py/lines.xml', '≥ 90 % coverage', {}, 'unmet: 83.3 % of lines (10 of 12), target at least 90 %'],
  ['coverage-py/lines.json', '80%+ test coverage', {}, 'met: 83.3 % of lines (10 of 12), target at least 80 %'],
  ['coverage-py/branch.lcov', 'Branches: 90%+', {measure: 'branches'}, 'unmet: 83.3 % of branches (5 of 6), target at least 90 %'],
  ['coverage-py/nothing.xml', '80%+ test coverage', {}, 'unknown: it measured nothing: 0 lines'],
  ['nyc/coverage-summary.json', 'At least 60 % coverage', {}, 'met: 83.3 % of lines (5 of 6), target at least 60 %'],
  ['vitest/cobertura-coverage.xml', '80%+ test coverage', {}, 'unmet: 75 % of lines (3 of 4), target at least 80 %'],
  ['pytest/pytest-9.xml', 'No failing tests', {}, 'unmet: 3 of 8 tests failed, 2 skipped, target at most 0'],
  [
    'googletest/googletest.xml',
    '50%+ of tests pass',
    {},
    'met: 50 % of the tests that ran passed (2 of 4, 2 skipped), target at least 50 %',
  ],
  ['eslint/clean.sarif', 'Zero lint findings', {}, 'met: 0 findings, target at most 0'],
  ['eslint/eslint.sarif', 'Zero lint findings', {}, 'unmet: 2 findings, target at most 0'],
  [
    'bandit/bandit.json',
    'No critical findings',
    {level: 'critical'},
    'unmet: 1 finding of level critical, 1 of them of unknown level, 4 below, target at most 0',
  ],
  ['npm-audit/clean.json', 'All critical security vulnerabilities resolved', {}, 'met: 0 findings of level critical, target at most 0'],
  ['npm-audit/vulnerable.json', 'Zero known vulnerabilities', {}, 'unmet: 2 findings, target at most 0'],
  [
    'npm-audit/refused.json',
    'Zero known vulnerabilities',
    {},
    'unknown: unexpected error of npm (405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk), expected its report',
  ],
  [
    'pytest-benchmark/benchmark.json',
    'Prices in under 1 s',
    {at: 'benchmarks[0].stats.mean', unit: 's'},
    'met: benchmarks[0].stats.mean is 0.000001015 s, target below 1 s',
  ],
])('%s, "%s" %j: %s', async (fixture, text, more, expected) => {
  const report = `reports/${fixture.replace('/', '-')}`
  copyFileSync(join(FIXTURES, fixture), join(folder, report))
  const [metric] = await metricsOf({[text]: {report, ...more}})
  // Which file it was stands behind what it says, or before the reason why it says nothing.
  expect(
    said(metric as StatusMetric)
      .replace(`${report}: `, '')
      .replace(` (${report})`, ''),
  ).toBe(expected)
  expect(metric?.because).toContain(report)
  expect(metric?.evidence).toMatchObject({kind: 'file', source: report})
})

test('of the same report: today it shows the metric, and when it is too old, broken or gone nothing does', {tags: ['slow']}, async () => {
  const whole = readFileSync(join(FIXTURES, 'coverage-py/lines.xml'))
  const bind = (report: string): Promise<readonly StatusMetric[]> => metricsOf({'80%+ test coverage': {report, maxAge: 7}})
  const put = (name: string, bytes: Uint8Array | string): string => (writeFileSync(join(folder, name), bytes), name)

  const [fresh] = await bind(put('reports/coverage.xml', whole))
  expect(fresh).toMatchObject({state: 'met', evidence: {tool: 'coverage.py 6.5.0', value: 83.33, goodUntil: '2026-12-02', commit: null}})
  const later = async (day: string): Promise<string | undefined> =>
    (await metricsOf({'80%+ test coverage': {report: 'reports/coverage.xml', maxAge: 7}}, '--today', day)).map(said)[0]
  expect(await later('2026-12-02')).toMatch(/^met: /)
  expect(await later('2026-12-03')).toMatchInlineSnapshot(
    `"unknown: reports/coverage.xml: it was made on 2026-11-25, more than 7 days ago"`,
  )

  const broken = {
    'cut off': whole.subarray(0, whole.length / 2),
    empty: '',
    'of another encoding': Buffer.from(`\ufeff${whole.toString()}`, 'utf16le'),
    'with a bomb': `<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><coverage><a>&c;</a></coverage>`,
    'with more done than there is': whole.toString().replace('lines-covered="10"', 'lines-covered="13"'),
    'of no format': '<html>Sign in</html>',
  }
  const found: string[] = []
  for (const [how, bytes] of Object.entries(broken))
    found.push(...(await bind(put('reports/coverage.xml', bytes))).map((one) => `${how}: ${said(one)}`))
  found.push(...(await bind('reports/none.xml')).map((one) => `gone: ${said(one)}`))
  expect(found).toMatchInlineSnapshot(`
    [
      "cut off: unknown: reports/coverage.xml: unexpected end of the file, expected </class>",
      "empty: unknown: reports/coverage.xml: the file is empty, expected a report",
      "of another encoding: unknown: reports/coverage.xml: unexpected NUL character, as UTF-16 has them; expected UTF-8",
      "with a bomb: unknown: reports/coverage.xml: unexpected entity declaration, expected a report without any: entities can grow without end or reach for other files",
      "with more done than there is: unknown: reports/coverage.xml: unexpected 13 covered lines of 12, expected at most 12",
      "of no format: unknown: reports/coverage.xml: it is a text that is none of the known reports: the setting does not say what to measure (measure: number with at:, contains, or exists)",
      "gone: unknown: reports/none.xml: there is no such file",
    ]
  `)
})
