import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, expect, test} from 'vitest'
import {historyOf} from '../derive/history/history.ts'
import {periodOf} from '../derive/history/periods.ts'
import type {History} from '../model/history.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {report, reportOf} from '../report.ts'
import {pastOf, readContents, revisionsOf, textAt} from './history.ts'
import {tracked} from './tracked.ts'
import {gapText} from '../view/words/forecast.ts'
import {ENGLISH} from '../view/words/words.ts'

const made: string[] = []
afterEach(() => void made.splice(0).forEach((folder) => rmSync(folder, {recursive: true, force: true})))

/** A repository in a temporary folder; each commit has its own day. */
function repository(): {
  readonly folder: string
  git(...args: readonly string[]): string
  write(path: string, text: string): void
  commit(subject: string, day: string): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'history-'))
  made.push(folder)
  let clock = '2026-01-01T12:00:00Z'
  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
    GIT_AUTHOR_DATE: clock,
    GIT_COMMITTER_DATE: clock,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  })
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...args], {env: env(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
  git('init', '-q', '-b', 'main')
  return {
    folder,
    git,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    },
    commit(subject, day) {
      clock = `${day}T12:00:00Z`
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', subject)
    },
  }
}

/** A plan of so many tasks of which so many are done. */
const plan = (tasks: number, done: number, of = 'task'): string =>
  `# Plan\n\n## Work\n\n${Array.from({length: tasks}, (_, index) => `- [${index < done ? 'x' : ' '}] ${of} number ${index + 1} of the plan\n`).join('')}`

async function history(file: string, text: string): Promise<History> {
  const made = report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-03-01T12:00:00Z',
    today: '2026-03-01',
    evidence: null,
  })
  const found = await historyOf(pastOf(file), parsePlan, made)
  if (found.state === 'unavailable') throw new Error(found.cause.code)
  return found
}
/** day done/tasks, or the gap. */
const series = ({burnUp}: History): readonly string[] =>
  burnUp.points.map(
    ({day, snapshot, gap}) =>
      `${day} ${snapshot === null ? `gap: ${gap === null ? '' : gapText(ENGLISH, gap)}` : `${snapshot.done}/${snapshot.tasks}`}`,
  )

test('renames are followed, and only the first-parent line counts', async () => {
  const {folder, git, write, commit} = repository()
  write('a.md', plan(10, 0))
  commit('start', '2026-01-01')
  git('mv', 'a.md', 'b.md')
  commit('rename', '2026-01-02')
  git('checkout', '-q', '-b', 'side')
  write('b.md', plan(10, 9))
  commit('too early', '2026-01-03')
  write('b.md', plan(10, 2))
  commit('corrected', '2026-01-04')
  git('checkout', '-q', 'main')
  write('other.txt', 'x')
  commit('other', '2026-01-04')
  git('merge', '-q', '--no-ff', '-m', 'merge', 'side')
  mkdirSync(join(folder, 'docs'))
  renameSync(join(folder, 'b.md'), join(folder, 'docs/plan – neu.md'))
  write('docs/plan – neu.md', plan(10, 3))
  commit('move and tick', '2026-01-06')
  expect(series(await history(join(folder, 'docs/plan – neu.md'), plan(10, 3)))).toEqual([
    '2026-01-01 0/10',
    '2026-01-02 0/10',
    '2026-01-04 2/10',
    '2026-01-06 3/10',
  ])
})

test('a revert, a file that vanished and came back, a revision with errors: each as it was', async () => {
  const {folder, git, write, commit} = repository()
  write('plan.md', plan(10, 0))
  commit('start', '2026-01-01')
  write('plan.md', plan(10, 4))
  commit('done', '2026-01-02')
  write('plan.md', plan(10, 0))
  commit('revert', '2026-01-03')
  write('plan.md', `<<<<<<< ours\n${plan(10, 1)}=======\n${plan(10, 2)}>>>>>>> theirs\n`)
  commit('broken', '2026-01-04')
  git('rm', '-q', 'plan.md')
  commit('gone', '2026-01-05')
  write('plan.md', plan(12, 5))
  commit('back', '2026-01-06')
  const found = await history(join(folder, 'plan.md'), plan(12, 5))
  expect(series(found)).toEqual([
    '2026-01-01 0/10',
    '2026-01-02 4/10',
    '2026-01-03 0/10',
    expect.stringMatching(/^2026-01-04 gap: line 1: unexpected merge marker/),
    '2026-01-05 gap: the plan was not there',
    '2026-01-06 5/12',
  ])
  expect(found.burnUp).toMatchObject({revisions: 6, gaps: 2, misdated: 0})
  expect(found.burnUp.points.map(({scopeChange}) => scopeChange)).toEqual([0, 0, 0, 0, 0, 2])
  expect(found.days[0]).toMatchObject({day: '2026-01-06', commits: [{author: 'Ann', subject: 'back'}]})
})

test('line ends that change are no change of the plan', async () => {
  const {folder, git, write, commit} = repository()
  git('config', 'core.autocrlf', 'false')
  write('plan.md', plan(3, 1).replaceAll('\n', '\r\n'))
  commit('crlf', '2026-01-01')
  write('plan.md', plan(3, 1))
  commit('lf', '2026-01-02')
  const found = await history(join(folder, 'plan.md'), plan(3, 1))
  expect(series(found)).toEqual(['2026-01-01 1/3', '2026-01-02 1/3'])
  expect(found.days[0]?.changes).toEqual([])
})

test('a plan split in two: the new file starts with the split', async () => {
  const {folder, write, commit} = repository()
  write('plan.md', plan(30, 3))
  commit('one', '2026-01-01')
  write('half.md', plan(20, 3))
  write('plan.md', plan(10, 0, 'rest'))
  commit('split', '2026-01-02')
  expect(series(await history(join(folder, 'half.md'), ''))).toEqual(['2026-01-02 3/20'])
  expect(series(await history(join(folder, 'plan.md'), ''))).toEqual(['2026-01-01 3/30', '2026-01-02 0/10'])
})

test('a clock that runs backwards moves one revision, not the history', async () => {
  const {folder, write, commit} = repository()
  for (const [day, done] of [
    ['2026-01-01', 1],
    ['2026-01-02', 2],
    ['2036-01-01', 3],
    ['2026-01-04', 4],
    ['1980-01-01', 5],
    ['2026-01-06', 6],
  ] as const) {
    write('plan.md', plan(9, done))
    commit(day, day)
  }
  const found = await history(join(folder, 'plan.md'), '')
  expect(series(found)).toEqual(['2026-01-01 1/9', '2026-01-02 3/9', '2026-01-04 5/9', '2026-01-06 6/9'])
  expect(found.burnUp.misdated).toBe(2)
})

test('what is not committed is the last point, marked', async () => {
  const {folder, write, commit} = repository()
  write('plan.md', plan(4, 0))
  commit('start', '2026-01-01')
  write('plan.md', plan(4, 2))
  const found = await history(join(folder, 'plan.md'), plan(4, 2))
  expect(found.revisions.at(-1)).toMatchObject({commit: null, day: '2026-03-01', snapshot: {done: 2}})
})

test('a name that reads as a pattern, through a rename; an ignored plan that a commit once held', async () => {
  const {folder, git, write, commit} = repository()
  write('plan[12].md', plan(4, 0))
  write('plan1.md', plan(4, 0, 'other'))
  commit('start', '2026-01-01')
  write('plan1.md', plan(4, 1, 'other'))
  commit('not this one', '2026-01-02')
  git('mv', 'plan[12].md', 'plan[3].md')
  commit('rename', '2026-01-03')
  write('plan1.md', plan(4, 2, 'other'))
  expect(await revisionsOf(tracked(join(folder, 'plan[3].md')))).toMatchObject({
    revisions: [
      {subject: 'start', path: 'plan[12].md'},
      {subject: 'rename', path: 'plan[3].md'},
    ],
  })
  git('rm', '-q', '--cached', 'plan[3].md')
  write('.gitignore', '*.md\n')
  commit('ignore it', '2026-01-04')
  const found = await revisionsOf(tracked(join(folder, 'plan[3].md')))
  expect(found.state === 'available' ? found.revisions.map(({commit, content}) => [commit !== null, content !== null]) : found).toEqual([
    [true, true],
    [true, true],
    [true, false],
    [false, true],
  ])
})

test('no history is said with its reason and its fix', async () => {
  const {folder, git, write, commit} = repository()
  write('plan.md', plan(4, 0))
  expect(await revisionsOf(tracked(join(folder, 'plan.md')))).toMatchObject({state: 'unavailable', cause: {code: 'no-commits'}})
  git('add', '-A')
  write('other.md', 'x')
  git('reset', '-q')
  git('add', 'other.md')
  git('commit', '-q', '-m', 'other')
  expect(await revisionsOf(tracked(join(folder, 'plan.md')))).toMatchObject({state: 'unavailable', cause: {code: 'not-committed'}})
  commit('start', '2026-01-01')
  write('plan.md', plan(4, 1))
  commit('next', '2026-01-02')
  const clone = mkdtempSync(join(tmpdir(), 'history-'))
  made.push(clone)
  execFileSync('git', ['clone', '-q', '--depth', '1', pathToFileURL(folder).href, clone])
  const shallow = await revisionsOf(tracked(join(clone, 'plan.md')))
  expect(shallow).toMatchObject({state: 'unavailable', cause: {code: 'shallow'}})
  const outside = mkdtempSync(join(tmpdir(), 'history-'))
  made.push(outside)
  expect(await revisionsOf(tracked(join(outside, 'plan.md')))).toMatchObject({state: 'unavailable', cause: {code: 'no-repository'}})
})

test('each distinct content is read once, also empty and large ones', async () => {
  const {folder, write, commit} = repository()
  const large = plan(40_000, 7)
  for (const [index, text] of ['', large, '', plan(1, 1)].entries()) {
    write('plan.md', text)
    commit(String(index), `2026-01-0${index + 1}`)
  }
  const found = await revisionsOf(tracked(join(folder, 'plan.md')))
  if (found.state === 'unavailable') throw new Error(found.cause.code)
  const contents = [...new Set(found.revisions.flatMap(({content}) => content ?? []))]
  const texts: string[] = []
  await readContents(join(folder, 'plan.md'), contents, (_, text) => void texts.push(text))
  expect(texts).toEqual(['', large, plan(1, 1)])
})

test('a revision by its name, under the name that the plan had', async () => {
  const {folder, git, write, commit} = repository()
  write('old.md', plan(5, 1))
  commit('start', '2026-01-01')
  git('tag', 'v1')
  git('mv', 'old.md', 'new.md')
  commit('rename', '2026-01-02')
  expect(await textAt(join(folder, 'new.md'), 'v1')).toMatchObject({state: 'found', text: plan(5, 1)})
  expect(await textAt(join(folder, 'new.md'), '--help')).toMatchObject({
    state: 'unavailable',
    cause: {code: 'unknown-revision', facts: {revision: '--help'}},
  })
})

test('what slipped is told of the same item, whatever its number and its title are', async () => {
  const {folder, write, commit} = repository()
  const text = (heading: string, weeks: number): string =>
    `---\nplan: {start: 2026-01-05}\n---\n\n## 1. Work\n\n${heading}\n\n**Timeline**: ${weeks} weeks\n\n- [ ] check the login\n- [ ] check the logout\n`
  write('plan.md', text('### 1.1 Auth', 2))
  commit('start', '2026-01-05')
  const now = text('### 1.4 Authentication', 5)
  write('plan.md', now)
  commit('later', '2026-01-12')
  const judge = (parsed: ReturnType<typeof parsePlan>, today: string): ReturnType<typeof reportOf> =>
    reportOf(parsed, {
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: `${today}T12:00:00Z`,
      today,
      evidence: null,
    })
  const found = await periodOf(
    pastOf(join(folder, 'plan.md')),
    {parse: parsePlan, report: judge},
    now,
    judge(parsePlan(now), '2026-01-13'),
    'start',
    {
      kind: 'start',
    },
  )
  expect(found.slipped).toEqual([{id: '1.4', number: '1.4', title: 'Authentication', from: '2026-01-16', to: '2026-02-06'}])
})
