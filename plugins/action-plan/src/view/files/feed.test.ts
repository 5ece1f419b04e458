// @vitest-environment jsdom
import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import type {DayChanges} from '../../model/history.ts'
import {toFeed} from './feed.ts'
import {historyOfDays} from '../../fixtures/history-of-days.ts'

const SITE = {
  title: 'Plan <&> "A"',
  page: 'https://example.com/progress/history',
  self: 'https://example.com/progress/feed.xml',
  path: 'docs/plan.md',
  updated: '2026-01-01T00:00:00+01:00',
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
}
const text = 'use <T> & "$15,000" ]]> \u0007 🎉'
const day = (name: string): DayChanges => ({
  day: name,
  at: `${name}T23:30:00+02:00`,
  commits: [{commit: 'abcdef0123', author: 'Ann & Bob <x>', subject: text}],
  changes: [
    {
      kind: 'ticked',
      of: 'task',
      before: null,
      after: {id: '1.1', number: '1.1', title: 'Vault', task: text, line: 1, column: 1},
      from: 'open',
      to: 'done',
      tasks: 1,
      doubt: null,
    },
  ],
  note: null,
})
const read = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml')

test('one entry for each day that changed, with the times of the commits', () => {
  const xml = toFeed(historyOfDays([day('2026-01-03'), {...day('2026-01-02'), changes: []}, day('2026-01-01')]), SITE)
  expect(toFeed(historyOfDays([day('2026-01-03'), {...day('2026-01-02'), changes: []}, day('2026-01-01')]), SITE)).toBe(xml)
  const feed = read(xml)
  expect([...feed.querySelectorAll('entry > updated')].map((one) => one.textContent)).toEqual([
    '2026-01-03T21:30:00.000Z',
    '2026-01-01T21:30:00.000Z',
  ])
  expect(feed.querySelector('feed > updated')?.textContent).toBe('2026-01-03T21:30:00.000Z')
  const ids = [...feed.querySelectorAll('id')].map((one) => one.textContent ?? '')
  expect([new Set(ids).size, ids.every((id) => /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/.test(id))]).toEqual([
    3,
    true,
  ])
  for (const [name, count] of [
    ['title', 3],
    ['author', 3],
  ] as const)
    expect(feed.querySelectorAll(name)).toHaveLength(count)
})

test("the plan's text stays text", () => {
  const feed = read(toFeed(historyOfDays([day('2026-01-03')]), SITE))
  expect(feed.querySelector('feed > title')?.textContent).toBe('Changes of Plan <&> "A"')
  const content = new DOMParser().parseFromString(feed.querySelector('entry > content')?.textContent ?? '', 'text/html')
  expect(content.querySelector('li')?.textContent).toBe('1.1 Vault: use <T> & "$15,000" ]]> \uFFFD 🎉')
  expect(feed.querySelector('entry > author > name')?.textContent).toBe('Ann & Bob <x>')
})

test('without a history it says why', () => {
  const feed = read(toFeed({state: 'unavailable', cause: {code: 'incomplete', facts: {reason: 'a content is missing'}}}, SITE))
  expect([
    feed.querySelectorAll('entry').length,
    feed.querySelector('subtitle')?.textContent,
    feed.querySelector('updated')?.textContent,
  ]).toEqual([0, 'History is unavailable: a content is missing (clone the repository again in full)', '2025-12-31T23:00:00.000Z'])
})
