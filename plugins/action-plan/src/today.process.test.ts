import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext} from '@docusaurus/types'
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import actionPlan, {type PlanGlobal, type Status} from './index.ts'
import {DEFAULT_OPTIONS} from './options.ts'
import {runTime} from './source/clock.ts'

// One day on everything that is made: the day of the run in the plan's time zone, whenever the plan was committed.

const BIN = fileURLToPath(new URL('../bin/action-plan.mjs', import.meta.url))
const PLAN = `---
plan: {start: 2026-11-02, timeZone: Pacific/Auckland}
---
# Plan
## 1. Work (P1)
### 1.1 Silent
- [x] begin
- [ ] end

**Timeline**: 20 days
`
/** The plan as it is a week later: an item that should have ended before it came. */
const LATER = `${PLAN}
### 1.2 Came late
- [ ] a

**Timeline**: 1 day
`
const seconds = (instant: string): string => String(Date.parse(instant) / 1000)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'today-'))
  mkdirSync(join(folder, 'docs/plan'), {recursive: true})
  writeFileSync(join(folder, 'package.json'), '{}')
  const git = (at: string, ...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      env: {...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at},
    })
  git('', 'init', '-q', '-b', 'main')
  for (const [text, at] of [
    [PLAN, '2026-11-02T12:00:00Z'],
    [LATER, '2026-11-09T12:00:00Z'],
  ] as const) {
    writeFileSync(join(folder, 'docs/plan/action-plan.md'), text)
    git(at, 'add', '-A')
    git(at, 'commit', '-q', '-m', 'plan')
  }
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))
afterEach(() => vi.unstubAllEnvs())

interface Built {
  readonly files: Readonly<Record<string, string>>
  readonly routes: Readonly<Record<string, {readonly status: Status; readonly asOf: string}>>
  readonly global: PlanGlobal
}

/** What a production build on a day makes, by the lifecycles that Docusaurus calls. */
async function built(instant: string): Promise<Built> {
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubEnv('SOURCE_DATE_EPOCH', seconds(instant))
  const context = {
    siteDir: folder,
    generatedFilesDir: join(folder, '.docusaurus'),
    baseUrl: '/',
    siteConfig: {url: 'https://docs.example.test'},
    i18n: {currentLocale: 'en'},
  } as unknown as LoadContext
  const plugin = actionPlan(context, {...DEFAULT_OPTIONS, id: 'default', onProblems: {errors: 'throw', warnings: 'ignore'}} as never)
  const content = await plugin.loadContent?.()
  const routes: Record<string, Built['routes'][string]> = {}
  const actions = {addRoute: ({path, props}: {path: string; props: Built['routes'][string]}) => void (routes[path] = props)}
  await plugin.contentLoaded?.({content, actions} as never)
  await plugin.allContentLoaded?.({allContent: {}, actions} as never)
  const outDir = mkdtempSync(join(tmpdir(), 'today-out-'))
  await plugin.postBuild?.({outDir, content} as never)
  const files = Object.fromEntries(
    readdirSync(outDir, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(outDir.length + 1), readFileSync(path, 'utf8')]),
  )
  rmSync(outDir, {recursive: true})
  const plans = readFileSync(join(context.generatedFilesDir, 'docusaurus-plugin-action-plan', 'plans.json'), 'utf8')
  return {files, routes, global: (JSON.parse(plans) as Record<string, PlanGlobal>)['default'] as PlanGlobal}
}

/** The command line as a process of its own. */
function run(args: readonly string[], epoch?: string): {readonly exit: number | null; readonly out: string; readonly err: string} {
  const env = {...process.env, ...(epoch === undefined ? {} : {SOURCE_DATE_EPOCH: epoch})}
  const {status, stdout, stderr} = spawnSync('node', [BIN, ...args], {cwd: folder, encoding: 'utf8', env})
  return {exit: status, out: stdout, err: stderr}
}

/** Its last day is 2026-11-27; in Auckland the next one has begun by then. */
const IN_TIME = '2026-11-26T12:30:00Z'
const MONTH_LATER = '2026-12-09T12:30:00Z'

describe('a plan without commits for 30 days turns late', () => {
  test('in everything that a site build makes, which speaks of one day', async () => {
    const [before, after] = [await built(IN_TIME), await built(MONTH_LATER)]
    const said = ({files, routes, global}: Built, day: string, word: string): void => {
      const status = JSON.parse(files['status.json'] ?? '') as Status
      const item = status.sections[0]?.items[0]
      expect([status.statusDate, item?.health, item?.lateDays ?? null]).toEqual([day, word, word === 'late' ? 13 : null])
      expect(routes['/progress']?.status.statusDate).toBe(day)
      expect(routes['/progress/timeline']?.status.statusDate).toBe(day)
      expect(routes['/progress/report']?.status.sections[0]?.items[0]?.health).toBe(word)
      expect(routes['/progress/history']?.asOf).toBe(day)
      expect(global.statusDate).toBe(day)
      expect(files['badges/item-1-1.svg']).toContain(word === 'late' ? 'late' : 'at risk')
      expect(JSON.parse(files['badges/item-1-1.json'] ?? '')).toMatchObject({
        message: expect.stringContaining(word === 'late' ? 'late' : 'at risk') as string,
      })
    }
    said(before, '2026-11-27', 'at-risk')
    said(after, '2026-12-10', 'late')
  })

  test('and in the command line', () => {
    const said = (instant: string): readonly string[] => {
      const {statusDate, sections} = JSON.parse(run(['status', '--format', 'json'], seconds(instant)).out) as Status
      return [statusDate, sections[0]?.items[0]?.health ?? '']
    }
    expect(said(IN_TIME)).toEqual(['2026-11-27', 'at-risk'])
    expect(said(MONTH_LATER)).toEqual(['2026-12-10', 'late'])
    expect(run(['badge', '--of', 'item-1-1'], seconds(MONTH_LATER)).out).toContain('late')
    const out = mkdtempSync(join(tmpdir(), 'today-out-'))
    run(['build', '--out', out], seconds(MONTH_LATER))
    expect(readFileSync(join(out, 'badges/item-1-1.svg'), 'utf8')).toContain('late')
    expect(JSON.parse(readFileSync(join(out, 'status.json'), 'utf8'))).toMatchObject({statusDate: '2026-12-10'})
    rmSync(out, {recursive: true})
  })
})

test('the same commit and the same day give the same bytes, at another time of that day too; another day gives others', async () => {
  const [morning, evening, next] = [
    await built('2026-12-01T12:00:00Z'),
    await built('2026-12-02T10:00:00Z'),
    await built('2026-12-02T12:00:00Z'),
  ]
  expect(evening).toEqual(morning)
  expect(next.files['status.json']).not.toBe(morning.files['status.json'])
})

test('an item is not late for days on which it did not stand in the plan', async () => {
  const item = (status: Status) => status.sections[0]?.items.find(({id}) => id === '1.2')
  const of = async (instant: string) => item(JSON.parse((await built(instant)).files['status.json'] ?? '') as Status)
  // Committed on the 9th, which is the 10th in Auckland; it should have ended on the 2nd.
  expect(await of('2026-11-10T00:00:00Z')).toMatchObject({
    addedOn: '2026-11-10',
    health: 'at-risk',
    because: 'planned to finish 2026-11-02, added 2026-11-10; 0 of 1 tasks done',
    lateDays: null,
  })
  expect(await of('2026-11-12T00:00:00Z')).toMatchObject({health: 'late', lateDays: 2})
  const {late} = JSON.parse(run(['report', '--format', 'json'], seconds('2026-11-12T00:00:00Z')).out) as {late: readonly object[]}
  expect(late).toMatchObject([{id: '1.2', lateDays: 2}])
  for (const instant of ['2026-11-10T00:00:00Z', '2026-11-12T00:00:00Z'])
    for (const verb of ['status', 'export'])
      expect(item(JSON.parse(run([verb, '--format', 'json'], seconds(instant)).out) as Status), `${verb} ${instant}`).toEqual(
        await of(instant),
      )
  const out = mkdtempSync(join(tmpdir(), 'today-out-'))
  run(['build', '--out', out], seconds('2026-11-12T00:00:00Z'))
  expect(item(JSON.parse(readFileSync(join(out, 'status.json'), 'utf8')) as Status)).toMatchObject({lateDays: 2})
  rmSync(out, {recursive: true})
})

test('a page knows from when to when the day of its build lasts where the plan is', async () => {
  const from = Date.parse('2026-12-01T11:00:00Z')
  expect((await built('2026-12-02T10:00:00Z')).global.day).toEqual({from, to: from + 86_400_000})
})

describe('SOURCE_DATE_EPOCH', () => {
  test('is a whole number of seconds, else the day is the one of the clock', () => {
    expect(runTime({SOURCE_DATE_EPOCH: '0'})).toBe('1970-01-01T00:00:00.000Z')
    expect(runTime({SOURCE_DATE_EPOCH: '1796083200'}, () => 0)).toBe('2026-12-01T00:00:00.000Z')
    expect(runTime({}, () => 1000)).toBe('1970-01-01T00:00:01.000Z')
  })

  test.each(['', ' 1', '1.5', '-1', '2026-12-01', '1e9', '253402300800'])('"%s" is refused', (value) => {
    expect(() => runTime({SOURCE_DATE_EPOCH: value})).toThrow(/^SOURCE_DATE_EPOCH: unexpected ".*", expected a whole number of seconds/)
  })

  test('a wrong one ends a command with a message and no stack, and help does without', () => {
    expect(run(['status'], 'yesterday')).toEqual({
      exit: 2,
      out: '',
      err: 'SOURCE_DATE_EPOCH: unexpected "yesterday", expected a whole number of seconds since 1970-01-01 (such as the output of "git log -1 --format=%ct", or unset it for today)\n',
    })
    expect(run(['--help'], 'yesterday').exit).toBe(0)
  })

  test('and stops a site build', async () => {
    await expect(built('no day')).rejects.toThrow(/^SOURCE_DATE_EPOCH: unexpected "NaN", expected a whole number of seconds/)
  })
})
