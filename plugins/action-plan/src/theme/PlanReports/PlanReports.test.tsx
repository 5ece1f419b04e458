import {JSDOM} from 'jsdom'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import type {EvidenceFacts} from '../../model/tool-report.ts'
import type {EvidenceFile} from '../../model/evidence-file.ts'
import {MOST, pastReports, reportViews} from '../../view/pages/tool-reports.ts'

vi.mock('@theme/Heading', () => ({
  default: ({as: Tag, id, children}: {as: 'h2'; id?: string; children: string}) => <Tag id={id}>{children}</Tag>,
}))
vi.mock('@docusaurus/Translate', () => ({
  default: ({children}: {children: string}) => children,
  translate: ({message}: {message: string}, values: Readonly<Record<string, unknown>> = {}) =>
    message.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole)),
}))

for (const name of ['PlanTestResults', 'PlanCoverage', 'PlanFindings', 'PlanReportTable'])
  vi.doMock(`@theme/${name}`, () => import(`../${name}/index.tsx`))

const {default: PlanReports} = await import('./index.tsx')

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '</pre></td></table>',
  '{{7*7}}${7*7}',
  '\u202Egnp.exe',
  '\u001b[31mred',
  ']]>',
]
const HEAD = {format: 'x', at: null, commit: null}
const evidenceFile = (path: string, facts: EvidenceFacts): EvidenceFile => ({
  path,
  state: 'read',
  facts,
  numbers: {},
  texts: {},
  commit: null,
  committedAt: null,
})

const shown = (files: readonly EvidenceFile[]): Document =>
  new JSDOM(renderToStaticMarkup(<PlanReports reports={reportViews(files)} past={{}} />)).window.document

test('nothing that a report contains becomes markup', () => {
  const bad = HOSTILE.join('\n')
  const files = [
    evidenceFile(bad, {
      kind: 'tests',
      ...HEAD,
      tool: bad,
      total: 1,
      passed: 0,
      failed: 1,
      errored: 0,
      skipped: 0,
      seconds: null,
      cases: [{suite: bad, name: bad, state: 'failed', seconds: 1, message: bad, line: 1, column: 1}],
    }),
    evidenceFile('c', {
      kind: 'coverage',
      ...HEAD,
      tool: bad,
      lines: {covered: 1, total: 2},
      branches: null,
      files: [{path: `${bad}/x.py`, lines: {covered: 1, total: 2}, branches: null}],
    }),
    evidenceFile('f', {
      kind: 'findings',
      ...HEAD,
      tool: bad,
      findings: [{rule: bad, level: 'high', message: bad, file: bad, fileLine: 1, line: 1, column: 1}],
    }),
    evidenceFile('u', {kind: 'unreadable', reason: bad, fix: bad, line: 1, column: 1}),
  ]
  const document = shown(files)
  expect([...document.querySelectorAll('script, img, svg, iframe, style, form, input, [onerror], [onload], [style]')]).toEqual([])
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '#report-1',
    '#report-2',
    '#report-3',
    '#report-4',
  ])
  for (const part of HOSTILE.filter((text) => !text.includes('\u001b'))) expect(document.body.textContent).toContain(part)
  expect(document.querySelectorAll('section')).toHaveLength(4)
})

test('long lists end, and say how many more there are', {tags: ['slow']}, () => {
  const cases = Array.from({length: 1000}, (_, index) => ({
    suite: `s${index}`,
    name: `t${index}`,
    state: 'failed' as const,
    seconds: index,
    message: 'x'.repeat(100_000),
    line: 1,
    column: 1,
  }))
  const document = shown([
    evidenceFile('r', {kind: 'tests', ...HEAD, tool: 't', total: 1000, passed: 0, failed: 1000, errored: 0, skipped: 0, seconds: 1, cases}),
  ])
  expect(document.querySelectorAll('pre')).toHaveLength(MOST.failures)
  expect(document.body.textContent).toContain('800 more in the report; the first 200 are shown.')
  expect(document.body.textContent.length).toBeLessThan(500_000)
  expect(document.querySelectorAll('table tbody tr')).toHaveLength(MOST.suites + MOST.slowest)
})

test('what was not measured is not a number', () => {
  const text = shown([
    evidenceFile('c', {kind: 'coverage', ...HEAD, tool: 't', lines: {covered: 0, total: 0}, branches: null, files: []}),
    evidenceFile('t', {
      kind: 'tests',
      ...HEAD,
      tool: 't',
      total: 0,
      passed: 0,
      failed: 0,
      errored: 0,
      skipped: 0,
      seconds: null,
      cases: [],
    }),
  ]).body.textContent
  expect(text).toContain('nothing measured of lines')
  expect(text).toContain('no test ran')
  expect(text).not.toMatch(/100 %|\b0 %/)
})

test('what a report said at its commits: newest first, a broken one with its reason; nothing where there was only one', () => {
  const ran = (failed: number): EvidenceFile =>
    evidenceFile('t.xml', {
      kind: 'tests',
      ...HEAD,
      tool: 'pytest',
      total: 2,
      passed: 2 - failed,
      failed,
      errored: 0,
      skipped: 0,
      seconds: null,
      cases: [],
    })
  const broken = evidenceFile('t.xml', {kind: 'unreadable', reason: 'it is cut off', fix: 'write it again', line: 1, column: 1})
  const past = [ran(1), broken, ran(0)].map((one, index) => ({
    commit: `${index}abcdef0`,
    at: `2026-01-0${index + 1}T08:30:00Z`,
    file: one,
  }))
  const page = new JSDOM(
    renderToStaticMarkup(
      <PlanReports
        reports={reportViews([ran(0)])}
        past={pastReports(
          new Map([
            ['t.xml', past],
            ['once.xml', past.slice(0, 1)],
          ]),
        )}
      />,
    ),
  ).window.document
  expect([...page.querySelectorAll('details tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['2026-01-03 08:30', '2abcdef', '2 passed, 0 failed'],
    ['2026-01-02 08:30', '1abcdef', 'it is cut off'],
    ['2026-01-01 08:30', '0abcdef', '1 passed, 1 failed'],
  ])
  expect(Object.keys(pastReports(new Map([['once.xml', past.slice(0, 1)]])))).toEqual([])
})
