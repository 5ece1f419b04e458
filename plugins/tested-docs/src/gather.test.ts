import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {gather} from './gather.ts'
import testedDocs from './index.ts'
import {readPage} from './source/pages.ts'
import {toProblem} from './view/terminal.ts'

let site = ''
const page = (level: number): string => `---\ntitle: Try it\nverification: {level: ${level}}\n---\n\n\`\`\`bash run id=a\ntrue\n\`\`\`\n`
const put = (name: string, text: string): void => writeFileSync(join(site, 'docs', 'runbooks', name), text)
const putResult = (id: string, changes: object = {}): void =>
  put(
    `results/${id}.json`,
    JSON.stringify({
      schemaVersion: 1,
      id,
      page: `docs/runbooks/${id}.md`,
      pageHash: readPage(site, join(site, 'docs', 'runbooks', `${id}.md`)).hash,
      executedOn: '2026-11-23',
      verdict: 'passed',
      because: null,
      level: 2,
      durationSeconds: 1,
      versions: {},
      blocks: [{id: 'a', line: 6, verdict: 'passed', because: null}],
      ...changes,
    }),
  )
const problems = async (): Promise<string[]> => (await gather(site, 'docs/runbooks')).problems.map(toProblem)

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'site-'))
  mkdirSync(join(site, 'docs', 'runbooks', 'results'), {recursive: true})
})
afterEach(() => {
  rmSync(site, {recursive: true})
  vi.unstubAllEnvs()
})

test('a claim that the result supports is fine', async () => {
  put('try.md', page(2))
  putResult('try')
  expect(await problems()).toEqual([])
  expect((await gather(site, 'docs/runbooks')).standings['try']).toEqual({
    title: 'Try it',
    state: 'passed',
    level: 2,
    sentence: '1 of 1 commands executed on 2026-11-23.',
    executed: '1 of 1',
    on: '2026-11-23',
  })
})

test('a claim beyond the result, or without one, is a problem with its place', async () => {
  put('try.md', page(3))
  put('new.md', page(1))
  put('idle.md', page(0))
  putResult('try')
  expect(await problems()).toEqual([
    'docs/runbooks/new.md:3:1 the page claims level 1, its result supports 0 (it never ran); run `npm run runbooks -- new` and fix what it says, or claim level 0',
    'docs/runbooks/try.md:3:1 the page claims level 3, its result supports 2; run `npm run runbooks -- try` and fix what it says, or claim level 2',
  ])
})

test('an edit is seen, whatever it changes; line ends alone are no edit', async () => {
  put('try.md', page(2))
  putResult('try')
  put('try.md', page(2).replaceAll('\n', '\r\n'))
  expect((await gather(site, 'docs/runbooks')).standings['try']?.state).toBe('passed')
  put('try.md', `${page(2)}\nOne more sentence.\n`)
  expect((await gather(site, 'docs/runbooks')).standings['try']?.state).toBe('changed')
})

test('a result without a page is a problem; one that is no result is an error with its place', async () => {
  put('try.md', page(0))
  put('results/gone.json', '{}')
  expect(await problems()).toEqual(['docs/runbooks/results/gone.json:1:1 a result whose page is gone; delete it'])
  put('results/try.json', '{"schemaVersion": 1')
  await expect(gather(site, 'docs/runbooks')).rejects.toThrow('docs/runbooks/results/try.json:1:1 is not a result of "try"')
})

test('the plugin fails a build for a false claim, warns in development, and writes a badge for each page', async () => {
  put('try.md', page(3))
  putResult('try')
  const plugin = testedDocs({siteDir: site} as never, {
    id: 'default',
    folder: 'docs/runbooks',
    route: '/docs/runbooks',
    onProblems: 'throw',
  })
  const content = await plugin.loadContent?.()
  const setGlobalData = vi.fn()
  const loaded = (): Promise<void> | void => plugin.contentLoaded?.({content, actions: {setGlobalData}} as never)
  vi.stubEnv('NODE_ENV', 'production')
  await expect(loaded()).rejects.toThrow('docs/runbooks/try.md:3:1 the page claims level 3')
  vi.stubEnv('NODE_ENV', 'development')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await loaded()
  expect(warn).toHaveBeenCalledOnce()
  expect(setGlobalData).toHaveBeenCalledWith(
    expect.objectContaining({route: '/docs/runbooks', standings: {try: expect.objectContaining({level: 2}) as object}}),
  )
  await plugin.postBuild?.({content, outDir: join(site, 'build')} as never)
  expect(readFileSync(join(site, 'build', 'badges', 'runbook-try.svg'), 'utf8')).toContain('1 of 1 run')
  warn.mockRestore()
})
