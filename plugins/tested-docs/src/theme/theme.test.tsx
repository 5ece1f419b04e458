import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test, vi} from 'vitest'
import type {Published} from '../view/published.ts'

const published: Published = {
  route: '/docs/runbooks',
  folder: 'docs/runbooks',
  standings: {
    restore: {
      title: 'How to restore',
      state: 'passed',
      level: 3,
      sentence: '2 of 3 commands executed on 2026-11-23 with PostgreSQL 15.18; 1 not run: needs <Vault>.',
      executed: '2 of 3',
      on: '2026-11-23',
    },
    deploy: {
      title: 'How to deploy',
      state: 'changed',
      level: 2,
      sentence: 'This page changed since its last run. Before the change: 1 of 1 commands executed on 2026-11-23.',
      executed: '1 of 1',
      on: '2026-11-23',
    },
    audit: {
      title: 'How to audit',
      state: 'never',
      level: 0,
      sentence: 'No command of this page has been executed yet.',
      executed: '–',
      on: null,
    },
  },
}
let source = ''

vi.mock('@docusaurus/useGlobalData', () => ({usePluginData: () => published}))
vi.mock('@docusaurus/useBaseUrl', () => ({default: (path: string) => `/base${path}`}))
vi.mock('@docusaurus/Link', () => ({default: ({to, children}: {to: string; children: unknown}) => <a href={to}>{children as string}</a>}))
vi.mock('@docusaurus/plugin-content-docs/client', () => ({useDoc: () => ({metadata: {source}})}))
vi.mock('@theme-init/DocItem/Footer', () => ({default: () => <footer>before</footer>}))
vi.mock('@theme/RunbookStanding', async () => import('./RunbookStanding/index.tsx'))

const footer = async (of: string): Promise<string> => {
  source = of
  const {default: Footer} = await import('./DocItem/Footer/index.tsx')
  return renderToStaticMarkup(<Footer />)
}

test('a runbook says at its foot what was run, above the footer that was there', async () => {
  const html = await footer('@site/docs/runbooks/restore.md')
  expect(html).toContain('Verification level 3: executed with its failure path and its roll back.')
  expect(html).toContain('1 not run: needs &lt;Vault&gt;.')
  expect(html).toMatch(/<\/aside><footer>before<\/footer>$/)
  expect(await footer('@site/docs/runbooks/deploy.md')).toContain('This page changed since its last run.')
})

test('other pages are left as they are', async () => {
  for (const of of [
    '@site/docs/security/jwt.md',
    '@site/docs/runbooks/index.mdx',
    '@site/docs/runbooks/toString.md',
    '@site/docs/other/restore.md',
  ])
    expect(await footer(of)).toBe('<footer>before</footer>')
})

test('the table has every runbook, by title, with its state in words', async () => {
  const {default: RunbookTable} = await import('./RunbookTable/index.tsx')
  const html = renderToStaticMarkup(<RunbookTable />)
  expect([...html.matchAll(/<th scope="row"><a href="([^"]*)">([^<]*)/g)].map(([, href, title]) => `${href} ${title}`)).toEqual([
    '/docs/runbooks/audit How to audit',
    '/docs/runbooks/deploy How to deploy',
    '/docs/runbooks/restore How to restore',
  ])
  const plain = html.replace(/<\/?time[^>]*>|(?<=<td)[^>]*/g, '')
  expect(plain).toContain('<td>changed since its last run</td><td>2</td><td>1 of 1</td><td>2026-11-23</td>')
  expect(plain).toContain('<td>never run</td><td>0</td><td>–</td><td>–</td>')
  expect(html).toContain('href="/base/badges/runbook-restore.svg" aria-label="Badge of How to restore"')
})
