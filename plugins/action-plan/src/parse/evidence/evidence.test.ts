import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {problem} from '../../rules/problem.ts'
import {MAX_EVIDENCE_BYTES, tooLarge, type EvidenceFacts} from '../../model/tool-report.ts'
import {toSarif} from '../../view/files/sarif.ts'
import {readEvidence} from './evidence.ts'
import {numberAt} from './number-at.ts'

const FOLDER = new URL('./fixtures/', import.meta.url)
const file = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const read = (name: string): EvidenceFacts => readEvidence(file(name))
const REPORTS = readdirSync(FOLDER, {recursive: true, encoding: 'utf8'})
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:json|xml|sarif|info|lcov)$/.test(name))
  .sort()

/** Facts of the kind that a test is about. */
function of<Kind extends EvidenceFacts['kind']>(kind: Kind, facts: EvidenceFacts): Extract<EvidenceFacts, {kind: Kind}> {
  if (facts.kind !== kind) throw new Error(`expected ${kind}, found ${brief(facts)}`)
  return facts as Extract<EvidenceFacts, {kind: Kind}>
}

/** What was read, in one line. */
function brief(facts: EvidenceFacts): string {
  switch (facts.kind) {
    case 'coverage':
      return `${facts.format} by ${facts.tool}: lines ${facts.lines.covered}/${facts.lines.total}, branches ${facts.branches === null ? 'not measured' : `${facts.branches.covered}/${facts.branches.total}`}, ${facts.files.length} files`
    case 'tests':
      return `${facts.format} by ${facts.tool}: ${facts.passed} passed, ${facts.failed} failed, ${facts.errored} errored, ${facts.skipped} skipped of ${facts.total}`
    case 'findings':
      return `${facts.format} by ${facts.tool}: ${facts.findings.map(({level}) => level).join(', ') || 'nothing'}`
    case 'unreadable':
      return `${facts.line}:${facts.column} ${facts.reason}`
    case 'json':
    case 'text':
      return facts.kind
  }
}

test('every report of a real tool, and every documented one, is known by its contents and read', () => {
  expect(REPORTS.map((name) => `${name}: ${brief(read(name))}`)).toMatchInlineSnapshot(`
    [
      "bandit/bandit.json: bandit JSON by bandit: low, high, medium, medium, unknown",
      "coverage-py/branch.json: coverage.py JSON by coverage.py 6.5.0: lines 10/12, branches 5/6, 3 files",
      "coverage-py/branch.lcov: lcov by lcov: lines 10/12, branches 5/6, 3 files",
      "coverage-py/branch.xml: Cobertura XML by coverage.py 6.5.0: lines 10/12, branches 5/6, 3 files",
      "coverage-py/lines.json: coverage.py JSON by coverage.py 6.5.0: lines 10/12, branches not measured, 3 files",
      "coverage-py/lines.xml: Cobertura XML by coverage.py 6.5.0: lines 10/12, branches not measured, 3 files",
      "coverage-py/nothing.json: coverage.py JSON by coverage.py 6.5.0: lines 0/0, branches not measured, 1 files",
      "coverage-py/nothing.xml: Cobertura XML by coverage.py 6.5.0: lines 0/0, branches not measured, 1 files",
      "ctest/ctest.xml: JUnit XML by CTest: 1 passed, 2 failed, 1 errored, 2 skipped of 6",
      "documented/gitleaks.json: gitleaks JSON by gitleaks: high, high",
      "documented/nextest.xml: JUnit XML by cargo nextest: 3 passed, 1 failed, 0 errored, 0 skipped of 4",
      "documented/pip-audit.json: pip-audit JSON by pip-audit: unknown, unknown, note",
      "documented/trivy.json: Trivy JSON by Trivy 0.68.1: high, medium, high, high",
      "eslint/clean.sarif: SARIF by ESLint 9.39.5: nothing",
      "eslint/eslint.sarif: SARIF by ESLint 9.39.5: medium, high",
      "eslint/failed.sarif: 23:9 unexpected executionSuccessful: false ("Parsing error: Unexpected token ="), expected a run that succeeded",
      "gcovr/cobertura.xml: Cobertura XML by gcovr 5.2: lines 4/6, branches 3/6, 1 files",
      "googletest/googletest.xml: JUnit XML by GoogleTest: 2 passed, 2 failed, 0 errored, 2 skipped of 6",
      "jest/junit-todo.xml: 3:3 tests: unexpected 4 in the summary, expected the 5 that are listed",
      "jest/junit.xml: JUnit XML by jest-junit: 2 passed, 1 failed, 0 errored, 1 skipped of 4",
      "jest/results-todo.json: Jest JSON by jest: 2 passed, 1 failed, 1 errored, 2 skipped of 6",
      "jest/results.json: Jest JSON by jest: 2 passed, 1 failed, 0 errored, 1 skipped of 4",
      "npm-audit/clean.json: npm audit JSON by npm audit: nothing",
      "npm-audit/no-lock.json: 2:12 unexpected error of npm (ENOLOCK: This command requires an existing lockfile.), expected its report",
      "npm-audit/refused.json: 21:12 unexpected error of npm (405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk), expected its report",
      "npm-audit/vulnerable.json: npm audit JSON by npm audit: high, medium",
      "nyc/cobertura-coverage.xml: Cobertura XML by Istanbul: lines 5/6, branches 2/4, 2 files",
      "nyc/coverage-final.json: Istanbul coverage by Istanbul: lines 5/6, branches 2/4, 2 files",
      "nyc/coverage-summary.json: Istanbul summary by Istanbul: lines 5/6, branches 2/4, 2 files",
      "nyc/lcov.info: lcov by lcov: lines 5/6, branches 2/4, 2 files",
      "pytest-benchmark/benchmark.json: json",
      "pytest/pytest-7.xml: JUnit XML by pytest: 5 passed, 3 failed, 4 errored, 2 skipped of 14",
      "pytest/pytest-9.xml: JUnit XML by pytest: 5 passed, 2 failed, 1 errored, 2 skipped of 10",
      "surefire/TEST-shop.PriceTest.xml: JUnit XML by Maven Surefire: 1 passed, 1 failed, 1 errored, 1 skipped of 4",
      "vitest/branches-cobertura.xml: Cobertura XML by Istanbul: lines 3/3, branches 4/5, 1 files",
      "vitest/branches-summary.json: Istanbul summary by Istanbul: lines 3/3, branches 4/5, 1 files",
      "vitest/clover.xml: 2:1 unexpected Clover report, expected Cobertura, lcov, or the JSON of coverage.py or Istanbul",
      "vitest/cobertura-coverage.xml: Cobertura XML by Istanbul: lines 3/4, branches 3/4, 2 files",
      "vitest/coverage-final.json: Istanbul coverage by Istanbul: lines 3/4, branches 3/4, 2 files",
      "vitest/coverage-summary.json: Istanbul summary by Istanbul: lines 3/4, branches 3/4, 2 files",
      "vitest/junit.xml: JUnit XML by vitest: 2 passed, 2 failed, 0 errored, 2 skipped of 6",
      "vitest/lcov.info: lcov by lcov: lines 3/4, branches 3/4, 2 files",
      "vitest/results.json: Jest JSON by vitest: 2 passed, 1 failed, 1 errored, 2 skipped of 6",
    ]
  `)
})

describe('two readers of the same run agree', () => {
  test('coverage.py: JSON, XML, lcov, and the total that it prints', () => {
    const [json, xml, lcov] = ['json', 'xml', 'lcov'].map((end) => of('coverage', read(`coverage-py/branch.${end}`)))
    expect(xml?.files).toEqual(json?.files)
    expect(lcov?.files).toEqual(json?.files)
    expect([xml?.lines, xml?.branches]).toEqual([json?.lines, json?.branches])
    const [statements = 0, missed = 0, branches, partial] =
      /^TOTAL\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/m.exec(file('coverage-py/branch.txt'))?.slice(1).map(Number) ?? []
    expect(json?.lines).toEqual({covered: statements - missed, total: statements})
    expect(json?.branches).toEqual({covered: (branches ?? 0) - (partial ?? 0), total: branches})
    expect(of('coverage', read('coverage-py/lines.xml')).files).toEqual(of('coverage', read('coverage-py/lines.json')).files)
  })

  test.each(['nyc', 'vitest'])('Istanbul (%s): summary, every statement, lcov and Cobertura', (folder) => {
    const summary = of('coverage', read(`${folder}/coverage-summary.json`))
    for (const name of ['coverage-final.json', 'lcov.info', 'cobertura-coverage.xml']) {
      const facts = of('coverage', read(`${folder}/${name}`))
      expect([name, facts.lines, facts.branches]).toEqual([name, summary.lines, summary.branches])
      const byName = (all: typeof facts.files) => all.map(({path, lines, branches}) => [path.split('/').at(-1), lines, branches])
      expect(byName(facts.files)).toEqual(byName(summary.files))
    }
  })

  test('Istanbul lists branches of statements only: its total has the others too, and by file nothing is known', () => {
    const summary = of('coverage', read('vitest/branches-summary.json'))
    const facts = of('coverage', read('vitest/branches-cobertura.xml'))
    expect([facts.lines, facts.branches]).toEqual([summary.lines, summary.branches])
    expect(facts.files).toEqual(summary.files.map((one) => ({...one, path: 'src/price.js', branches: null})))
    // More than what is listed, never less; and of no other writer.
    const text = file('vitest/branches-cobertura.xml')
    for (const [from, to] of [
      ['branches-covered="4"', 'branches-covered="2"'],
      ['branches-valid="5" branches-covered="4"', 'branches-valid="4" branches-covered="4"'],
      ['version="0.1"', 'version="1.9"'],
    ] as const)
      expect(readEvidence(text.replace(from, to)), to).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringContaining('branches') as string,
      })
  })

  test('gcovr: XML and the total that it prints', () => {
    const [total, covered] = /^TOTAL\s+(\d+)\s+(\d+)/m.exec(file('gcovr/gcovr.txt'))?.slice(1).map(Number) ?? []
    expect(of('coverage', read('gcovr/cobertura.xml')).lines).toEqual({covered, total})
  })

  test('pytest: its XML and the line that it prints', () => {
    for (const version of ['pytest-7', 'pytest-9']) {
      const facts = of('tests', read(`pytest/${version}.xml`))
      const said = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(file(`pytest/${version}.txt`))?.[1] ?? 0)
      expect(facts.failed).toBe(said('failed'))
      expect(facts.errored).toBe(said('errors?'))
      expect(facts.skipped).toBe(said('skipped') + said('xfailed'))
      // A test that passes and whose clean-up errors is "passed" and an error in that line; here it is an error.
      expect(facts.passed).toBe(
        said('passed') + said('xpassed') - facts.cases.filter(({name}) => name === 'test_passes_then_errors').length,
      )
    }
  })

  test('vitest: XML and JSON of one run, with the test file that did not load', () => {
    const [xml, json] = [of('tests', read('vitest/junit.xml')), of('tests', read('vitest/results.json'))]
    expect([json.total, json.passed, json.failed + json.errored, json.skipped]).toEqual([
      xml.total,
      xml.passed,
      xml.failed + xml.errored,
      xml.skipped,
    ])
    // vitest leaves the escape character out of its XML, and the rest of the colour in.
    const names = xml.cases.map(({name}) => name.replace('[31m', ''))
    expect(json.cases.slice(1).map(({name}) => name)).toEqual(names.slice(1))
  })

  test('jest: XML and JSON of one run', () => {
    const [xml, json] = [of('tests', read('jest/junit.xml')), of('tests', read('jest/results.json'))]
    expect([json.total, json.passed, json.failed, json.skipped]).toEqual([xml.total, xml.passed, xml.failed, xml.skipped])
  })

  test('GoogleTest, CTest and Surefire: XML and what they print', () => {
    const google = of('tests', read('googletest/googletest.xml'))
    const printed = file('googletest/googletest.txt')
    expect(google.passed).toBe(Number(/PASSED\s+\] (\d+)/.exec(printed)?.[1]))
    expect(google.failed).toBe(Number(/(\d+) FAILED TEST/.exec(printed)?.[1]))
    expect(google.skipped).toBe(Number(/SKIPPED\s+\] (\d+)/.exec(printed)?.[1]) + Number(/(\d+) DISABLED/.exec(printed)?.[1]))
    const ctest = of('tests', read('ctest/ctest.xml'))
    const [failed, all] = /(\d+) tests failed out of (\d+)/.exec(file('ctest/ctest.txt'))?.slice(1).map(Number) ?? []
    // CTest's count leaves out the disabled test.
    expect([ctest.failed + ctest.errored, ctest.total - 1]).toEqual([failed, all])
    const surefire = of('tests', read('surefire/TEST-shop.PriceTest.xml'))
    expect(file('surefire/shop.PriceTest.txt')).toContain(
      `Tests run: ${surefire.total}, Failures: ${surefire.failed}, Errors: ${surefire.errored}, Skipped: ${surefire.skipped}`,
    )
  })

  test("bandit: what it lists and its own totals; the plan checker's own SARIF and its problems", () => {
    const facts = of('findings', read('bandit/bandit.json'))
    expect(facts.findings.map(({level, rule, file: where, fileLine}) => [level, rule, where, fileLine])).toEqual([
      ['low', 'B404', 'app/bad.py', 1],
      ['high', 'B602', 'app/bad.py', 8],
      ['medium', 'B307', 'app/bad.py', 9],
      ['medium', 'B303', 'app/bad.py', 10],
      ['unknown', 'not scanned', 'app/broken.py', null],
    ])
    const own = toSarif([{file: 'docs/a plan.md', problems: [problem('text/nul', {line: 3, column: 4}, {})]}], '1.2.3', null)
    expect(of('findings', readEvidence(own))).toMatchObject({
      tool: 'action-plan 1.2.3',
      findings: [
        {
          rule: 'text/nul',
          level: 'high',
          file: 'docs/a plan.md',
          fileLine: 3,
          message: 'unexpected NUL character, expected text. Fix: delete the character; save the file as UTF-8 text',
        },
      ],
    })
  })
})

describe('what was measured is what is said', () => {
  test('a coverage report that measured nothing has a total of 0, though its tool calls that 100 %', () => {
    for (const name of ['coverage-py/nothing.json', 'coverage-py/nothing.xml']) {
      expect(file(name)).toMatch(/line-rate="1"|"percent_covered": 100/)
      expect(of('coverage', read(name))).toMatchObject({lines: {covered: 0, total: 0}, branches: null})
    }
  })

  test('text of a report is plain: no colours, no control characters, nothing that reorders, and not too long', () => {
    const texts = REPORTS.map(read).flatMap((facts) =>
      facts.kind === 'tests'
        ? facts.cases.flatMap(({suite, name, message}) => [suite, name, message ?? ''])
        : facts.kind === 'findings'
          ? facts.findings.flatMap(({rule, message, file: where}) => [rule, message, where ?? ''])
          : [],
    )
    expect(texts.length).toBeGreaterThan(150)
    for (const text of texts) {
      expect(text).not.toMatch(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]|#x1B/u)
      expect(text.length).toBeLessThanOrEqual(1000)
    }
    // What would be markup stays as it was written: pages show text.
    expect(texts.some((text) => text.includes('<script>alert(1)</script>'))).toBe(true)
    const long = readEvidence(
      `<testsuite><testcase name="${'n'.repeat(5000)}"><failure>${'m'.repeat(5000)}</failure></testcase></testsuite>`,
    )
    expect(of('tests', long).cases.map(({name, message}) => [name.length, message?.length])).toEqual([[300, 1000]])
  })

  test('a line that is listed twice is one line, however its writer counts it', () => {
    const line = (number: number, hits: number): string => `<line number="${number}" hits="${hits}"/>`
    const cobertura = (covered: number, valid: number): string =>
      `<coverage lines-covered="${covered}" lines-valid="${valid}"><packages><package><classes>
        <class filename="a.kt"><lines>${line(1, 1)}${line(1, 0)}${line(2, 0)}</lines></class>
        <class filename="a.kt"><lines>${line(2, 3)}${line(3, 0)}</lines></class>
      </classes></package></packages></coverage>`
    // By line, by class, by element.
    for (const [covered, valid] of [
      [2, 3],
      [2, 4],
      [2, 5],
    ] as const)
      expect(of('coverage', readEvidence(cobertura(covered, valid))).files).toEqual([
        {path: 'a.kt', lines: {covered: 2, total: 3}, branches: null},
      ])
    expect(readEvidence(cobertura(3, 3))).toMatchObject({
      kind: 'unreadable',
      reason: 'unexpected total of 3 of 3 lines: the files listed add up to 2 of 3',
    })
    // lcov: two tests that run the same file.
    const lcov =
      'TN:a\nSF:a.c\nDA:1,1\nDA:2,0\nBRDA:1,0,0,-\nend_of_record\nTN:b\nSF:a.c\nDA:1,0\nDA:2,4\nBRDA:1,0,0,2\nLF:2\nLH:1\nend_of_record\n'
    expect(of('coverage', readEvidence(lcov)).files).toEqual([
      {path: 'a.c', lines: {covered: 2, total: 2}, branches: {covered: 1, total: 1}},
    ])
  })

  test('paths are those of the project: the folder that all share is that of one machine', () => {
    const paths = (name: string): string[] => of('coverage', read(name)).files.map(({path}) => path)
    expect(paths('nyc/coverage-final.json')).toEqual(['price.cjs', 'stock.cjs'])
    expect(paths('nyc/lcov.info')).toEqual(['lib/price.cjs', 'lib/stock.cjs'])
    const windows = 'SF:C:\\ci\\shop\\src\\a.c\nend_of_record\nSF:C:\\ci\\shop\\test\\b.c\nend_of_record'
    expect(of('coverage', readEvidence(windows)).files.map(({path}) => path)).toEqual(['src/a.c', 'test/b.c'])
  })

  test('secrets stay in the report', () => {
    const secret = file('documented/gitleaks.json').replaceAll('REDACTED', 'correct horse')
    const facts = of('findings', readEvidence(secret))
    expect(facts.findings).toHaveLength(2)
    expect(JSON.stringify(facts)).not.toContain('correct horse')
  })

  test('a place is that in the report', () => {
    const at = (name: string): string[] => {
      const facts = read(name)
      return (facts.kind === 'tests' ? facts.cases : facts.kind === 'findings' ? facts.findings : []).map(
        ({line, column}) => `${line}:${column}`,
      )
    }
    expect(at('jest/junit.xml')).toEqual(['4:5', '6:5', '25:5', '28:5'])
    expect(at('documented/gitleaks.json')).toEqual(['2:2', '22:2'])
    // The same whatever ends the lines.
    expect(of('tests', readEvidence(file('jest/junit.xml').replaceAll('\n', '\r\n'))).cases.map(({line}) => line)).toEqual([4, 6, 25, 28])
  })

  test('SARIF: suppressed, absent and harmless results are no findings; a score by number goes before a word', () => {
    const result = (more: object): object => ({ruleId: 'r', message: {text: 'm'}, ...more})
    const sarif = {
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 't',
              rules: [
                {id: 's', properties: {'security-severity': '9.1'}},
                {id: 'd', defaultConfiguration: {level: 'note'}, messageStrings: {k: {text: 'by its id'}}},
              ],
            },
          },
          results: [
            result({level: 'error'}),
            result({}),
            result({ruleId: 's', level: 'note'}),
            result({ruleId: 'd', message: {id: 'k'}}),
            result({kind: 'pass'}),
            result({baselineState: 'absent'}),
            result({suppressions: [{kind: 'inSource'}]}),
            result({suppressions: [{kind: 'external', status: 'rejected'}]}),
          ],
          versionControlProvenance: [{repositoryUri: 'https://example.org', revisionId: 'abc'}],
          invocations: [{executionSuccessful: true, endTimeUtc: '2026-11-25T20:00:00Z'}],
        },
      ],
    }
    const facts = of('findings', readEvidence(JSON.stringify(sarif)))
    expect(facts.findings.map(({level, message}) => `${level} ${message}`)).toEqual([
      'high m',
      'medium m',
      'critical m',
      'note by its id',
      'medium m',
    ])
    expect([facts.commit, facts.at]).toEqual(['abc', '2026-11-25T20:00:00.000Z'])
  })

  test('any other JSON keeps its value, any other text its text', () => {
    const json = of('json', read('pytest-benchmark/benchmark.json'))
    expect(numberAt(json.value, 'benchmarks[0].stats.rounds')).toMatchObject({number: 3})
    for (const text of [
      'version: 2\nupdates:\n',
      '[tool.coverage]\nbranch = true\n',
      '[[package]]\nname = "a"\n',
      '{{ name }}',
      '<html><p>Sign in',
      '<!DOCTYPE html><p>',
      '<svg/>',
    ])
      expect(readEvidence(text)).toMatchObject({kind: 'text', text})
    expect(readEvidence('\uFEFF{"a": 1}')).toMatchObject({kind: 'json', value: {a: 1}})
  })

  test('a time without an offset is no time', () => {
    const at = (timestamp: string): string | null => of('tests', readEvidence(`<testsuite timestamp="${timestamp}"/>`)).at
    expect(
      ['2026-11-25T20:00:00', '2026-11-25T20:00:00Z', '2026-11-25T21:00:00.123456+01:00', '2026-13-45T20:00:00Z', 'yesterday'].map(at),
    ).toEqual([null, '2026-11-25T20:00:00.000Z', '2026-11-25T20:00:00.123Z', null, null])
  })
})

describe('broken twins are unreadable, with the place and what was expected', () => {
  const reason = (text: string): string => {
    const facts = readEvidence(text)
    return facts.kind === 'unreadable' ? brief(facts) : `read as ${brief(facts)}`
  }

  test('cut off in the middle', () => {
    expect(REPORTS.map((name) => `${name} ${reason(file(name).slice(0, file(name).length / 2))}`)).toMatchInlineSnapshot(`
      [
        "bandit/bandit.json 56:19 unexpected "\\"a", expected the end of a text (")",
        "coverage-py/branch.json 56:13 unexpected the end of the file, expected "]"",
        "coverage-py/branch.lcov 20:1 unexpected "BRDA:5,1,", expected BRDA:line,block,branch,taken",
        "coverage-py/branch.xml 17:7 unexpected XML: Invalid space after '<'; expected it well-formed",
        "coverage-py/lines.json 1:522 unexpected "\\"percent_covere", expected the end of a text (")",
        "coverage-py/lines.xml 15:53 unexpected end of the file, expected </class>",
        "coverage-py/nothing.json 1:259 unexpected "\\"percent", expected the end of a text (")",
        "coverage-py/nothing.xml 4:95 unexpected end of the file, expected </coverage>",
        "ctest/ctest.xml 44:10 unexpected end of the file, expected </system-out>",
        "documented/gitleaks.json 20:18 unexpected "\\"0000000000000000000", expected the end of a text (")",
        "documented/nextest.xml 8:9 unexpected end of the file, expected </failure>",
        "documented/pip-audit.json 14:17 unexpected "\\"PYSE", expected the end of a text (")",
        "documented/trivy.json 38:7 unexpected "\\"MisconfS", expected the end of a text (")",
        "eslint/clean.sarif 10:11 unexpected "\\"", expected the end of a text (")",
        "eslint/eslint.sarif 61:3 unexpected the end of the file, expected a name in double quotes",
        "eslint/failed.sarif 28:25 unexpected "\\"Parsing error: U", expected the end of a text (")",
        "gcovr/cobertura.xml 3:486 unexpected XML: boolean attribute 'line' is not allowed; expected it well-formed",
        "googletest/googletest.xml 17:14 unexpected XML: Attributes for 'testcase' have open quote; expected it well-formed",
        "jest/junit-todo.xml 16:59 unexpected end of the file, expected </failure>",
        "jest/junit.xml 16:14 unexpected end of the file, expected </failure>",
        "jest/results-todo.json 1:1016 unexpected "\\"Error: expect(recei", expected the end of a text (")",
        "jest/results.json 1:1015 unexpected "\\"Error: expect(recei", expected the end of a text (")",
        "npm-audit/clean.json 10:7 unexpected "\\"critic", expected the end of a text (")",
        "npm-audit/no-lock.json 5:15 unexpected "\\"Try c", expected the end of a text (")",
        "npm-audit/refused.json 7:17 unexpected the end of the file, expected "]"",
        "npm-audit/vulnerable.json 43:11 unexpected "\\"sour", expected the end of a text (")",
        "nyc/cobertura-coverage.xml 24:30 unexpected end of the file, expected </line>",
        "nyc/coverage-final.json 1:1224 unexpected "\\"column", expected the end of a text (")",
        "nyc/coverage-summary.json 2:109 unexpected the end of the file, expected "}"",
        "nyc/lcov.info 18:1 unexpected end of the file, expected end_of_record",
        "pytest-benchmark/benchmark.json 40:11 unexpected the end of the file, expected a name in double quotes",
        "pytest/pytest-7.xml 27:8 unexpected end of the file, expected </failure>",
        "pytest/pytest-9.xml 5:133 unexpected XML: Attributes for 'failure' have open quote; expected it well-formed",
        "surefire/TEST-shop.PriceTest.xml 17:14 unexpected XML: boolean attribute 'message' is not allowed; expected it well-formed",
        "vitest/branches-cobertura.xml 14:7 unexpected end of the file, expected </lines>",
        "vitest/branches-summary.json 1:277 unexpected "\\"skipped", expected the end of a text (")",
        "vitest/clover.xml 6:70 unexpected XML: boolean attribute 'coveredcondi' is not allowed; expected it well-formed",
        "vitest/cobertura-coverage.xml 23:12 unexpected XML: Invalid space after '<'; expected it well-formed",
        "vitest/coverage-final.json 1:1204 unexpected "\\"b", expected the end of a text (")",
        "vitest/coverage-summary.json 2:109 unexpected the end of the file, expected ":"",
        "vitest/junit.xml 14:139 unexpected XML: boolean attribute 'ti' is not allowed; expected it well-formed",
        "vitest/lcov.info 19:1 unexpected end of the file, expected end_of_record",
        "vitest/results.json 1:2465 unexpected "\\"", expected the end of a text (")",
      ]
    `)
  })

  test('empty, and of white space', () => {
    expect(reason('')).toMatchInlineSnapshot(`"1:1 the file is empty, expected a report"`)
    expect(reason(' \r\n\t')).toBe(reason(''))
  })

  test('in another encoding', () => {
    for (const name of REPORTS) {
      const utf16 = new TextDecoder().decode(Buffer.from(`\uFEFF${file(name)}`, 'utf16le'))
      expect(reason(utf16)).toMatch(/^1:\d unexpected NUL character, as UTF-16 has them; expected UTF-8$/)
      const latin = file(name).replace(/[a-z]{3}/, 'é')
      expect(reason(new TextDecoder().decode(Buffer.from(latin, 'latin1')))).toMatch(
        /^\d+:\d+ unexpected replacement character: bytes here are not UTF-8$/,
      )
    }
  })

  test('entities: a bomb, an external one, a parameter one', () => {
    for (const name of REPORTS.filter((one) => one.endsWith('.xml'))) {
      const body = file(name)
        .replace(/^<\?xml[^>]*>\s*/, '')
        .replace(/^<!DOCTYPE[^>]*>\s*/, '')
      const twin = (declarations: string): string => reason(`<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE x ${declarations}>\n${body}`)
      const refused =
        /^3:\d+ unexpected entity declaration, expected a report without any: entities can grow without end or reach for other files$/
      expect(twin('[<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]')).toMatch(refused)
      expect(twin('[<!ENTITY a SYSTEM "file:///etc/passwd">]')).toMatch(refused)
      expect(twin('[<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]')).toMatch(refused)
      expect(twin('[<!ELEMENT a ANY>]')).toMatch(/^3:1 unexpected DOCTYPE/)
      expect(twin('SYSTEM "http://example.org/a.dtd"')).toBe(
        reason(file(name)).startsWith('read as') ? reason(file(name)) : twin('PUBLIC "a" "b"'),
      )
    }
    expect(
      brief(
        readEvidence(
          '<testsuite><testcase name="a &amp;lt; &#65;&#x42; &unknown;"><failure><![CDATA[<!ENTITY &amp;]]></failure></testcase></testsuite>',
        ),
      ),
    ).toContain('1 failed')
  })

  test('nested without end', () => {
    expect(reason('['.repeat(100_000))).toMatchInlineSnapshot(`"1:101 unexpected nesting, expected at most 100 levels"`)
    expect(reason(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toMatchInlineSnapshot(
      `"1:501 unexpected nesting, expected at most 100 levels"`,
    )
    expect(reason(`${'<testsuite>'.repeat(5000)}${'</testsuite>'.repeat(5000)}`)).toMatchInlineSnapshot(
      `"1:1 unexpected nesting, expected at most 100 levels"`,
    )
  })

  /** A report, what is changed in it, and what it becomes. */
  const CHANGES: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
    // Numbers as texts, where JSON writes numbers.
    ['coverage-py/branch.json', '"covered_lines": 5', '"covered_lines": "5"'],
    ['nyc/coverage-summary.json', '"total":6', '"total":"6"'],
    ['nyc/coverage-final.json', '"s":{"0":1', '"s":{"0":"1"'],
    ['nyc/coverage-final.json', '"b":{"0":[0', '"b":{"0":["0"'],
    ['jest/results.json', '"numTotalTests":4', '"numTotalTests":"4"'],
    ['jest/results.json', '"duration":', '"duration":"1","was":'],
    ['npm-audit/vulnerable.json', '"total": 2', '"total": "2"'],
    ['bandit/bandit.json', '"SEVERITY.HIGH": 1.0', '"SEVERITY.HIGH": "1.0"'],
    // More done than there is.
    ['coverage-py/branch.json', '"covered_lines": 5', '"covered_lines": 7'],
    ['coverage-py/branch.xml', 'lines-covered="10"', 'lines-covered="13"'],
    ['coverage-py/branch.xml', '50% (1/2)', '150% (3/2)'],
    ['coverage-py/branch.lcov', 'LH:5', 'LH:7'],
    ['nyc/coverage-summary.json', '"covered":5', '"covered":7'],
    ['pytest/pytest-9.xml', 'failures="2"', 'failures="20"'],
    // Below zero, no number at all.
    ['coverage-py/branch.json', '"covered_lines": 5', '"covered_lines": -5'],
    ['coverage-py/branch.json', '"covered_lines": 5', '"covered_lines": NaN'],
    ['coverage-py/branch.json', '"covered_lines": 5', '"covered_lines": 1e999'],
    ['coverage-py/branch.xml', 'hits="1"', 'hits="-1"'],
    ['coverage-py/branch.xml', 'hits="1"', 'hits="NaN"'],
    ['coverage-py/branch.lcov', 'DA:1,1', 'DA:1,-1'],
    ['pytest/pytest-9.xml', /time="[\d.]+" \/>/, 'time="-1" />'],
    ['pytest/pytest-9.xml', 'tests="10"', 'tests="ten"'],
    ['jest/results.json', '"startTime":', '"startTime":-1,"was":'],
    // Totals that contradict what is listed.
    ['coverage-py/branch.json', '"covered_lines": 10', '"covered_lines": 11'],
    ['coverage-py/branch.xml', 'lines-covered="10"', 'lines-covered="11"'],
    ['coverage-py/branch.lcov', 'LH:5', 'LH:6'],
    ['nyc/coverage-summary.json', '"covered":5', '"covered":6'],
    ['pytest/pytest-9.xml', 'tests="10"', 'tests="11"'],
    ['surefire/TEST-shop.PriceTest.xml', 'errors="1"', 'errors="0"'],
    ['googletest/googletest.xml', 'skipped="1"', 'skipped="0"'],
    ['vitest/results.json', '"numFailedTests":1', '"numFailedTests":0'],
    ['vitest/results.json', '"success":false', '"success":true'],
    ['npm-audit/vulnerable.json', '"total": 2', '"total": 3'],
    ['bandit/bandit.json', '"SEVERITY.MEDIUM": 2.0', '"SEVERITY.MEDIUM": 0.0'],
    // Words that nobody knows, other versions.
    ['jest/results.json', '"status":"passed"', '"status":"fine"'],
    ['eslint/eslint.sarif', '"version": "2.1.0"', '"version": "2.0.0"'],
    ['eslint/clean.sarif', '"results": []', '"results": null'],
    ['eslint/clean.sarif', /"runs": \[[^]*\]/, '"runs": []'],
    ['documented/trivy.json', '"SchemaVersion": 2', '"SchemaVersion": 1'],
    ['npm-audit/clean.json', '"auditReportVersion": 2', '"auditReportVersion": 1'],
    ['documented/pip-audit.json', '"vulns": []', '"vulns": null'],
  ]
  test('changed in one place', () => {
    const said = CHANGES.map(([name, from, to]) => {
      const [text, twin] = [file(name), file(name).replace(from, to)]
      expect(twin, `${name} has no ${from}`).not.toBe(text)
      return `${name} ${to}: ${reason(twin)}`
    })
    expect(said).toMatchInlineSnapshot(`
      [
        "coverage-py/branch.json "covered_lines": "5": 36:24 covered_lines: unexpected text "5", expected a whole number of 0 or more",
        "nyc/coverage-summary.json "total":"6": 1:20 total: unexpected text "6", expected a whole number of 0 or more",
        "nyc/coverage-final.json "s":{"0":"1": 1:1283 0: unexpected text "1", expected a whole number of 0 or more",
        "nyc/coverage-final.json "b":{"0":["0": 1:1343 b: unexpected a list of 2, expected lists of whole numbers of 0 or more",
        "jest/results.json "numTotalTests":"4": 1:1 numTotalTests: unexpected text "4", expected a whole number of 0 or more",
        "jest/results.json "duration":"1","was":: 1:550 duration: unexpected text "1", expected a number of 0 or more",
        "npm-audit/vulnerable.json "total": "2": 72:24 total: unexpected text "2", expected a whole number of 0 or more",
        "bandit/bandit.json "SEVERITY.HIGH": "1.0": 10:16 SEVERITY.HIGH: unexpected text "1.0", expected a number of 0 or more",
        "coverage-py/branch.json "covered_lines": 7: 36:24 unexpected 7 covered lines of 6, expected at most 6",
        "coverage-py/branch.xml lines-covered="13": 2:1 unexpected 13 covered lines of 12, expected at most 12",
        "coverage-py/branch.xml 150% (3/2): 19:7 unexpected 3 covered branches of 2, expected at most 2",
        "coverage-py/branch.lcov LH:7: 24:1 unexpected 7 covered lines of 6, expected at most 6",
        "nyc/coverage-summary.json "covered":7: 1:20 unexpected 7 covered lines of 6, expected at most 6",
        "pytest/pytest-9.xml failures="20": 1:71 failures and errors: unexpected 21 in the summary, expected the 3 that are listed",
        "coverage-py/branch.json "covered_lines": -5: 36:24 covered_lines: unexpected -5, expected a whole number of 0 or more",
        "coverage-py/branch.json "covered_lines": NaN: 37:34 unexpected "NaN", expected a value",
        "coverage-py/branch.json "covered_lines": 1e999: 36:24 covered_lines: unexpected Infinity, expected a whole number of 0 or more",
        "coverage-py/branch.xml hits="-1": 18:7 hits of <line>: unexpected "-1", expected a whole number of 0 or more",
        "coverage-py/branch.xml hits="NaN": 18:7 hits of <line>: unexpected "NaN", expected a whole number of 0 or more",
        "coverage-py/branch.lcov DA:1,-1: 10:1 unexpected "DA:1,-1,yv8c6Cauv6dh+CxtcKQTcQ", expected DA:line,hits",
        "pytest/pytest-9.xml time="-1" />: 1:215 time of <testcase>: unexpected "-1", expected seconds of 0 or more",
        "pytest/pytest-9.xml tests="ten": 1:71 tests of <testsuite>: unexpected "ten", expected a whole number of 0 or more",
        "jest/results.json "startTime":-1,"was":: 1:1 startTime: unexpected -1, expected a number of 0 or more",
        "coverage-py/branch.json "covered_lines": 11: 110:15 unexpected total of 11 of 12 lines: the files listed add up to 10 of 12",
        "coverage-py/branch.xml lines-covered="11": 2:1 unexpected total of 11 of 12 lines: the files listed add up to 10 of 12",
        "coverage-py/branch.lcov LH:6: 24:1 unexpected totals of 6 of 6 lines: this record lists 5 of 6",
        "nyc/coverage-summary.json "covered":6: 1:11 unexpected total of 6 of 6 lines: the files listed add up to 5 of 6",
        "pytest/pytest-9.xml tests="11": 1:71 tests: unexpected 11 in the summary, expected the 10 that are listed",
        "surefire/TEST-shop.PriceTest.xml errors="0": 2:1 failures and errors: unexpected 1 in the summary, expected the 2 that are listed",
        "googletest/googletest.xml skipped="0": 3:3 skipped tests: unexpected 1 in the summary, expected the 2 that are listed",
        "vitest/results.json "numFailedTests":0: 1:1 failed tests: unexpected 0 in the summary, expected the 1 that are listed",
        "vitest/results.json "success":true: 1:1 unexpected success: true with 2 of 6 tests failed",
        "npm-audit/vulnerable.json "total": 3: 72:24 unexpected total of 3 vulnerable packages: 2 are listed",
        "bandit/bandit.json "SEVERITY.MEDIUM": 0.0: 10:16 unexpected total of 2 findings: 4 are listed",
        "jest/results.json "status":"fine": 1:550 status: unexpected text "fine", expected one of passed, failed, skipped, pending, todo, disabled",
        "eslint/eslint.sarif "version": "2.0.0": 1:1 version: unexpected text "2.0.0", expected "2.1.0"",
        "eslint/clean.sarif "results": null: 5:5 unexpected run without results, which says that it did not look; expected a list",
        "eslint/clean.sarif "runs": []: 4:11 unexpected empty list of runs, expected at least one",
        "documented/trivy.json "SchemaVersion": 1: 1:1 SchemaVersion: unexpected 1, expected 2",
        "npm-audit/clean.json "auditReportVersion": 1: 1:1 auditReportVersion: unexpected 1, expected 2",
        "documented/pip-audit.json "vulns": null: 21:5 vulns: unexpected null, expected a list of objects",
      ]
    `)
  })

  test('of 200 MB: refused before it is read, in words', () => {
    expect(200_000_000).toBeGreaterThan(MAX_EVIDENCE_BYTES)
    expect(brief(tooLarge(200_000_000))).toMatchInlineSnapshot(`"1:1 unexpected 200 MB, expected a report of at most 50 MB"`)
  })
})

test('XML that another reader would refuse is refused; control characters and unknown entities, which tools write, are not', () => {
  const report = (time: string, text = ''): EvidenceFacts =>
    readEvidence(`<testsuite tests="1"><testcase name="a" time="${time}">${text}</testcase></testsuite>`)
  expect(report('1e3', '\u001b[31m &nbsp; &#1;')).toMatchObject({kind: 'tests', cases: [{seconds: 1000}]})
  expect(report('1e999')).toMatchObject({
    kind: 'unreadable',
    reason: 'time of <testcase>: unexpected "1e999", expected seconds of 0 or more',
  })
  expect(report('1', ']]>')).toMatchObject({
    kind: 'unreadable',
    line: 1,
    reason: 'unexpected XML: the string "]]>" is disallowed in char data; expected it well-formed',
  })
  for (const text of ['<!-- a -- b -->', '<?xml version="1.0"?>', '<!-- a --->'])
    expect(report('1', text), text).toMatchObject({kind: 'unreadable', reason: expect.stringContaining('unexpected XML: ') as string})
})

describe('no text makes it throw, hang, or take a part for the whole', () => {
  test('cut off at every place, a report is never read as if it were complete', {tags: ['slow']}, () => {
    for (const name of REPORTS) {
      const text = file(name).trimEnd()
      const whole = brief(readEvidence(text))
      const step = Math.max(1, Math.floor(text.length / 40))
      for (let length = text.length - 1; length > 0; length -= length > text.length - 40 ? 1 : step) {
        const facts = readEvidence(text.slice(0, length))
        // lcov ends its records, not its file: after one of them nothing shows that another is missing.
        if (/\.(?:info|lcov)$/.test(name) && /end_of_record\s*$/.test(text.slice(0, length))) continue
        if (facts.kind !== 'unreadable' && facts.kind !== 'text')
          throw new Error(`${name} cut at ${length}: ${brief(facts)}; the whole is ${whole}`)
      }
    }
  })

  test('with characters changed, taken away and doubled', () => {
    const texts = REPORTS.map(file).filter((text) => text.length < 5000)
    const change = fc.record({
      at: fc.double({min: 0, max: 1, noNaN: true}),
      take: fc.nat(8),
      put: fc.oneof(
        fc.string({maxLength: 4}),
        fc.constantFrom('"', '<', '>', '&', '{', '}', '[', ']', '\\', ',', ':', '-', '9', 'null', '<!--', ']]>', '<![CDATA[', '\0'),
      ),
    })
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(change, {minLength: 1, maxLength: 4}), (text, changes) => {
        let twin = text
        for (const {at, take, put} of changes) {
          const start = Math.floor(at * twin.length)
          twin = twin.slice(0, start) + put + twin.slice(start + take)
        }
        const facts = readEvidence(twin)
        if (facts.kind === 'coverage') expect(facts.lines.covered).toBeLessThanOrEqual(facts.lines.total)
        if (facts.kind === 'tests') expect(facts.passed + facts.failed + facts.errored + facts.skipped).toBe(facts.cases.length)
      }),
      {numRuns: 1000, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true},
    )
  })

  test('of any shape', () => {
    fc.assert(fc.property(fc.string(), (text) => void readEvidence(text)))
    fc.assert(fc.property(fc.json(), (text) => void readEvidence(text)))
    // Known names with values of the wrong kind.
    const names = [
      'meta',
      'branch_coverage',
      'files',
      'totals',
      'total',
      'lines',
      'statements',
      'statementMap',
      's',
      'b',
      'numTotalTests',
      'testResults',
      'assertionResults',
      'runs',
      'version',
      'tool',
      'driver',
      'results',
      'RuleID',
      'Fingerprint',
      'generated_at',
      'metrics',
      '_totals',
      'auditReportVersion',
      'vulnerabilities',
      'metadata',
      'error',
      'summary',
      'detail',
      'dependencies',
      'fixes',
      'vulns',
      'name',
      'SchemaVersion',
      'Results',
      'ArtifactName',
      'errors',
    ]
    const {value} = fc.letrec<{value: unknown}>((tie) => ({
      value: fc.oneof(
        {maxDepth: 4},
        fc.constantFrom<unknown>(null, 1, '2.1.0', 2, true, -1),
        fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 8}),
        fc.array(tie('value'), {maxLength: 3}),
      ),
    }))
    fc.assert(
      fc.property(value, (shape) => {
        expect(brief(readEvidence(JSON.stringify(shape)))).not.toMatch(/TypeError|undefined|unexpected content/)
      }),
      {numRuns: 1000},
    )
  })

  test('twice as long takes about twice as long', {tags: ['slow']}, () => {
    // Time of the processor, which other work on the machine does not add to.
    const time = (text: string): number => {
      const start = process.cpuUsage()
      readEvidence(text)
      const {user, system} = process.cpuUsage(start)
      return (user + system) / 1000
    }
    const shapes: readonly ((count: number) => string)[] = [
      (count) =>
        `<testsuites><testsuite>${'<testcase classname="a" name="b" time="1"><failure message="&lt;&lt;">x</failure></testcase>\n'.repeat(count)}</testsuite></testsuites>`,
      (count) => `{"results": [${Array<string>(count).fill('{"mean": 1, "name": "a"}').join(',\n')}]}`,
      (count) => `SF:a\n${Array.from({length: count}, (_, index) => `DA:${index + 1},1`).join('\n')}\nend_of_record`,
      (count) => `<?xml version="1.0"?>${'<!-- a -->\n'.repeat(count)}<testsuite/>`,
      (count) => `<testsuite><testcase name="a"><failure>${'\u001B[31m#x1B[&lt;\u001B]'.repeat(count)}</failure></testcase></testsuite>`,
      (count) => `${' \n'.repeat(count)}[[[[ a`,
    ]
    for (const shape of shapes) {
      time(shape(500))
      const [once, four] = [time(shape(2000)), time(shape(8000))]
      // Quadratic would be sixteen times; 100 ms of noise are allowed for.
      expect(four, shape(1)).toBeLessThan(once * 9 + 100)
    }
  })
})
