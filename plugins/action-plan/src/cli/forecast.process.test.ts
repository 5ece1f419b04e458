import {execFileSync} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {main} from '../cli.ts'
import {planText, states} from '../fixtures/four-months.ts'

let folder = ''

/** Four months of a plan in git, a commit a week. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-plan-forecast-')))
  const git = (day: string, ...args: readonly string[]): Buffer =>
    execFileSync('git', args, {
      cwd: folder,
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${day}T16:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T16:00:00Z`,
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    })
  git('2026-07-31', 'init', '--quiet')
  for (const {day, done, tasks} of states()) {
    writeFileSync(join(folder, 'plan.md'), planText(done, tasks))
    git(day, 'add', 'plan.md')
    git(day, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '--allow-empty', '-m', 'weekly update')
  }
  writeFileSync(join(folder, 'alone.md'), '# Alone\n\n- [ ] a\n')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function run(...args: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '1.2.3', {
    cwd: folder,
    now: '2026-11-27T18:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

test('forecast says the planned end, the forecast and how it comes about', async () => {
  const {exit, out} = await run('forecast', 'plan.md')
  expect(exit).toBe(0)
  expect(out).toMatch(/Planned end 2026-10-23 \(passed\); forecast 2027-\d\d-\d\d to 2027-\d\d-\d\d, \d+ weeks later\./)
  expect(out).toContain('41 tasks left; 35 done in the last 12 whole weeks, about 2.9 a week; 1 task was added.')
  expect(out).toContain('Since 2026-11-20: 3 tasks done.')
  expect(out).toContain('Projected end 2027-01-08')
})

test('a bigger team ends earlier; a plan that names no team says what to write', async () => {
  const {out} = await run('forecast', 'plan.md', '--team', '4', '--format', 'json')
  const {end, whatIf} = JSON.parse(out) as {
    end: {forecast: string; projected: string}
    whatIf: {forecast: {p50: string}; projected: string; now: number}
  }
  expect(whatIf.now).toBe(2)
  expect(whatIf.forecast.p50 < end.forecast).toBe(true)
  expect(whatIf.projected < end.projected).toBe(true)
  expect(await run('forecast', 'alone.md', '--team', '4')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('"team: 3" under "plan:"') as string,
  })
  expect(await run('forecast', 'plan.md', '--team', '0')).toMatchObject({exit: 2})
})

test('another start moves the projection and not the forecast; alone or with a team, on a plan without a start too', async () => {
  const of = async (
    ...args: readonly string[]
  ): Promise<{end: {projected: string}; forecast: unknown; whatIf: {[name: string]: unknown}}> =>
    JSON.parse((await run('forecast', 'plan.md', ...args, '--format', 'json')).out) as never
  const {end, forecast, whatIf} = await of('--start', '2027-02-01')
  expect(whatIf).toMatchObject({team: null, start: '2027-02-01', forecast})
  expect(String(whatIf['projected']) > end.projected).toBe(true)
  expect(whatIf['projectedLaterDays']).toBeGreaterThan(0)
  const {out} = await run('forecast', 'plan.md', '--start', '2027-02-01')
  expect(out).toContain(
    `With a start on 2027-02-01:\n  Projected end ${String(whatIf['projected'])}, ${String(whatIf['projectedLaterDays'])} working days later.\n`,
  )
  expect((await run('forecast', 'plan.md', '--start', '2027-02-01', '--team', '4')).out).toContain(
    'With a team of 4 instead of 2, if the pace grows with the team, and with a start on 2027-02-01:',
  )
  writeFileSync(join(folder, 'undated.md'), '# Undated\n\n- [ ] a\n\n## 1. B\n\n### 1.1 C\n\n- [ ] d\n\n**Timeline**: 3 days\n')
  expect((await run('forecast', 'undated.md', '--start', '2027-01-04')).out).toContain('Projected end 2027-01-06.')
  expect((await run('forecast', 'alone.md', '--start', '2027-01-04')).out).toContain('No end can be projected.')
  expect(await run('forecast', 'plan.md', '--start', 'soon')).toMatchObject({exit: 2, err: expect.stringContaining('soon') as string})
})

test('status, report, badge and digest say it too', async () => {
  for (const args of [['status'], ['status', '--format', 'markdown'], ['report'], ['digest'], ['digest', '--format', 'html']])
    expect([args, (await run(...args.slice(0, 1), 'plan.md', ...args.slice(1))).out]).toEqual([
      args,
      expect.stringMatching(/Planned end 2026-10-23 \(passed\); forecast 2027/),
    ])
  const badge = JSON.parse((await run('badge', 'plan.md', '--of', 'overall', '--format', 'json')).out) as {message: string}
  expect(badge.message).toMatch(/^55 % · 2027-\d\d-\d\d · late$/)
  const slack = JSON.parse((await run('digest', 'plan.md', '--format', 'slack')).out) as {blocks: readonly {type: string}[]}
  expect(slack.blocks[0]?.type).toBe('header')
  const teams = JSON.parse((await run('digest', 'plan.md', '--format', 'teams')).out) as {attachments: readonly {contentType: string}[]}
  expect(teams.attachments[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive')
})
