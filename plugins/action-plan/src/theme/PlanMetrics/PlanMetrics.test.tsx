import {JSDOM} from 'jsdom'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import type {StatusMetric} from '../../model/status.ts'

vi.mock('@docusaurus/Link', () => ({default: ({to, children}: {to: string; children: unknown}) => <a href={to}>{children as string}</a>}))
vi.mock('@docusaurus/Translate', () => ({
  default: ({children}: {children: string}) => children,
  translate: ({message}: {message: string}, values: Readonly<Record<string, unknown>> = {}) =>
    message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
}))
vi.mock('@theme/PlanMetricState', () => import('../PlanMetricState/index.tsx'))

const {default: PlanMetrics} = await import('./index.tsx')

const EVIDENCE = {
  measure: null,
  value: 83.45,
  unit: '%',
  words: '83.4 % of lines (1669 of 2000)',
  target: 'at least 80 %',
  source: 'reports/coverage.xml',
  kind: 'file',
  line: 3,
  tool: 'coverage.py 7.6.1',
  commit: '0123456789abcdef0123456789abcdef01234567',
  at: '2026-11-20T10:00:00Z',
  goodUntil: '2026-12-20',
} as const
const METRICS: readonly StatusMetric[] = [
  {text: '80%+ coverage', state: 'met', because: '83.4 % of lines', evidence: EVIDENCE},
  {
    text: '<b>All</b> tests',
    state: 'unmet',
    because: '2 failed',
    evidence: {...EVIDENCE, value: 2, unit: null, target: 'at most 0', goodUntil: null},
  },
  {text: 'Unified', state: 'unknown', because: 'no evidence is configured', evidence: null},
]
const point = (
  value: number | null,
): {readonly day: string; readonly commit: string; readonly value: number | null; readonly words: string} => ({
  day: '2026-11-01',
  commit: 'fedcba98',
  value,
  words: 'it measured nothing',
})

test('each metric has its state as sign and word, its value, target and source', () => {
  const markup = renderToStaticMarkup(
    <PlanMetrics
      metrics={METRICS}
      trends={[[point(80), point(null)], [point(1)]]}
      testsPage="/progress/tests"
      help="/docs/how"
      timeZone="UTC"
    />,
  )
  const document = new JSDOM(markup).window.document
  const rows = [...document.querySelectorAll('table')][0]?.querySelectorAll(':scope > tbody > tr') ?? []
  const cells = [...rows].map((row) => [...row.querySelectorAll(':scope > td')].map((cell) => cell.textContent))
  expect(cells).toEqual([
    [
      '✓ met',
      '83.45 %',
      'at least 80 %',
      'reports/coverage.xml:3coverage.py 7.6.1, made 2026-11-20, commit 0123456, counts until 2026-12-20',
    ],
    ['✕ not met', '2', 'at most 0', 'reports/coverage.xml:3coverage.py 7.6.1, made 2026-11-20, commit 0123456'],
    ['? unknown', '–', '–', 'nothing is configured'],
  ])
  expect(document.querySelector('b')).toBeNull()
  expect([...document.querySelectorAll('details')].map((one) => one.textContent)).toEqual([
    '2 revisions of the reportDayCommitValue2026-11-01fedcba980 %2026-11-01fedcba9it measured nothing',
  ])
  expect(document.body.textContent).toContain('1 of 3 metrics have no evidence yet')
})
