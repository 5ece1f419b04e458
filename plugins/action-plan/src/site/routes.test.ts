import type {LoadContext} from '@docusaurus/types'
import {expect, test} from 'vitest'
import {DEFAULT_OPTIONS, type PluginOptions} from '../options.ts'
import {report} from '../report.ts'
import type {SiteContent} from './content.ts'
import {planSite, type PlanSite} from './plan-site.ts'
import {addresses, routes} from './routes.ts'

const PLAN = `# Plan
## 1. Work (P0)
- [x] a
- [ ] b
`
const made = report({
  text: PLAN,
  source: {path: 'docs/plan.md', commit: 'a1b2c3d', committedAt: '2026-11-24T12:00:00Z', changedAt: null, dirty: false},
  baseline: null,
  now: '2026-11-24T12:00:00Z',
  today: null,
  evidence: null,
})
const CONTENT: SiteContent = {
  report: made,
  trends: [],
  past: {},
  reportPages: [],
  others: [],
  history: {history: {state: 'unavailable', cause: {code: 'no-git', facts: {}}}, periods: []},
}
const site = (options: Partial<PluginOptions> = {}, baseUrl = '/'): PlanSite =>
  planSite(
    {
      siteDir: '/site',
      generatedFilesDir: '/site/.docusaurus',
      baseUrl,
      siteConfig: {url: 'https://docs.example.test', staticDirectories: ['static']},
      i18n: {currentLocale: 'en'},
      codeTranslations: {},
    } as LoadContext,
    {
      ...DEFAULT_OPTIONS,
      id: 'default',
      plan: 'docs/plan.md',
      ...options,
    },
  )

test('every page of a plan: its address, its component, and whether it is made of the file of the plan', () => {
  expect(routes(site(), CONTENT).map(({path, component, metadata}) => [path, component, metadata?.sourceFilePath ?? null])).toEqual([
    ['/progress', '@theme/PlanProgressPage', 'docs/plan.md'],
    ['/progress/problems', '@theme/PlanProblemsPage', 'docs/plan.md'],
    ['/progress/tests', '@theme/PlanTestsPage', null],
    ['/progress/timeline', '@theme/PlanTimelinePage', 'docs/plan.md'],
    ['/progress/badges', '@theme/PlanBadgesPage', 'docs/plan.md'],
    ['/progress/history', '@theme/PlanHistoryPage', 'docs/plan.md'],
    ['/progress/report', '@theme/PlanReportPage', 'docs/plan.md'],
  ])
  for (const {exact} of routes(site(), CONTENT)) expect(exact).toBe(true)
})

test('another instance has its own folder below the base of the site; the pages of the whole site have not', () => {
  const page = {path: 'quality', title: 'Quality', about: 'Of this site.', empty: 'Run the tests.', files: []}
  const content = {...CONTENT, reportPages: [{page, reports: [], past: {}}]}
  expect(addresses(site({id: 'infra', routeBasePath: 'how', portfolio: 'plans', reportPages: [page]}, '/docs/'), content)).toEqual([
    {path: '/docs/infra/how', option: 'routeBasePath'},
    {path: '/docs/infra/how/problems', option: 'routeBasePath'},
    {path: '/docs/infra/how/tests', option: 'routeBasePath'},
    {path: '/docs/quality', option: 'reportPages'},
    {path: '/docs/infra/how/timeline', option: 'routeBasePath'},
    {path: '/docs/infra/how/badges', option: 'routeBasePath'},
    {path: '/docs/plans', option: 'portfolio'},
    {path: '/docs/infra/how/history', option: 'routeBasePath'},
    {path: '/docs/infra/how/report', option: 'routeBasePath'},
  ])
})

test('a page of reports may lead to a page that says more', () => {
  const page = {path: 'quality', title: 'Quality', about: 'Of this site.', empty: 'Run the tests.', files: []}
  const more = {title: 'Faults', to: '/docs/faults'}
  const shown = [page, {...page, more}].map((one) =>
    routes(site({reportPages: [one]}), {...CONTENT, reportPages: [{page: one, reports: [], past: {}}]}).find(
      ({path}) => path === '/quality',
    ),
  )
  expect(shown).toMatchObject([{props: {about: {more: null}}}, {props: {about: {more}}}])
})

test('there is no page of a history that was not read', () => {
  const paths = addresses(site(), {...CONTENT, history: null}).map(({path}) => path)
  expect(paths).toEqual(['/progress', '/progress/problems', '/progress/tests', '/progress/timeline', '/progress/badges'])
})

test('a page gets what it draws, as plain data: the places of tasks stay in status.json', () => {
  const props = Object.fromEntries(routes(site({lineUrl: null}), CONTENT).map((route) => [route.path, route.props]))
  expect(JSON.parse(JSON.stringify(props))).toEqual(props)
  expect(made.ledger.counted).toHaveLength(2)
  for (const path of ['/progress', '/progress/report']) expect(props[path]).toMatchObject({status: {ledger: {counted: []}}})
  expect(props['/progress/tests']).toMatchObject({about: {plan: 'Plan', page: '/progress'}, help: null})
  expect(props['/progress/badges']).toMatchObject({title: 'Plan', base: '/badges', instance: 'default'})
  expect(props['/progress/history']).toMatchObject({asOf: '2026-11-24', past: {state: 'unavailable'}, baseline: null})
})
