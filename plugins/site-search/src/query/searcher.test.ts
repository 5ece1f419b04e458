import {beforeAll, describe, expect, test} from 'vitest'
import type {Entry, Kind} from '../model/entry.ts'
import {excerpt, pieces} from './excerpt.ts'
import {groups} from './group.ts'
import {createSearcher, type Searcher} from './searcher.ts'

const entry = (kind: Kind, title: string, text: string, page = title, asked: readonly string[] = []): Entry => ({
  kind,
  url: `/${title}`,
  title,
  page,
  text,
  asked,
})
const ENTRIES = [
  entry('guide', 'JWT', 'Tokens are signed. Rotate the key as the runbook says; item 2.1 asks for it.'),
  entry('runbook', 'How to rotate database credentials', 'Two logins, `FATAL:  sorry, too many clients already`.'),
  entry('item', '2.1 Credential Management', 'Implement a vault. Create a rotation policy.', 'Plan'),
  entry('item', '12.1 Next', 'Nothing yet.', 'Plan'),
  entry(
    'message',
    'remaining connection slots are reserved',
    'When even these are used: FATAL:  sorry, too many clients already.',
    'Database',
  ),
  entry('message', 'Connection refused', 'Nothing listens there. Rotate credentials.', 'Database'),
  entry('guide', 'Index', 'Connection refused, remaining connection slots are reserved, and credential management', 'Find a message'),
  entry('progress', 'Überblick', 'Wie weit der Plan ist.'),
  entry('api', 'PlanStatus', 'The fraction of an item.'),
  entry('item', '2.2 API Security', 'JWT secret key hardcoded. Move JWT secret to a store.', 'Plan'),
  entry('progress', 'Progress', 'How far it is.', 'Progress', ['what is late', 'open tasks']),
  entry('guide', 'Latency', 'What is late is measured.'),
  entry('progress', 'Section 2 Security', '', 'Progress'),
  entry('badge', 'Section 2 Security', '', 'Badges'),
  entry('runbook', 'How to roll back a deployment', 'Steps.'),
  ...Array.from({length: 6}, (_, page) => entry('runbook', 'Roll back', 'The way back.', `Runbook ${page}`)),
  entry('guide', 'Deployment', 'After a rollback of the deployment, look back.'),
]

let searcher: Searcher
const first = (query: string): string | undefined => searcher.search(query).hits[0]?.entry.title
beforeAll(async () => {
  searcher = await createSearcher(ENTRIES)
})

describe('what comes first', () => {
  test.each([
    ['an item by its number', '2.1', '2.1 Credential Management'],
    ['by number and title', '2.1 credential', '2.1 Credential Management'],
    ['by its title alone', 'Credential Management', '2.1 Credential Management'],
    ['a message, word for word', 'Connection refused', 'Connection refused'],
    [
      'a line of a log that holds a message',
      'psycopg2.OperationalError: connection to server at "10.0.0.5", port 5432 failed: Connection refused',
      'Connection refused',
    ],
    ['a message that is quoted in the text', 'FATAL: sorry, too many clients already', 'remaining connection slots are reserved'],
    ['in another case, with other punctuation', 'fatal sorry TOO many clients already!', 'remaining connection slots are reserved'],
    ['a beginning', 'credent manag', '2.1 Credential Management'],
    ['a misspelling', 'credentail managment', '2.1 Credential Management'],
    ['words in another order', 'credentials database rotate', 'How to rotate database credentials'],
    ['letters without their accents', 'uberblick', 'Überblick'],
    ['letters as a Mac encodes them', 'Überblick'.normalize('NFD'), 'Überblick'],
    ['a part of a name', 'planstat', 'PlanStatus'],
    ['a noun for a verb in two words', 'rollback deployment', 'How to roll back a deployment'],
    ['a page before a heading that many pages have', 'roll back', 'How to roll back a deployment'],
    ['a question with small words', 'how do I roll back my deployment?', 'How to roll back a deployment'],
    ['a question that a page answers', 'what is late', 'Progress'],
    ['the same in fewer words', 'late', 'Progress'],
    ['a kind and a word', 'JWT open tasks', '2.2 API Security'],
    ['the same as a question', 'which tasks are open for JWT', '2.2 API Security'],
    ['words of a title, before the same words side by side in a text', 'rotate credentials', 'How to rotate database credentials'],
  ])('%s', (_, query, title) => {
    expect(first(query)).toBe(title)
  })

  test.each([
    ['the badge for section 2', '/Badges'],
    ['section 2 badge', '/Badges'],
    ['section 2', '/Progress'],
  ])('who wants a badge says so: %s', (query, page) => {
    expect(`/${searcher.search(query).hits[0]?.entry.page ?? ''}`).toBe(page)
  })

  test('a number is not found by one that is nearly the same', () => {
    expect(searcher.search('3.1').hits).toEqual([])
  })

  test('the words of the last one typed are beginnings', () => {
    expect(first('2.')).toBeDefined()
    expect(first('r')).toBeDefined()
  })
})

test('when no place has all the words, it says so and shows those that have some', () => {
  const answer = searcher.search('vault submarine')
  expect(answer.all).toBe(false)
  expect(answer.hits[0]?.entry.title).toBe('2.1 Credential Management')
  expect(searcher.search('submarine')).toEqual({hits: [], all: true})
})

test.each(['', '   ', '!?', '()', '\u0000', '[', '*', '"'])('nothing to look for: %j', (query) => {
  expect(searcher.search(query)).toEqual({hits: [], all: true})
})

test('a question of 100,000 signs is answered', () => {
  expect(searcher.search('word '.repeat(20_000)).hits).toEqual([])
})

test('results stand by kind, the kind of the best one first', () => {
  expect(groups(searcher.search('credential').hits).map(({kind}) => kind)[0]).toBe('item')
  const many = Array.from({length: 20}, (_, index) => ({entry: entry('guide', `Guide ${index}`, ''), words: []}))
  expect(groups(many).map(({hits, more}) => [hits.length, more])).toEqual([[7, 13]])
})

test('a page that says the words everywhere leaves room for others, but for headings that say them', () => {
  const parts = ['Impact', 'Verify', 'Steps', 'The JWT of a service'].map((title) => entry('runbook', title, 'JWT', 'Rotate'))
  const hits = [...parts, entry('runbook', 'Restart', 'JWT', 'Restart')].map((one) => ({entry: one, words: ['jwt']}))
  expect(groups(hits)[0]?.hits.map((hit) => hit.entry.title)).toEqual(['Impact', 'Verify', 'The JWT of a service', 'Restart', 'Steps'])
})

describe('what is shown of a text', () => {
  const text = `${'Before it. '.repeat(30)}The vault holds each rotation policy. ${'After it. '.repeat(30)}`
  const show = (parts: readonly {readonly text: string; readonly hit: boolean}[]): string =>
    parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')

  test('the stretch with most of the words, marked', () => {
    expect(show(excerpt(text, ['vault', 'rotation', 'policy']))).toMatch(
      /^… .*The \[vault\] holds each \[rotation\] \[policy\]\. After it\..* …$/,
    )
    expect(show(excerpt('Short.', ['none']))).toBe('Short.')
  })

  test('every sign of the text is kept', () => {
    expect(
      pieces(text, ['vault', 'it'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  test('words are marked as they are written', () => {
    expect(show(pieces('Überprüfung der PlanStatus-Zeile', ['uberprufung', 'status']))).toBe('[Überprüfung] der [PlanStatus]-Zeile')
  })
})
