import {expect, test} from 'vitest'
import type {Page} from '../model/page.ts'
import type {BlockResult, Result} from '../model/result.ts'
import {contradictions, keepsCommitted, type Outcome, result, rounded, sameOutcome} from './result.ts'

const page: Page = {
  id: 'try',
  path: 'docs/runbooks/try.md',
  title: 'Try',
  hash: 'sha256:a',
  fixtures: [],
  claim: 0,
  rehearsal: null,
  blocks: [],
}
const block = (id: string, verdict: BlockResult['verdict'], because: string | null = null): BlockResult => ({id, line: 1, verdict, because})
const outcome: Outcome = {
  blocks: [block('a', 'passed')],
  versions: {Redis: '7.0.15'},
  seconds: 3.2,
  because: null,
  syntaxIsValid: true,
  day: '2026-11-23',
}
const made = (changes: Partial<Outcome> = {}, of: Page = page): Result => result(of, {...outcome, ...changes})

test('a duration is rounded up to 1, 2 or 5 times a power of ten', () => {
  expect([0, 0.4, 1, 1.1, 3.2, 5.1, 12, 21, 60, 101].map(rounded)).toEqual([1, 1, 1, 2, 5, 10, 20, 50, 100, 200])
})

test('day and duration are no news; page, versions and verdicts are', () => {
  expect(sameOutcome(made(), made({day: '2027-01-01', seconds: 99}))).toBe(true)
  expect(sameOutcome(made(), made({versions: {Redis: '7.0.16'}}))).toBe(false)
  expect(sameOutcome(made(), made({}, {...page, hash: 'sha256:b'}))).toBe(false)
  expect(sameOutcome(made(), made({blocks: [block('a', 'failed', 'x')], because: 'x'}))).toBe(false)
})

test('the verdict: failed, not executed, passed', () => {
  expect(made().verdict).toBe('passed')
  expect(made({blocks: [block('a', 'failed', 'x')], because: 'block "a" failed'}).verdict).toBe('failed')
  expect(made({syntaxIsValid: false, because: 'a block is not valid bash'}).verdict).toBe('failed')
  expect(made({blocks: [block('a', 'not-executed')], because: 'missing here: the command psql'}).verdict).toBe('not-executed')
  expect(made({blocks: [block('a', 'no-run', 'needs Vault')]})).toMatchObject({
    verdict: 'not-executed',
    because: 'no command of this page can run outside its own system',
  })
})

test('a lack of services does not replace what a run of the same text found; a failure does', () => {
  const lacking = made({blocks: [block('a', 'not-executed')], because: 'missing here: the command psql'})
  expect(keepsCommitted(made(), lacking)).toBe(true)
  expect(keepsCommitted({...made(), pageHash: 'sha256:old'}, lacking)).toBe(false)
  expect(keepsCommitted(null, lacking)).toBe(false)
  expect(keepsCommitted(made(), made({blocks: [block('a', 'failed')], because: 'x'}))).toBe(false)
  expect(keepsCommitted(made(), made())).toBe(true)
})

test('contradictions name what differs; versions may', () => {
  expect(contradictions(made(), made({versions: {Redis: '8'}}))).toEqual([])
  expect(contradictions(null, made())).toEqual(['it has no committed result'])
  expect(contradictions(made({blocks: [block('a', 'passed'), block('b', 'passed')]}), made())).toEqual([
    'block "b": committed passed, now gone from the page',
  ])
  expect(contradictions(made(), made({blocks: [block('a', 'passed'), block('b', 'passed')]}))).toEqual([
    'block "b": passed, not in the committed result',
  ])
  expect(contradictions(made(), made({blocks: [block('a', 'not-executed')], because: 'missing here: the command psql'}))).toEqual([
    'verdict: committed passed, now not-executed (missing here: the command psql)',
  ])
  expect(contradictions({...made(), pageHash: 'sha256:old'}, made())).toEqual(['the page changed since its committed result'])
})
