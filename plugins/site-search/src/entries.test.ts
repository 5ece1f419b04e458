import {describe, expect, test} from 'vitest'
import {entries} from './entries.ts'
import {VERSION} from './model/index-files.ts'
import type {Page, Plan, Section} from './model/page.ts'
import {readEntries} from './query/read.ts'
import {toIndexFiles} from './view/index-files.ts'

const section = (anchor: string, title: string, depth: number, text: string): Section => ({anchor, title, depth, text})
const page = (url: string, genre: string | null, sections: readonly Section[], isApi = false): Page => ({
  url,
  title: `Title of ${url}`,
  description: 'What it is.',
  genre,
  isApi,
  asked: genre === null ? ['how far'] : [],
  parts: null,
  sections: [section('', '', 1, 'Beginning.'), ...sections],
})
const PLAN: Plan = {
  planPage: '/docs/plan',
  progressPage: '/progress',
  items: [
    {id: '2.1', number: '2.1', title: 'Credentials', anchor: '21-credentials'},
    {id: '2fa-rollout', number: null, title: '2FA rollout', anchor: null},
  ],
}
const found = entries(
  [
    page('/docs/plan', '', [
      section('security', 'Security', 2, ''),
      section('21-credentials', '2.1 Credentials', 3, 'Tasks.'),
      section('metrics', 'Metrics', 2, 'All.'),
    ]),
    page('/docs/trouble', 'troubleshooting', [
      section('index', 'Index', 2, 'a b'),
      section('messages', 'Messages', 2, ''),
      section('a', 'a', 3, 'Seen.'),
      section('still', 'Still stuck', 2, 'Ask.'),
    ]),
    page('/docs/run', 'runbook', [section('steps', 'Steps', 2, 'Do.')]),
    page('/docs/api/status', '', [section('status', 'Status', 2, 'All.'), section('properties', 'Properties', 3, 'title: string')], true),
    page('/docs/jwt', 'how-to', []),
    page('/progress', null, [section('sections', 'Sections', 2, '')]),
  ],
  [PLAN],
)
const kinds = Object.fromEntries(found.map(({url, kind}) => [url, kind]))

test('every place has its kind', () => {
  expect(kinds).toEqual({
    '/docs/plan': 'progress',
    '/progress#item-2-1': 'item',
    '/docs/plan#metrics': 'progress',
    '/docs/trouble': 'guide',
    '/docs/trouble#index': 'guide',
    '/docs/trouble#a': 'message',
    '/docs/trouble#still': 'guide',
    '/docs/run': 'runbook',
    '/docs/run#steps': 'runbook',
    '/docs/api/status': 'api',
    '/docs/api/status#status': 'api',
    '/docs/jwt': 'guide',
    '/progress': 'progress',
    '/progress#sections': 'progress',
    '/progress#item-2fa-rollout': 'item',
  })
})

test('what is listed under a name of the API is found under that name', () => {
  expect(found.find(({url}) => url === '/docs/api/status#status')?.text).toBe('All. title: string')
})

test('the parts of a page may be more than parts: each badge is one', () => {
  const badges: Page = {...page('/badges', null, [section('section-2', 'Section 2 Security', 6, '')]), parts: 'badge'}
  expect(entries([badges], []).map(({kind, url, asked}) => [kind, url, asked])).toEqual([
    ['progress', '/badges', ['how far']],
    ['badge', '/badges#section-2', []],
  ])
})

test('an item is one entry, with the words of the plan, on the progress page', () => {
  expect(found.filter(({kind}) => kind === 'item')).toEqual([
    {kind: 'item', url: '/progress#item-2-1', title: '2.1 Credentials', page: 'Title of /docs/plan', text: 'Tasks.', asked: []},
    {kind: 'item', url: '/progress#item-2fa-rollout', title: '2FA rollout', page: '2FA rollout', text: '', asked: []},
  ])
})

describe('the files of the index', () => {
  const {heads, texts} = toIndexFiles(found)

  test('they give back what was put in', () => {
    expect(readEntries(JSON.parse(JSON.stringify(heads)), JSON.parse(JSON.stringify(texts)))).toEqual(
      found.map((one) => ({...one, page: found.find(({url}) => url === one.url.split('#')[0])?.page})),
    )
  })

  test('with the titles alone every text is empty', () => {
    expect(new Set(readEntries(heads, null).map(({text}) => text))).toEqual(new Set(['']))
    expect([heads.version, texts.version]).toEqual([VERSION, VERSION])
  })
})
