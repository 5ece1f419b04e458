import {expect, test} from 'vitest'
import type {BlockResult, Result} from '../model/result.ts'
import {toBadge} from './badge.ts'
import {toSentence, toStanding} from './sentence.ts'

const blocks: BlockResult[] = [
  ...Array.from({length: 16}, (_, n): BlockResult => ({id: `run-${n}`, line: n, verdict: 'passed', because: null})),
  {id: 'file-check-py', line: 20, verdict: 'passed', because: null},
  {id: 'no-run-1', line: 21, verdict: 'no-run', because: 'needs Vault'},
  {id: 'no-run-2', line: 22, verdict: 'no-run', because: 'needs Vault'},
]
const result: Result = {
  schemaVersion: 1,
  id: 'try',
  page: 'docs/runbooks/try.md',
  pageHash: 'sha256:a',
  executedOn: '2026-11-23',
  verdict: 'passed',
  because: null,
  level: 3,
  durationSeconds: 5,
  versions: {PostgreSQL: '15.18', OpenSSL: '3.0.17', Alembic: '1.8.1'},
  situations: [],
  blocks,
}
const page = {title: 'Try', hash: 'sha256:a', claim: 3} as const

test('what was executed, when, with what, and what was not; files are no commands', () => {
  expect(toSentence(result)).toBe(
    '16 of 18 commands executed on 2026-11-23 with PostgreSQL 15.18, OpenSSL 3.0.17 and Alembic 1.8.1; 2 not run: needs Vault.',
  )
  expect(toSentence({...result, versions: {}, blocks: blocks.slice(0, 2)})).toBe('2 of 2 commands executed on 2026-11-23.')
})

test('never, changed, failed and not executed are said, and never look like passed', () => {
  expect(toStanding(page, null)).toMatchObject({
    state: 'never',
    level: 0,
    sentence: 'No command of this page has been executed yet.',
    on: null,
  })
  expect(toStanding({...page, hash: 'sha256:b'}, result)).toMatchObject({
    state: 'changed',
    sentence: expect.stringMatching(/^This page changed since its last run\. Before the change: 16 of 18/) as string,
  })
  expect(toStanding(page, {...result, verdict: 'failed', because: 'block "x" failed', level: 1})).toMatchObject({
    state: 'failed',
    sentence: 'The last run on 2026-11-23 failed: block "x" failed.',
  })
  const none = toStanding(page, {...result, verdict: 'not-executed', level: 1, blocks: blocks.slice(-2)})
  expect(none).toMatchObject({state: 'not-executed', on: null, sentence: 'No command was executed: needs Vault.'})
})

test('a page shows no more than it claims, nor than its result supports', () => {
  expect(toStanding({...page, claim: 2}, result).level).toBe(2)
  expect(toStanding(page, {...result, level: 1}).level).toBe(1)
})

test('a badge for each state, told by words', () => {
  const label = (standing: ReturnType<typeof toStanding>): string => /aria-label="([^"]*)"/.exec(toBadge(standing))?.[1] ?? ''
  expect([
    label(toStanding(page, result)),
    label(toStanding(page, null)),
    label(toStanding({...page, hash: 'sha256:b'}, result)),
    label(toStanding(page, {...result, verdict: 'failed'})),
    label(toStanding(page, {...result, verdict: 'not-executed'})),
  ]).toEqual([
    'runbook: 16 of 18 run',
    'runbook: never run',
    'runbook: changed since its last run',
    'runbook: failed',
    'runbook: not executed',
  ])
})
