import {gzipSync} from 'node:zlib'
import {JSDOM} from 'jsdom'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import {HEALTHS} from '../../model/health.ts'
import type {OtherAddress, OtherPlan} from '../../model/other-plans.ts'

vi.mock('@docusaurus/Link', () => ({default: ({to, children}: {to: string; children: unknown}) => <a href={to}>{children as string}</a>}))
vi.mock('@docusaurus/useIsBrowser', () => ({default: () => false}))
vi.mock('@docusaurus/Translate', () => ({
  default: ({children}: {children: string}) => children,
  translate: ({message}: {message: string}, values: Readonly<Record<string, unknown>> = {}) =>
    message.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole)),
}))
vi.mock('@generated/docusaurus-plugin-action-plan/plans.json', () => ({default: {}}))
vi.mock('@theme/PlanBar', () => import('../PlanBar/index.tsx'))
vi.mock('@theme/PlanHealth', () => import('../PlanHealth/index.tsx'))

const {default: PlanPortfolio} = await import('./index.tsx')

/** As a plan of a fleet is: something is late, and there is a forecast. */
const plan = (number: number): OtherPlan => ({
  id: `team-${number}/roadmap`,
  name: null,
  link: `https://git.example/team/repository-${number}`,
  line: {
    title: `Roadmap of repository ${number}`,
    statusDate: '2026-11-24',
    source: {path: 'docs/ROADMAP.md', commit: 'c'.repeat(40), committedAt: '2026-11-23T10:00:00Z'},
    totals: {
      items: 22,
      itemsDone: 3,
      tasks: 88,
      done: 15 + (number % 70),
      percent: 17,
      trend: {since: '2026-11-17', done: 3, added: 0},
      cause: {code: 'items-late', facts: {count: 2, items: 22, names: ['1.1 Keys', '2.1 Doors'], more: 0}},
    },
    end: {planned: '2026-12-18'},
    forecast: {p50: '2027-02-01', cause: null},
    verdict: {health: HEALTHS[number % HEALTHS.length] ?? 'unknown', forecast: null},
    urgent: {id: '1.1', label: '1.1 Keys', health: 'late', lateDays: 12, owners: ['ana']},
    owners: 3,
  },
  failure: null,
})
const fleet = (plans: readonly OtherPlan[], more: Partial<OtherAddress> = {}): readonly OtherAddress[] => [
  {
    url: 'https://cdn.example/plans.json',
    name: null,
    link: null,
    plans,
    checkedAt: '2026-11-24T10:00:00Z',
    digest: 'd',
    failure: null,
    ...more,
  },
]
const drawn = (others: readonly OtherAddress[]): {readonly html: string; readonly document: Document} => {
  const html = renderToStaticMarkup(<PlanPortfolio others={others} />)
  return {html, document: new JSDOM(html).window.document}
}

test('a plan of another site has its numbers, its day and its link, and no pages that its site may not have', () => {
  const {document} = drawn(fleet([plan(3)]))
  const row = document.querySelector('tbody tr') as Element
  expect(row.querySelector('th')?.textContent).toBe('Roadmap of repository 3docs/ROADMAP.mdstatus as of 24 Nov 2026')
  expect([...row.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['https://git.example/team/repository-3'])
  expect(row.textContent).toContain('18/88')
  expect(row.textContent).toContain('1.1 Keys, 12 days late, @ana')
  expect(document.querySelector('[role="status"]')).toBeNull()
})

test('a failure is told in words beside the numbers that are kept, and above the table', () => {
  const {document} = drawn([
    ...fleet([plan(3)], {failure: {code: 'answered', facts: {status: 503}}}),
    {
      url: 'https://b.example/status.json',
      name: 'B',
      link: null,
      plans: [],
      checkedAt: null,
      digest: null,
      failure: {code: 'redirected', facts: {to: 'login.example'}},
    },
  ])
  expect(document.querySelector('[role="status"]')?.textContent).toBe('2 plans could not be updated.')
  const [kept, never] = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent)
  expect(kept).toContain('Not updated: the server answered 503')
  expect(kept).toContain('18/88')
  expect(never).toBe('BNot updated: the address leads to login.example insteadNo numbers')
})

test('500 plans: every one has its name and its counts on the page, thirty of those that are late are drawn, and the page stays small', () => {
  const {html, document} = drawn(fleet(Array.from({length: 500}, (_, number) => plan(number))))
  const groups = [...document.querySelectorAll('details')]
  expect(groups.map((group) => [group.dataset['group'], group.open, group.querySelectorAll('tbody tr, li').length])).toEqual([
    ['late', true, 83],
    ['at-risk', false, 83],
    ['on-track', false, 84],
    ['not-started', false, 83],
    ['unknown', false, 83],
    ['done', false, 84],
  ])
  expect(document.querySelector('details button')?.textContent).toBe('Show 53 more plans')
  expect(document.querySelectorAll('tbody tr')).toHaveLength(30)
  const nodes = document.querySelectorAll('*').length
  console.log(`page of 500 plans: ${html.length} bytes, ${gzipSync(html).length} gzipped, ${nodes} elements`)
  expect(html.length).toBeLessThan(140_000)
  expect(nodes).toBeLessThan(2500)
})
