import {describe, expect, test} from 'vitest'
import type {CoverageFacts, EvidenceFacts, FindingFacts, FindingLevel, JsonFacts, TestCase, TestFacts} from '../../model/tool-report.ts'
import type {EvidenceFile} from '../../model/evidence-file.ts'
import type {ItemReport, Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {evidenceText} from '../../view/words/evidence.ts'
import {ENGLISH} from '../../view/words/words.ts'

const HEAD = {format: 'x', tool: 'tool 1.0', at: null, commit: null}
const coverage = (covered: number, total: number, files: CoverageFacts['files'] = []): CoverageFacts => ({
  kind: 'coverage',
  ...HEAD,
  lines: {covered, total},
  branches: null,
  files,
})
const tests = (passed: number, failed: number, skipped = 0, cases: readonly TestCase[] = []): TestFacts => ({
  kind: 'tests',
  ...HEAD,
  total: passed + failed + skipped,
  passed,
  failed,
  errored: 0,
  skipped,
  seconds: null,
  cases,
})
const findings = (...levels: readonly FindingLevel[]): FindingFacts => ({
  kind: 'findings',
  ...HEAD,
  findings: levels.map((level, at) => ({rule: 'r', level, message: 'm', file: null, fileLine: null, line: at + 10, column: 1})),
})
const json: JsonFacts = {kind: 'json', ...HEAD, value: null}
const evidenceFile = (facts: EvidenceFacts, more: Partial<EvidenceFile> = {}): EvidenceFile => ({
  path: 'r',
  state: 'read',
  facts,
  numbers: {},
  texts: {},
  commit: null,
  committedAt: null,
  ...more,
})

function evaluated(metric: string, setting: string, files: readonly EvidenceFile[] | null, body = ''): Report {
  const text = `---\nplan:\n  metrics:\n    ${JSON.stringify(metric)}: ${setting}\n---\n# P\n${body}\n## Success Metrics\n- ${metric}\n`
  return report({
    text,
    source: {path: 'docs/plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-23T12:00:00Z',
    today: null,
    evidence: files === null ? null : {files, urls: []},
  })
}
/** A metric in one line, with the rules that say why. */
function line(metric: string, setting: string, files: readonly EvidenceFile[] | null, body = ''): string {
  const {metrics, problems} = evaluated(metric, setting, files, body)
  const [first] = metrics
  const rules = problems.filter(({rule}) => rule.startsWith('evidence/')).map(({rule}) => rule)
  return [`${first?.state ?? ''}: ${first === undefined ? '' : evidenceText(ENGLISH, first.cause)}`, ...rules].join(' | ')
}

describe('coverage', () => {
  const of = (covered: number, total: number): string => line('80%+ coverage', '{report: r}', [evidenceFile(coverage(covered, total))])
  test('a share is compared as it is and shown floored', () => {
    expect(of(80, 100)).toBe('met: 80 % of lines (80 of 100), target at least 80 % (r)')
    expect(of(79_999, 100_000)).toBe('unmet: 79.99 % of lines (79999 of 100000), target at least 80 % (r)')
    expect(of(1, 100_000)).toBe('unmet: 0.001 % of lines (1 of 100000), target at least 80 % (r)')
  })
  test('nothing measured is not 100 %', () => expect(of(0, 0)).toBe('unknown: r: it measured nothing: 0 lines | evidence/unreadable'))
  test('more than all is not believed', () =>
    expect(of(3, 2)).toBe('unknown: r: unexpected 3 of 2 lines, expected no more than all | evidence/unreadable'))
  test('the setting outranks the text', () =>
    expect(line('80%+ coverage', '{report: r, atLeast: 90}', [evidenceFile(coverage(85, 100))])).toMatch(
      /^unmet: 85 % .* target at least 90 % \(r\)$/,
    ))
  test('branches that are not counted are unknown', () =>
    expect(line('80%+ coverage', '{report: r, measure: branches}', [evidenceFile(coverage(85, 100))])).toBe(
      'unknown: r: it does not say how many branches are covered | evidence/unreadable',
    ))
})

describe('tests', () => {
  test('all, a share, and none that ran', () => {
    expect(line('All tests pass', '{report: r}', [evidenceFile(tests(5, 0, 2))])).toBe(
      'met: 0 of 5 tests failed, 2 skipped, target at most 0 (r)',
    )
    expect(line('All tests pass', '{report: r}', [evidenceFile(tests(5, 1))])).toBe('unmet: 1 of 6 tests failed, target at most 0 (r)')
    expect(line('95%+ of tests pass', '{report: r}', [evidenceFile(tests(19, 1))])).toBe(
      'met: 95 % of the tests that ran passed (19 of 20), target at least 95 % (r)',
    )
    expect(line('All tests pass', '{report: r}', [evidenceFile(tests(0, 0, 3))])).toBe(
      'unknown: r: it measured nothing: all 3 tests were skipped | evidence/unreadable',
    )
    expect(line('All tests pass', '{report: r}', [evidenceFile(tests(0, 0))])).toBe(
      'unknown: r: it measured nothing: no test ran | evidence/unreadable',
    )
  })
})

describe('findings', () => {
  const found = [evidenceFile(findings('high', 'critical', 'low'))]
  test('a level of the text or the setting; what has none counts', () => {
    expect(line('Zero findings', '{report: r}', found)).toBe('unmet: 3 findings, target at most 0 (r)')
    expect(line('All critical vulnerabilities resolved', '{report: r}', found)).toBe(
      'unmet: 1 finding of level critical, 2 below, target at most 0 (r)',
    )
    expect(line('At most 2 findings', '{report: r, level: high}', found)).toBe(
      'met: 2 findings of level high or above, 1 below, target at most 2 findings (r)',
    )
    expect(line('All critical vulnerabilities resolved', '{report: r}', [evidenceFile(findings('unknown', 'low'))])).toBe(
      'unmet: 1 finding of level critical, 1 of them of unknown level, 1 below, target at most 0 (r)',
    )
  })
  test('the place is that of the first that counts', () =>
    expect(evaluated('All critical vulnerabilities resolved', '{report: r}', found).metrics[0]?.evidence?.line).toBe(11))
})

describe('numbers', () => {
  const at = (number: number): EvidenceFile => evidenceFile(json, {numbers: {p95: {number, line: 3, column: 4}}})
  test('units are compared with care', () => {
    expect(line('p95 under 1 s', '{report: r, at: p95, unit: ms}', [at(999)])).toBe('met: p95 is 999 ms, target below 1 s (r)')
    expect(line('p95 under 1 s', '{report: r, at: p95, unit: ms}', [at(1000)])).toBe('unmet: p95 is 1000 ms, target below 1 s (r)')
    expect(line('p95 under 1 s', '{report: r, at: p95}', [at(999)])).toMatch(
      /^unknown: r: p95 is 999, but a target of below 1 s cannot be compared with a number without a unit \| evidence\/no-target$/,
    )
    expect(line('under 200 rps', '{report: r, at: p95, unit: rps}', [at(10)])).toMatch(/^met: /)
    expect(line('under 200 rps', '{report: r, at: p95, unit: s}', [at(10)])).toMatch(/^unknown: .* a number in s \|/)
    expect(line('Latency', '{report: r, at: p95, unit: ms, atMost: 200}', [at(10)])).toBe('met: p95 is 10 ms, target at most 200 ms (r)')
  })
  test('no number, and no target', () => {
    expect(
      line('p95 under 1 s', '{report: r, at: p95, unit: ms}', [
        evidenceFile(json, {numbers: {p95: {number: null, reason: 'p95: unexpected text "1", expected a number', line: 3, column: 4}}}),
      ]),
    ).toBe('unknown: r: p95: unexpected text "1", expected a number | evidence/unreadable')
    expect(line('Latency', '{report: r, at: p95}', [at(1)])).toBe('unknown: r: p95 is 1, but no target can be read | evidence/no-target')
    expect(line('All requests', '{report: r, at: p95}', [at(1)])).toBe(
      'unknown: r: p95 is 1, but no target can be read | evidence/no-target',
    )
  })
})

describe('files', () => {
  const unreadable = evidenceFile({kind: 'unreadable', reason: 'it ends in the middle', fix: 'write it again', line: 7, column: 1})
  test('there, not there, with a text, of another kind', () => {
    expect(line('Updates', '{report: r, measure: exists}', [evidenceFile(json)])).toBe('met: r: the file is there')
    expect(line('Updates', '{report: r, measure: exists}', [])).toBe('unmet: r: there is no such file')
    expect(line('Updates', '{report: r, contains: npm}', [evidenceFile(json, {texts: {npm: {line: 4, column: 2}}})])).toBe(
      'met: r: line 4 contains "npm"',
    )
    expect(line('Updates', '{report: r, contains: npm}', [evidenceFile(json, {texts: {npm: null}})])).toBe(
      'unmet: r: it does not contain "npm"',
    )
    expect(line('80% coverage', '{report: r}', [])).toBe('unknown: r: there is no such file | evidence/missing')
    expect(line('80% coverage', '{report: r, measure: lines}', [evidenceFile(tests(1, 0))])).toBe(
      'unknown: r: it is test results, expected a coverage report to measure lines | evidence/unreadable',
    )
    expect(line('80% coverage', '{report: r}', [unreadable])).toBe('unknown: r: it ends in the middle | evidence/unreadable')
    expect(line('80% coverage', '{report: r}', [{...unreadable, state: 'refused'}])).toBe(
      'unknown: r: it ends in the middle | evidence/outside',
    )
    expect(line('80% coverage', '{report: r}', [evidenceFile(json)])).toMatch(/^unknown: r: it is JSON that is none of the known reports/)
  })
  test('without settings, and not read', () => {
    expect(evaluated('Other', '{report: r}', []).metrics).toHaveLength(1)
    expect(line('80% coverage', '{report: r}', null)).toBe('unknown: evidence is configured (r) and was not read')
  })
})

describe('age', () => {
  const made = (facts: string | null, committed: string | null): readonly EvidenceFile[] => [
    evidenceFile({...coverage(1, 1), at: facts}, {commit: committed === null ? null : 'abc', committedAt: committed}),
  ]
  const of = (facts: string | null, committed: string | null): string =>
    line('80% coverage', '{report: r, maxAge: 7}', made(facts, committed))
  test('the earlier time counts; unknown is not met', () => {
    expect(of('2026-11-16T00:00:00Z', null)).toMatch(/^met/)
    expect(of('2026-11-15T23:59:59Z', null)).toBe('unknown: r: it was made on 2026-11-15, more than 7 days ago | evidence/too-old')
    expect(of('2026-11-01T00:00:00Z', '2026-11-22T00:00:00Z')).toMatch(/^unknown: r: it was made on 2026-11-01/)
    expect(of(null, '2026-11-22T00:00:00Z')).toMatch(/^met/)
    expect(of(null, null)).toBe('unknown: r: its age is unknown, because nothing says when it was made | evidence/too-old')
    expect(evaluated('80% coverage', '{report: r, maxAge: 7}', made('2026-11-16T00:00:00Z', null)).metrics[0]?.evidence?.goodUntil).toBe(
      '2026-11-23',
    )
  })
})

describe('settings', () => {
  test('items of the plan', () => {
    const body = '## 1. S\n### 1.1 A\n- [x] a\n### 1.2 B\n- [ ] b\n- [x] c\n'
    expect(line('Unified', '{items: ["1.1"]}', null, body)).toBe('met: 1 of 1 tasks of item 1.1 is ticked')
    expect(line('Unified', '{items: ["1.1", "1.2"]}', null, body)).toBe('unmet: 2 of 3 tasks of items 1.1, 1.2 are ticked')
    expect(line('Unified', '{items: ["9.9"]}', null, body)).toBe('unknown: the plan has no item "9.9" | evidence/unknown-item')
    const planned = `${body}\n\n### 1.3 Later\n\n**Timeline**: 1 day\n`
    expect(line('Unified', '{items: ["1.1", "1.3"]}', null, planned)).toBe('unknown: item 1.3 has no tasks to show that it is done')
    expect(line('Unified', '{items: ["1.2", "1.3"]}', null, planned)).toMatch(/^unmet: /)
  })
  test('a metric that the plan does not have', () => {
    const made = report({
      text: '---\nplan:\n  metrics:\n    Coverage of 80%: {report: r}\n---\n# P\n## Success Metrics\n- 80%+ coverage\n',
      source: {path: 'p', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-23T12:00:00Z',
      today: null,
      evidence: null,
    })
    expect(made.problems.filter(({rule}) => rule === 'evidence/unknown-metric')).toMatchObject([{line: 4, column: 5}])
    expect(made.metrics[0]?.cause).toEqual({code: 'not-connected', facts: {}})
  })
  test.each([
    ['{}', 'names no evidence, expected one of report, items, url'],
    ['{report: r, url: "https://x.test"}', 'unexpected report and url, expected one of report, items, url'],
    ['{report: 5}', 'report: unexpected 5, expected a path of the project, such as reports/coverage.xml'],
    ['{report: r, atleast: 5}', 'unexpected setting "atleast", expected one of report, items'],
    ['{report: r, measure: speed}', 'measure: unexpected "speed", expected one of lines, branches'],
    ['{report: r, measure: number}', 'measure: number needs "at"'],
    ['{report: r, atLeast: 5, atMost: 4}', 'atLeast: unexpected 5, expected no more than atMost, which is 4'],
    ['{url: "ftp://x"}', 'url: unexpected "ftp://x", expected an address that begins with https:// or http:// and holds no password'],
    ['{report: r, maxAge: 0}', 'maxAge: unexpected 0, expected a number of days above 0'],
  ])('%s is refused at its line', (setting, reason) => {
    const [found] = evaluated('80% coverage', setting, []).problems.filter(({rule}) => rule === 'settings/invalid')
    expect(found).toMatchObject({line: 4, column: 5})
    expect(found?.reason).toContain(`metrics: "80% coverage": ${reason}`)
  })
})

describe('items and tasks', () => {
  const body = (ticks: string, evidence: string): string =>
    `## 1. S\n### 1.1 A\n- [${ticks[0]}] one ([tests](../r))\n- [${ticks[1]}] two ([at least 90 %](../c.xml#src/auth))\n\n**Evidence**: ${evidence}\n`
  const files = (failed: number): readonly EvidenceFile[] => [
    evidenceFile(tests(3, failed, 0, [{suite: 's', name: 'login', state: 'passed', seconds: 1, message: null, line: 2, column: 1}]), {
      path: 'r.xml',
    }),
    evidenceFile(coverage(1, 10, [{path: 'src/auth/a.py', lines: {covered: 9, total: 10}, branches: null}]), {path: 'c.xml'}),
  ]
  const of = (ticks: string, evidence: string, failed: number): Report =>
    evaluated('M', '{report: none}', files(failed), body(ticks, evidence))
  const rules = ({problems}: Report): readonly string[] =>
    problems.filter(({rule}) => /contradicts|already/.test(rule)).map(({rule, line: at, reason}) => `${at} ${rule}: ${reason}`)

  test('claimed and evidenced stand side by side; no tick is changed', () => {
    const made = of('x ', 'r.xml', 0)
    expect(made.sections[0]).toMatchObject({progress: {done: 1, tasks: 2}, evidenced: 2})
    const {evidence} = made.sections[0]?.items[0] as ItemReport
    expect([evidence?.state, evidence === null ? '' : evidenceText(ENGLISH, evidence.cause)]).toEqual([
      'met',
      '0 of 3 tests failed, target at most 0 (r.xml)',
    ])
    expect(rules(made)).toEqual([
      '10 evidence/already-shown: the task is open, but its evidence holds: 90 % of lines in src/auth (9 of 10), target at least 90 % (c.xml)',
      '12 evidence/already-shown: 1 of 2 tasks of 1.1 are open, but its evidence holds: 0 of 3 tests failed, target at most 0 (r.xml)',
    ])
  })
  test('a complete item whose evidence fails', () => {
    const made = of('xx', 'r.xml', 1)
    expect(made.sections[0]).toMatchObject({progress: {done: 2}, evidenced: 1})
    expect(rules(made)).toEqual([
      '12 evidence/contradicts: all tasks of 1.1 are ticked, but its evidence fails: 1 of 4 tests failed, target at most 0 (r.xml)',
    ])
  })
  test('a part of a report, and prose that is no file', () => {
    expect(of('  ', 'r.xml#login', 1).sections[0]?.items[0]?.evidence).toMatchObject({state: 'met'})
    const told = (made: Report): readonly unknown[] => {
      const {evidence} = made.sections[0]?.items[0] as ItemReport
      return [evidence?.state, evidence === null ? '' : evidenceText(ENGLISH, evidence.cause)]
    }
    expect(told(of('  ', 'r.xml#logout', 0))).toEqual(['unknown', 'r.xml: it has no test named "logout"'])
    expect(told(of('  ', 'Screenshots in the wiki', 0))).toEqual([
      'unknown',
      '"Screenshots in the wiki" is no file of the project, so nothing can be read from it',
    ])
  })
})
