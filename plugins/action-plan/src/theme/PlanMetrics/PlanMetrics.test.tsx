import {JSDOM} from 'jsdom'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import {progressTexts} from '../../view/pages/cause-texts.ts'
import {ENGLISH} from '../../view/words/words.ts'
import type {Props} from '@theme/PlanMetrics'

vi.mock('@docusaurus/Link', () => ({default: ({to, children}: {to: string; children: unknown}) => <a href={to}>{children as string}</a>}))
vi.mock('@docusaurus/Translate', () => ({
  default: ({children}: {children: string}) => children,
  translate: ({message}: {message: string}, values: Readonly<Record<string, unknown>> = {}) =>
    message.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole)),
}))
vi.mock('@theme/PlanMetricState', () => import('../PlanMetricState/index.tsx'))

const {default: PlanMetrics} = await import('./index.tsx')
const {CauseTexts} = await import('../../labels/CauseText.tsx')

const EVIDENCE = {
  measure: null,
  value: 83.45,
  unit: '%',
  goal: {code: 'targets', facts: {targets: [{kind: 'bound', bound: 'at-least', value: 80, unit: '%'}]}},
  source: 'reports/coverage.xml',
  kind: 'file',
  line: 3,
  tool: 'coverage.py 7.6.1',
  commit: '0123456789abcdef0123456789abcdef01234567',
  at: '2026-11-20T10:00:00Z',
  goodUntil: '2026-12-20',
} as const
const METRICS: Props['metrics'] = [
  {text: '80%+ coverage', state: 'met', cause: {code: 'age-unknown', facts: {path: 'reports/coverage.xml'}}, evidence: EVIDENCE},
  {
    text: '<b>All</b> tests',
    state: 'unmet',
    cause: {code: 'nothing-shown', facts: {path: 'r.xml', why: {code: 'unreadable', facts: {reason: 'unexpected end'}}}},
    evidence: {
      ...EVIDENCE,
      value: 2,
      unit: null,
      goal: {code: 'targets', facts: {targets: [{kind: 'bound', bound: 'at-most', value: 0, unit: null}]}},
      goodUntil: null,
    },
  },
  {text: 'Unified', state: 'unknown', cause: {code: 'not-connected', facts: {}}, evidence: null},
]
const point = (words: string): Props['trends'][number][number] => ({day: '2026-11-01', commit: 'fedcba98', words})

test('each metric has its state as sign and word, its value, target and source', () => {
  const markup = renderToStaticMarkup(
    <CauseTexts.Provider value={progressTexts(ENGLISH, {metrics: METRICS, sections: []})}>
      <PlanMetrics
        metrics={METRICS}
        trends={[[point('80 %'), point('it measured nothing')], [point('1')]]}
        testsPage="/progress/tests"
        help="/docs/how"
        timeZone="UTC"
      />
    </CauseTexts.Provider>,
  )
  const document = new JSDOM(markup).window.document
  const rows = [...document.querySelectorAll('table')][0]?.querySelectorAll(':scope > tbody > tr') ?? []
  const cells = [...rows].map((row) => [...row.querySelectorAll(':scope > td')].map((cell) => cell.textContent))
  expect(cells).toEqual([
    [
      '✓ met',
      '83.45 %',
      'at least 80 %',
      'reports/coverage.xml:3coverage.py 7.6.1, made 20 Nov 2026, commit 0123456, valid until 20 Dec 2026',
    ],
    ['✕ not met', '2', 'at most 0', 'reports/coverage.xml:3coverage.py 7.6.1, made 20 Nov 2026, commit 0123456'],
  ])
  expect(document.querySelector('b')).toBeNull()
  expect([...document.querySelectorAll('details')].map((one) => one.textContent)).toEqual([
    '2 revisions of the reportDayCommitValue1 Nov 2026fedcba980 %1 Nov 2026fedcba9it measured nothing',
    '1 metric is not connectedUnified',
  ])
  // What a reader of files says is English in every language of a site.
  expect([...document.querySelectorAll('[lang]')].map((one) => [one.getAttribute('lang'), one.textContent])).toEqual([
    ['en', 'unexpected end'],
  ])
})
