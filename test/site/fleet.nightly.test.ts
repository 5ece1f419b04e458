import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Page} from 'playwright-core'
import {lineOfStatus} from '../../plugins/action-plan/src/model/plan-line.ts'
import type {IndexedPlan, PlansIndex, PlansIndexSummary} from '../../plugins/action-plan/src/model/plans-index.ts'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {toSummary} from '../../plugins/action-plan/src/view/files/summary.ts'
import {ticked} from '../faults/answers.ts'
import {status, visit, type Visit} from './browser.ts'

// A site whose page of all plans shows 500 plans of an index and one of another site, under the policy that the build writes.

const ROOT = new URL('../..', import.meta.url).pathname
let folder: string
let foreign: Server
let site: Visit
let asked: string[] = []
/** What the other host has, by its path; a number is a status without a body. */
let files: Readonly<Record<string, object | number>> = {}

const BEFORE: Status = {...status, title: 'Foreign plan', source: {...status.source, committedAt: '2026-01-02T00:00:00Z'}}
const AFTER = JSON.parse(ticked(JSON.stringify(BEFORE))) as Status
const serve = (shown: Status): Readonly<Record<string, object>> => ({
  '/status.json': shown,
  '/summary.json': toSummary(shown, `${shown.source.committedAt}`),
})
const entry = (number: number): IndexedPlan => ({
  id: `team/plan-${number}`,
  repository: `https://git.example/team/repository-${number}`,
  listed: null,
  plan: 'ROADMAP.md',
  link: `https://git.example/team/repository-${number}`,
  status: `team/plan-${number}/status.json`,
  line: {...lineOfStatus(BEFORE), title: `Plan ${number}`},
  failure: null,
})
/** Never read: it has no numbers. */
const UNREAD: Partial<IndexedPlan> = {
  status: null,
  line: null,
  failure: {cause: {code: 'no-repository-read', facts: {reason: 'no such repository'}}, since: '2026-01-01T00:00:00Z'},
}
const INDEX: PlansIndex = {
  schemaVersion: 1,
  madeBy: '1',
  plans: Array.from({length: 500}, (_, number) => ({...entry(number), ...(number === 499 ? UNREAD : {})})),
}
const SUMMARY: PlansIndexSummary = {schemaVersion: 1, digest: 'first', checkedAt: new Date().toISOString()}

beforeAll(async () => {
  foreign = createServer((request, response) => {
    asked.push(request.url ?? '')
    const found = files[request.url ?? ''] ?? 404
    response.setHeader('access-control-allow-origin', '*')
    if (typeof found === 'number') return void response.writeHead(found).end()
    return void response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(found))
  })
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
  const plans = `['${origin}/status.json', '/fleet/plans.json']`
  folder = mkdtempSync(join(tmpdir(), 'fleet-site-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const written: Readonly<Record<string, string>> = {
    'docusaurus.config.mjs': `import {DAY_SCRIPT_HASH, planOrigins} from 'docusaurus-plugin-action-plan/policy'
const plans = ${plans}
export default {
  title: 'Fleet', url: 'http://localhost:3000', baseUrl: '/', future: {v4: true},
  presets: [['classic', {docs: false, blog: false}]],
  plugins: [
    ['docusaurus-plugin-content-security-policy', {allow: {'script-src': [DAY_SCRIPT_HASH], 'connect-src': planOrigins(plans)}}],
    ['docusaurus-plugin-action-plan', {plan: 'ROADMAP.md', portfolio: 'plans', plans, askUrls: 'private'}],
  ],
}
`,
    'package.json': '{"name": "fleet", "private": true}\n',
    'ROADMAP.md': '# Ours\n\n## 1. First\n\n- [x] a\n- [ ] b\n',
    'src/pages/index.md': '# Home\n',
    'static/fleet/plans.json': JSON.stringify(INDEX),
    'static/fleet/plans.summary.json': JSON.stringify(SUMMARY),
  }
  for (const [name, text] of Object.entries(written)) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  files = serve(BEFORE)
  // Not synchronously: this process is the other host, too.
  await promisify(execFile)(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: folder})
  writeFileSync(join(folder, 'build/favicon.ico'), '')
  site = await visit(join(folder, 'build'))
}, 600_000)
afterAll(async () => {
  await site.close()
  foreign.close()
  rmSync(folder, {recursive: true, force: true})
})

/** What was not asked of the other host: requests to it are what the page is for. */
const elsewhere = (wrong: readonly string[]): readonly string[] => wrong.filter((line) => !line.startsWith('request to http://127.0.0.1'))
const foreignRow = (page: Page): ReturnType<Page['locator']> => page.locator('tr', {has: page.getByRole('link', {name: 'Foreign plan'})})
const find = (page: Page, text: string): Promise<void> => page.getByRole('searchbox').fill(text)

test('500 plans are on one page, folded and small, also without JavaScript', async () => {
  const html = readFileSync(join(folder, 'build/plans/index.html'), 'utf8')
  const {seen} = await site.open('/plans', {javaScriptEnabled: false}, async (page) => ({
    nodes: await page.locator('*').count(),
    names: await page.getByText(/^Plan \d+/).count(),
    sum: await page
      .getByText(/tasks done in/)
      .first()
      .innerText(),
  }))
  console.log(`page of 502 plans: ${html.length} bytes, ${seen.nodes} elements`)
  expect(html.length).toBeLessThan(250_000)
  expect(seen.nodes).toBeLessThan(4000)
  expect(seen.names).toBe(499)
  // Ours, that of the other site, and those of the index that were read.
  expect(seen.sum).toContain('in 501 plans')
})

test('sorted, found, and asked seldom: one look at each address, and the numbers of the build are not loaded again', async () => {
  asked = []
  const {wrong} = await site.open('/plans', {}, async (page) => {
    await find(page, 'foreign')
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
    await find(page, '')
    await page.getByRole('button', {name: 'Done', exact: true}).click()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(30)
    await page.waitForTimeout(4000)
  })
  expect(elsewhere(wrong)).toEqual([])
  expect(asked).toEqual(['/summary.json'])
})

test('a page that is open shows newer numbers, never older ones, and says what fails', async () => {
  files = serve(AFTER)
  const newer = await site.open('/plans', {}, async (page) => {
    await find(page, 'foreign')
    await expect.poll(() => foreignRow(page).innerText(), {timeout: 15_000}).toContain(`${status.totals.done + 1}/`)
    return foreignRow(page).innerText()
  })
  expect(elsewhere(newer.wrong)).toEqual([])
  expect(newer.seen).toMatch(/read just now|read \d+ seconds ago/)

  files = serve({...BEFORE, source: {...BEFORE.source, committedAt: '2026-01-01T00:00:00Z'}})
  const older = await site.open('/plans', {}, async (page) => {
    await find(page, 'foreign')
    await expect.poll(() => foreignRow(page).innerText(), {timeout: 15_000}).toContain('Not updated')
    return foreignRow(page).innerText()
  })
  expect(older.seen).toContain('it answers with an earlier state, of 2026-01-01')
  expect(older.seen).toContain(`${status.totals.done}/`)

  files = {'/status.json': 503, '/summary.json': 503}
  const failed = await site.open('/plans', {}, async (page) => {
    await find(page, 'foreign')
    await expect.poll(() => foreignRow(page).innerText(), {timeout: 15_000}).toContain('Not updated')
    return foreignRow(page).innerText()
  })
  expect(failed.seen).toContain('the server answered 503')
  expect(failed.seen).toContain(`${status.totals.done}/`)
}, 120_000)

test('the policy allows that host and no other', async () => {
  const html = readFileSync(join(folder, 'build/plans/index.html'), 'utf8')
  expect(/connect-src ([^;"]+)/.exec(html)?.[1]).toMatch(/^'self' http:\/\/127\.0\.0\.1:\d+$/)
  const {wrong} = await site.open('/plans', {}, (page) =>
    page.evaluate(() =>
      fetch('http://127.0.0.1:9/status.json').then(
        () => 'answered',
        () => 'stopped',
      ),
    ),
  )
  expect(wrong.join()).toContain('policy: connect-src stopped http://127.0.0.1:9/status.json')
})
