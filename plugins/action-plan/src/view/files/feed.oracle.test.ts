// @vitest-environment jsdom
// Holds the feed against the grammar of RFC 4287 as libxml2 reads it, and against what the RFC says in words.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import type {DayChanges, History, Unavailable} from '../../model/history.ts'
import {differences} from '../../derive/history/history.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {toFeed} from './feed.ts'
import {historyOfDays} from '../../fixtures/history-of-days.ts'

const GRAMMAR = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/atom.rng')

beforeAll(() => {
  if (spawnSync('xmllint', ['--version']).error !== undefined)
    throw new Error('xmllint is missing, which this test holds the feed against: apt-get install --no-install-recommends libxml2-utils')
})

/** What the validator complains of; empty when the feed is valid. */
function complaints(xml: string): readonly string[] {
  const {status, stderr} = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', GRAMMAR, '-'], {input: xml, encoding: 'utf8'})
  return status === 0 ? [] : stderr.split('\n').filter((line) => line !== '')
}

const SITE = {
  title: 'Plan <&> "A" \u0000 \uD800',
  page: 'https://example.com/progress/history',
  self: 'https://example.com/progress/feed.xml',
  path: 'docs/plan.md',
  updated: '2026-01-01T00:00:00+01:00',
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
}
const plan = (marks: string): string =>
  `# P\n\n## 1. Work\n\n### 1.1 Vault <script> & "keys"\n\n${[...marks].map((mark, index) => `- [${mark}] task ${index} ]]> & <b> \u0007 🎉\n`).join('')}`
const day = (date: string, before: string, after: string): DayChanges => ({
  day: date,
  at: `${date}T23:30:00+02:00`,
  commits: [{commit: 'abcdef0123', author: 'Ann & Bob <x>', subject: 'say "]]>" & <i>'}],
  changes: differences(parsePlan(plan(before)), parsePlan(plan(after))),
  note: null,
})
const DAYS = [day('2026-01-05', 'xx-', 'xxx'), day('2026-01-03', '  ', 'xx-'), day('2026-01-02', ' ', ' ')]

test.each<readonly [string, History | Unavailable]>([
  ['days that changed something', historyOfDays(DAYS)],
  ['no days', historyOfDays([])],
  ['no history', {state: 'unavailable', cause: {code: 'incomplete', facts: {reason: 'a missing <content>'}}}],
])('%s: valid', (_, past) => {
  expect(complaints(toFeed(past, SITE))).toEqual([])
})

test('the validator finds what is wrong', () => {
  const xml = toFeed(historyOfDays(DAYS), SITE)
  for (const [what, by] of [
    [/<updated>/, '<updated>yesterday '],
    [/<id>.*?<\/id>/, ''],
    [/<title>/, '<heading/><title>'],
    [/<entry>/, '<entry rank="1">'],
    [/<link /, '<link length="1"><b/></link><link '],
  ] as const) {
    expect(xml).toMatch(what)
    expect(complaints(xml.replace(what, by)), String(what)).not.toEqual([])
  }
})

test('what the grammar cannot say: ids are one of a kind, addresses absolute, the newest first', () => {
  const feed = new DOMParser().parseFromString(toFeed(historyOfDays(DAYS), SITE), 'text/xml')
  const texts = (selector: string): readonly string[] => [...feed.querySelectorAll(selector)].map(({textContent}) => textContent ?? '')
  const [ids, times] = [texts('id'), texts('entry > updated')]
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(ids.length)
  expect(times).toEqual([...times].sort().reverse())
  expect(texts('feed > updated')).toEqual([times[0]])
  const links = [...feed.querySelectorAll('link')].map((link) => [link.getAttribute('rel') ?? 'alternate', link.getAttribute('href') ?? ''])
  for (const [, href] of links) expect(new URL(href as string).protocol).toBe('https:')
  expect(links.filter(([rel]) => rel === 'self')).toEqual([['self', SITE.self]])
  expect(feed.querySelectorAll('feed > author, entry > author').length).toBe(3)
})
