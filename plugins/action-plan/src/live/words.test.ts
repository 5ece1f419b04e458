import {describe, expect, test} from 'vitest'
import {AS_BUILT, type Live} from '../model/live.ts'
import {siteBuild} from '../model/site.ts'
import {report} from '../report.ts'
import {toStatus} from '../view/files/status.ts'
import {age} from './age.ts'
import {changedIn, planChange} from './changed.ts'
import {freshness} from './freshness.ts'
import {summaryOf} from './summary.ts'
import {checkText, planChangeText} from '../view/words/fetch.ts'
import {agoText} from '../view/words/freshness.ts'
import {ENGLISH, wordsIn} from '../view/words/words.ts'

const PAGE = wordsIn((_, english) => english)
const NOW = Date.parse('2026-11-25T12:00:00Z')
const SOURCE = {path: 'plan.md', commit: 'a1b2c3d4', committedAt: '2026-11-25T10:00:00Z', changedAt: null, dirty: false}

test.each([
  [0, 'just now'],
  [-86_400_000, 'just now'],
  [5000, '5 seconds ago'],
  [60_000, '1 minute ago'],
  [3_599_999, '59 minutes ago'],
  [7_200_000, '2 hours ago'],
  [47 * 3_600_000, '47 hours ago'],
  [49 * 3_600_000, '2 days ago'],
  [400 * 86_400_000, '400 days ago'],
])('%d ms is %s', (passed, words) => {
  expect(agoText(ENGLISH, {age: age(NOW - passed, NOW)})).toBe(words)
  // The browser's own words are the same.
  expect(agoText(PAGE, {age: age(NOW - passed, NOW)})).toBe(words)
})

describe('freshness', () => {
  const with_ = (live: Partial<Live>): Live => ({...AS_BUILT, ...live})
  const of = (live: Partial<Live>, now: number | null = NOW, source = SOURCE) => {
    const {state, from, check} = freshness(source, with_(live), now, 60)
    return {
      state,
      from: from === null ? null : agoText(ENGLISH, from),
      check: check === null ? null : checkText(ENGLISH, check, state === 'stale'),
    }
  }

  test('is a time while the page is as it was built, and an age from then on', () => {
    expect(of({}, null)).toEqual({state: 'as-built', from: null, check: null})
    expect(of({})).toEqual({state: 'as-built', from: '2 hours ago', check: null})
  })
  test('is unknown without a commit', () => {
    const unknown = {...SOURCE, commit: null as unknown as string, committedAt: null as unknown as string}
    expect(of({}, NOW, unknown)).toEqual({state: 'unknown', from: null, check: null})
  })
  test('says when it was checked', () => {
    expect(of({check: {state: 'fresh', at: NOW - 20_000}})).toEqual({state: 'fresh', from: '2 hours ago', check: 'checked 20 seconds ago'})
  })
  test('is stale when nothing was heard for long, whatever was heard last', () => {
    expect(of({check: {state: 'fresh', at: NOW - 3_600_000}})).toMatchObject({state: 'stale', check: 'not checked since 1 hour ago'})
    expect(
      of({check: {state: 'failed', at: NOW - 1000, cause: {code: 'answered', facts: {status: 500}}, freshAt: NOW - 3_600_000}}),
    ).toEqual({
      state: 'stale',
      from: '2 hours ago',
      check: 'the check just now failed: the server answered 500; last good answer 1 hour ago',
    })
  })
  test('tells why a check failed and what is shown', () => {
    expect(of({check: {state: 'failed', at: NOW - 30_000, cause: {code: 'timeout', facts: {seconds: 10}}, freshAt: null}})).toEqual({
      state: 'failed',
      from: '2 hours ago',
      check: 'the check 30 seconds ago failed: no answer within 10 s; these are the numbers that the page was built with',
    })
  })
  test('says that a roll-back is one', () => {
    expect(of({check: {state: 'fresh', at: NOW}, rolledBack: true}).check).toBe('an earlier commit than before; checked just now')
  })
})

describe('changes', () => {
  const numbers = (tasks: string): ReturnType<typeof summaryOf> =>
    summaryOf(
      toStatus(
        report({
          text: `# P\n## 1. S\n### 1.1 A\n${tasks}\n### 1.2 B\n- [ ] z\n`,
          source: SOURCE,
          baseline: null,
          now: SOURCE.committedAt,
          today: null,
          evidence: null,
        }),
        null,
      ),
    )

  test('are what differs, and nothing when nothing does', () => {
    const before = numbers('- [ ] a\n- [ ] b')
    expect([...changedIn(before, before)]).toEqual([])
    expect([...changedIn(before, numbers('- [x] a\n- [ ] b'))]).toEqual(['totals', 'section 1', 'item 1.1'])
  })
  test('are one sentence', () => {
    const [before, after] = [numbers('- [ ] a\n- [ ] b'), numbers('- [x] a\n- [ ] b')]
    expect(planChangeText(ENGLISH, planChange(before, after, false))).toBe('The plan changed: 1 of 3 tasks done, 33 % (+1).')
    expect(planChangeText(ENGLISH, planChange(after, before, true))).toBe(
      'The plan went back to an earlier commit: 0 of 3 tasks done, 0 % (−1).',
    )
  })
})

test('a build is named by the bundles of its pages', () => {
  expect(siteBuild(['/sub/assets/js/runtime~main.11aa22bb.js', '/sub/assets/js/main.33cc44dd.js'])).toBe('m.33cc44dd+r.11aa22bb')
  expect(siteBuild(['https://example.com/assets/js/main.33cc44dd.js?x'])).toBe('m.33cc44dd')
  expect(siteBuild(['/main.js', '/runtime~main.js'])).toBeNull()
})
