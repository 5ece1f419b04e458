import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {report} from './report.ts'
import type {Report} from './model/report.ts'
import {outputs} from './outputs.ts'
import {toText} from './view/files/problems.ts'
import {statusSchema} from './view/files/schema.ts'
import {toStatus} from './view/files/status.ts'
import {healthText} from './view/words/health.ts'
import {ENGLISH} from './view/words/words.ts'

const NO_GIT = {commit: null, committedAt: null, changedAt: null, dirty: false}
const read = (text: string, today = '2026-11-23', path = 'plan.md'): Report =>
  report({text, source: {path, ...NO_GIT}, baseline: null, now: '2026-11-23T09:00:00Z', today, evidence: null})
const planFile = fileURLToPath(new URL('../../../docs/plan/action-plan.md', import.meta.url))
const plan = readFileSync(planFile, 'utf8')
const valid = new Ajv2020({strict: false}).compile(statusSchema)

describe('fixtures', () => {
  const folder = fileURLToPath(new URL('fixtures', import.meta.url))
  const cases = readdirSync(folder, {withFileTypes: true}).filter(
    (entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/plan.md`),
  )
  test.each(cases.map(({name}) => name))('%s', async (name) => {
    const made = read(readFileSync(`${folder}/${name}/plan.md`, 'utf8'))
    const status = toStatus(made, null)
    expect(valid(status), JSON.stringify(valid.errors)).toBe(true)
    await expect(JSON.stringify(status, null, 1) + '\n').toMatchFileSnapshot(`${folder}/${name}/report.json`)
    await expect(toText([{file: 'plan.md', problems: made.problems}], true)).toMatchFileSnapshot(`${folder}/${name}/problems.txt`)
  })
})

test('an item that was dropped as a whole has no dates and no effort, and what waits for it does not', () => {
  const text = (mark: string): string =>
    `---\nplan: {start: 2026-11-23}\n---\n\n## Work\n\n### 1.1 First\n\n**Timeline**: 3 days\n\n- [ ] a\n\n### 1.2 Second\n\n**Timeline**: 4 weeks\n**Depends on**: 1.1\n\n- [${mark}] b\n- [-] c\n\n### 1.3 Third\n\n**Timeline**: 2 days\n**Depends on**: 1.2\n\n- [ ] d\n`
  const dates = (made: Report): readonly unknown[] => made.sections.flatMap(({items}) => items).map(({start, finish}) => [start, finish])
  expect(dates(read(text(' ')))).toEqual([
    ['2026-11-23', '2026-11-25'],
    ['2026-11-26', '2026-12-23'],
    ['2026-12-24', '2026-12-25'],
  ])
  expect(read(text(' ')).totals.effort.days).toBe(25)
  const dropped = read(text('-'))
  expect(dates(dropped)).toEqual([
    ['2026-11-23', '2026-11-25'],
    [null, null],
    ['2026-11-26', '2026-11-27'],
  ])
  expect([dropped.totals.effort.days, dropped.sections.flatMap(({items}) => items).map(({scheduled: slot}) => slot?.critical)]).toEqual([
    5,
    [true, undefined, true],
  ])
})

test('a heading without dates takes none from the others', () => {
  const text = '---\nplan: {start: 2026-01-05}\n---\n\n## 1. Work\n\n### 1.1 A\n\n**Timeline**: 2 days\n\n- [ ] a\n'
  const dates = (made: Report): readonly unknown[] => made.sections.flatMap(({items}) => items.map(({finish, health}) => [finish, health]))
  expect(dates(read(text))).toEqual([['2026-01-06', 'late']])
  expect(dates(read(`${text}\n## Milestone 2\n\n- [ ] party\n`))).toEqual([
    ['2026-01-06', 'late'],
    [null, 'not-started'],
  ])
})

test('work with a phase or a due date and no effort is at risk when its time runs out', () => {
  const tasks = `- [x] a\n${'- [ ] b\n'.repeat(19)}`
  const health = (text: string, today: string): unknown =>
    read(`---\nplan: {start: 2026-01-05}\n---\n\n${text}`, today).sections[0]?.items.map((one) => [
      one.health,
      healthText(ENGLISH, one.cause),
    ])
  // 1 of 20 tasks and a quarter more of ten weeks: 15 of 50 days.
  expect(health(`## Week 1-10\n\n${tasks}`, '2026-01-23')).toMatchObject([['on-track', expect.anything()]])
  expect(health(`## Week 1-10\n\n${tasks}`, '2026-03-13')).toEqual([
    ['at-risk', '2026-01-05 to 2026-03-13 and 1 of 20 tasks done: behind the calendar'],
  ])
  expect(health(`## Work\n\n**Due**: 2026-03-13\n\n${tasks}`, '2026-03-10')).toMatchObject([['at-risk', expect.anything()]])
})

describe('the action plan', () => {
  // Ticks change; the structure does not.
  const made = read(plan)

  test('has its sections, items and tasks', () => {
    expect(made.sections).toHaveLength(10)
    expect(made.totals.items).toBe(22)
    expect(made.totals.tasks + made.totals.dropped).toBe(88)
    expect(made.totals.effort.days).toBe(94)
    expect(made.ledger.gfm.tasks).toBe(88)
    expect(
      made.sections
        .flatMap(({items}) => items)
        .filter(({item}) => item.issue === null)
        .map(({item}) => item.id),
    ).toEqual(['9.1', '9.2', '10.1', '10.2'])
  })

  test('has every part', () => {
    expect(made.priorities.map(({id, level}) => [id, level?.deadline, level?.deadlineDays])).toEqual([
      ['P0', 'Immediate action required', 0],
      ['P1', 'Within 1 week', 5],
      ['P2', 'Within 2-4 weeks', 20],
      ['P3', 'As time permits', null],
    ])
    expect(made.metrics).toHaveLength(7)
    expect(made.reviews.map(({review}) => review.cadence)).toEqual(['weekly', 'bi-weekly', 'monthly', 'quarterly'])
    expect(made.nextSteps).toHaveLength(5)
    expect(made.overview).toMatch(/^This action plan addresses/)
  })

  test('never glues a Timeline to a task', () => {
    for (const {items} of made.sections)
      for (const {item} of items) {
        expect(item.duration, item.id).not.toBeNull()
        for (const {text} of item.tasks) expect(text).not.toContain('Timeline')
      }
  })

  test('places every item, with effort as its weeks hold it', () => {
    expect(made.phases.map(({phase, workingDays, effortDays, peopleNeeded}) => [phase.id, workingDays, effortDays, peopleNeeded])).toEqual([
      ['week-1', 5, 15, 3],
      ['week-2-3', 10, 31, 3.1],
      ['week-4-6', 15, 33, 2.2],
      ['week-7-8', 10, 15, 1.5],
    ])
    expect(made.phases.map(({items}) => items)).toEqual([
      ['1.1', '2.1', '2.2', '2.3', '5.1'],
      ['1.2', '1.3', '4.1', '4.2', '6.1', '6.2', '8.1', '8.2'],
      ['3.1', '3.2', '5.2', '7.1', '7.2', '10.1', '10.2'],
      ['9.1', '9.2'],
    ])
  })
})

describe('the action plan on the day it was handed over', () => {
  test('counts 15 of 88', () => {
    const first = plan.replace(/^- \[[ xX]\] (.*)$/gm, (_, text: string) => `- [${HANDED_OVER_DONE.has(text) ? 'x' : ' '}] ${text}`)
    const {totals, priorities, sections} = read(first)
    expect([totals.done, totals.tasks, totals.percent, totals.itemsDone, totals.effort.doneDays, totals.effort.percent]).toEqual([
      15, 88, 17, 1, 10.9, 11,
    ])
    expect(priorities.map(({id, progress}) => `${id} ${progress.done}/${progress.tasks}`)).toEqual([
      'P0 0/12',
      'P1 15/35',
      'P2 0/33',
      'P3 0/8',
    ])
    expect(
      sections
        .flatMap(({items}) => items)
        .filter(({health}) => health === 'done')
        .map(({item}) => item.id),
    ).toEqual(['8.1'])
  })
})

const HANDED_OVER_DONE = new Set([
  "Remove `api.py` as it's redundant with `main.py`",
  'Create a single `deploy.py` script that handles all deployment scenarios',
  'Add command-line arguments for different deployment targets (local, staging, production)',
  'Remove redundant deployment scripts',
  'Create a single test reporting format',
  'Archive old test results with timestamps',
  'Update test runners to use consistent output format',
  'Implement global exception handler',
  'Create custom exception classes',
  'Add structured logging for all errors',
  'Audit database connection handling',
  'Implement connection pool monitoring',
  'Add connection retry logic',
  'Create database health checks',
  'Implement Alembic for database migrations',
])

describe('laws', () => {
  const box = fc.constantFrom('[ ]', '[x]', '[-]', '[~]')
  const item = fc
    .tuple(fc.array(box, {maxLength: 6}), fc.constantFrom('', '2 days', '1 week', '3 h'))
    .map(([boxes, time]) => ({boxes, time}))
  const document = fc
    .array(fc.array(item, {minLength: 1, maxLength: 4}), {maxLength: 5})
    .map((sections) =>
      [
        '# Plan',
        ...sections.map((items, s) =>
          [
            `## ${s + 1}. Section (P${s % 3})`,
            ...items.map(({boxes, time}, i) =>
              [
                `### ${s + 1}.${i + 1} Item`,
                ...boxes.map((one) => `- ${one} task`),
                ...(time === '' ? [] : ['', `**Timeline**: ${time}`]),
              ].join('\n'),
            ),
          ].join('\n\n'),
        ),
      ].join('\n\n'),
    )

  test('the whole is the sum of its parts', {tags: ['slow']}, () => {
    fc.assert(
      fc.property(document, (text) => {
        const {totals, sections, priorities} = read(text)
        for (const key of ['tasks', 'done', 'dropped', 'items', 'itemsDone'] as const) {
          expect(sections.reduce((sum, {progress}) => sum + progress[key], 0)).toBe(totals[key])
          expect(priorities.reduce((sum, {progress}) => sum + progress[key], 0)).toBe(totals[key])
        }
        expect(totals.percent === 100).toBe(totals.tasks > 0 && totals.done === totals.tasks)
        expect(totals.percent).toBe(totals.tasks === 0 ? null : Math.floor((100 * totals.done) / totals.tasks))
        expect(valid(toStatus(read(text), null))).toBe(true)
      }),
      {numRuns: 200, seed: 1},
    )
  })

  test('line ends, byte-order mark and trailing space change nothing', () => {
    const strip = ({source: _, ...rest}: Report): unknown => rest
    const same = strip(read(plan))
    expect(strip(read(plan.replaceAll('\n', '\r\n')))).toEqual(same)
    expect(strip(read(plan.replaceAll('\n', '\r')))).toEqual(same)
    expect(strip(read(`\uFEFF${plan}`))).toEqual(same)
    expect(strip(read(plan.trimEnd()))).toEqual(same)
  })

  test('deleting a line of the plan loses tasks only with a task line', {tags: ['slow']}, () => {
    const lines = plan.split('\n')
    const whole = read(plan).totals.tasks
    lines.forEach((line, index) => {
      const made = read([...lines.slice(0, index), ...lines.slice(index + 1)].join('\n'))
      const isBox = /^- \[[ xX]\]/.test(line)
      expect(made.totals.tasks, `line ${index + 1}: ${line}`).toBe(line === '---' ? made.totals.tasks : whole - (isBox ? 1 : 0))
    })
  })

  test('a report is plain JSON, and the same text gives the same bytes', () => {
    const made = read(plan)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    const served = {build: 'x', digest: (text: string) => String(text.length)}
    expect(outputs(read(plan), served)).toEqual(outputs(made, served))
  })
})

describe('health follows the day', () => {
  const at = (today: string): string[] =>
    read(
      '---\nplan: {start: 2026-11-23}\n---\n# P\n## Week 1\n### 1.1 A\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n\n**Timeline**: 1 week\n',
      today,
    ).sections.flatMap(({items}) => items.map(({health}) => health))
  test.each([
    ['2026-11-20', 'on-track'],
    ['2026-11-23', 'on-track'],
    ['2026-11-25', 'on-track'],
    ['2026-11-26', 'at-risk'],
    ['2026-11-27', 'at-risk'],
    ['2026-11-28', 'late'],
  ])('%s: %s', (today, health) => expect(at(today)).toEqual([health]))
})

describe('large but valid', () => {
  test('100,000 tasks', {tags: ['slow']}, () => {
    const {totals} = read('- [x] done\n- [ ] open\n'.repeat(50_000))
    expect([totals.done, totals.tasks, totals.percent]).toEqual([50_000, 100_000, 50])
  })
  test('a line of a megabyte', {tags: ['slow']}, () => {
    const {totals, problems} = read(`- [x] ${'a *b* [c] '.repeat(100_000)}\n`)
    expect([totals.done, totals.tasks]).toEqual([1, 1])
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
  })
  test('a thousand deep is an error with its place, and counted all the same', () => {
    const {problems, totals} = read(Array.from({length: 1000}, (_, depth) => `${'  '.repeat(depth)}- [ ] a`).join('\n'))
    expect(totals.tasks).toBe(1000)
    expect(problems.filter(({rule}) => rule === 'markdown/too-deep')).toMatchObject([{severity: 'error', line: 101, column: 201}])
  })
})

test('a period without an end has a start, is drawn as long as nobody says, and makes nothing late', () => {
  const made = (today: string, field = ''): Report =>
    read(
      `---\nplan: {start: 2026-11-02}\n---\n\n## 1. Work\n\n### 1.1 A\n\n- [ ] a\n\n${field}\n\n## Implementation Schedule\n\n### Week 3+\n\n- 1.1\n`,
      today,
    )
  const item = (one: Report): readonly unknown[] =>
    one.sections
      .flatMap(({items}) => items)
      .map(({start, finish, health}) => [start, finish, health])
      .flat()
  const undated = made('2027-11-01')
  expect(item(undated)).toEqual(['2026-11-16', null, 'not-started'])
  expect(toStatus(undated, null).phases[0]).toMatchObject({
    start: '2026-11-16',
    finish: null,
    workingDays: null,
    window: {from: 10, to: null},
    peopleNeeded: null,
  })
  expect(valid(toStatus(undated, null))).toBe(true)
  // What an item says of itself counts as it does elsewhere.
  expect(item(made('2027-11-01', '**Timeline**: 3 days'))).toEqual(['2026-11-16', '2026-11-18', 'late'])
  expect(item(made('2027-11-01', '**Due**: 2027-06-30'))).toEqual(['2026-11-16', null, 'late'])
  expect(item(made('2027-01-04', '**Due**: 2027-06-30'))).toEqual(['2026-11-16', null, 'not-started'])
  expect(undated.problems).toEqual([])
})

test('the planned end counts due dates of items without a finish, once every item has one or the other', () => {
  const plan = (second: string): string =>
    `---\nplan: {start: 2026-11-02}\n---\n# P\n## 1. A\n### 1.1 Keys\n- [ ] a\n\n**Timeline**: 1 week\n\n### 1.2 Logs\n- [ ] b\n${second}`
  const end = (text: string): string | null =>
    report({
      text,
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-03T10:00:00Z',
      today: null,
      evidence: null,
    }).end.planned
  expect(end(plan('\n**Due**: 2026-12-10\n'))).toBe('2026-12-10')
  expect(end(plan('\n**Due**: 2026-12-10\n\n### 1.3 Open\n- [ ] c\n'))).toBe('2026-11-06')
})
