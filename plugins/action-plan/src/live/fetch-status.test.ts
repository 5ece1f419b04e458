import {afterEach, expect, test, vi} from 'vitest'
import type {StatusSummary} from '../model/status.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {reportOf} from '../report.ts'
import {toStatus} from '../view/files/status.ts'
import {toSummary} from '../view/files/summary.ts'
import {fetchNumbers} from './fetch-status.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const source = {path: 'plan.md', commit: 'c'.repeat(40), committedAt: '2026-11-23T00:00:00Z', changedAt: null, dirty: false}
const status = toStatus(
  reportOf(parsePlan('# P\n\n- [x] a\n- [ ] b\n'), {source, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null}),
  'site',
)
const summary = toSummary(status, 'digest')

afterEach(() => vi.unstubAllGlobals())

/** What a look gives where a host has these files, and what it asks for. */
async function look(files: Readonly<Record<string, unknown>>, known: string | null = null): Promise<object> {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    const body = files[url]
    if (body === undefined) return new Response('', {status: 404})
    if (typeof body === 'number') return new Response('', {status: body})
    return typeof body === 'string'
      ? new Response(body, {headers: {'content-type': 'text/html'}})
      : new Response(JSON.stringify(body), {headers: {'content-type': 'application/json'}})
  })
  return {...(await fetchNumbers('/site/status.json', known, () => NOW)), asked}
}
const BOTH = ['/site/summary.json', '/site/status.json']

test('numbers that are known are not read again', async () => {
  expect(await look({'/site/summary.json': summary, '/site/status.json': status}, 'digest')).toEqual({
    kind: 'same',
    digest: 'digest',
    build: 'site',
    checkedAt: null,
    asked: BOTH.slice(0, 1),
  })
})

test('other numbers are read, and named by the summary that is of them', async () => {
  const files = {'/site/summary.json': summary, '/site/status.json': status}
  expect(await look(files, 'other')).toEqual({kind: 'status', status, digest: 'digest', asked: BOTH})
  expect(await look(files)).toMatchObject({kind: 'status', digest: 'digest'})
})

test.each<readonly [string, Partial<StatusSummary>]>([
  ['another commit', {source: {...summary.source, commit: 'd'.repeat(40)}}],
  ['another day', {statusDate: '2026-11-22'}],
  ['another site', {site: {build: 'other'}}],
  ['other counts', {totals: {...summary.totals, done: 2}}],
])('a summary of %s names no numbers', async (_, other) => {
  const files = {'/site/summary.json': {...summary, ...other}, '/site/status.json': status}
  expect(await look(files)).toEqual({kind: 'status', status, digest: null, asked: BOTH})
})

test.each<readonly [string, unknown]>([
  ['is not there', undefined],
  ['is a page', '<!doctype html>'],
  ['is of a later version', {...summary, schemaVersion: 99}],
  ['is no object', null],
  ['has no digest', {...summary, digest: undefined}],
  ['has no site', {...summary, site: undefined}],
  ['has nothing as its site', {...summary, site: null}],
])('where the summary %s, the status is asked for', async (_, found) => {
  expect(await look({'/site/summary.json': found, '/site/status.json': status}, 'digest')).toMatchObject({kind: 'status', asked: BOTH})
})

test('a server that fails is not asked for more', async () => {
  expect(await look({'/site/summary.json': 503, '/site/status.json': status}, 'digest')).toEqual({
    kind: 'failed',
    cause: {code: 'answered', facts: {status: 503}},
    wait: null,
    gone: false,
    asked: BOTH.slice(0, 1),
  })
})

test('what nobody foresaw is a failed look, too, and never an exception', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(summary)))
  const now = (): number => {
    throw new Error('no clock')
  }
  expect(await fetchNumbers('/site/status.json', 'other', now)).toEqual({
    kind: 'failed',
    cause: {code: 'broken', facts: {}},
    wait: null,
    gone: false,
  })
})
