import {describe, expect, test} from 'vitest'
import type {Item} from '../../model/plan.ts'
import {applyEdits} from '../../rules/edit.ts'
import {parsePlan} from './plan.ts'
import {rowEdit} from './row-edit.ts'

const counted = (text: string): string => `---\nplan:\n  tables: true\n---\n\n${text}`
const table = (...rows: readonly string[]): string => [rows[0] ?? '', (rows[0] ?? '').replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n')
const itemsOf = (text: string): readonly Item[] => parsePlan(text).plan.sections.flatMap(({items}) => items)
const tasksOf = (text: string): readonly string[] =>
  itemsOf(text).flatMap(({id, tasks}) => tasks.map(({text: words, mark}) => `${id} ${words}: ${mark}`))
const rulesOf = (text: string): readonly string[] => parsePlan(text).problems.map(({rule, line}) => `${line} ${rule}`)

const SPRINT = table(
  '| ID | Task | Owner | Est | Status | Due | Priority | Depends on |',
  '| S4-1 | Login form | Anna | 3d | ✅ Done | 2026-12-01 | High | - |',
  '| S4-2 | Reset mail (est: 1d) | @ben, Carla | 2d | 🚧 In progress | - | P2 | S4-1 |',
  '| S4-3 | **Audit** log | | 1d | ❌ Not started | | | |',
  '| S4-4 | ~~Old page~~ | | | Open | | | |',
  '| S4-5 | New page | | | Cancelled | | | |',
)

test('rows of a table of tasks are tasks with what their columns say, only where the settings say so', () => {
  const text = `# P\n\n## 1. A\n\n### 1.1 B\n\n- [x] box\n\n${SPRINT}\n`
  expect(tasksOf(text)).toEqual(['1.1 box: done'])
  const {plan, problems} = parsePlan(counted(text))
  expect(problems.filter(({rule}) => rule !== 'task/dropped')).toEqual([])
  expect(tasksOf(counted(text))).toEqual([
    '1.1 box: done',
    '1.1 S4-1 Login form: done',
    '1.1 S4-2 Reset mail: open',
    '1.1 S4-3 Audit log: open',
    '1.1 S4-4 Old page: dropped',
    '1.1 S4-5 New page: dropped',
  ])
  expect(plan.sections[0]?.items[0]?.tasks.slice(1, 4)).toMatchObject([
    {
      number: 'S4-1',
      owners: ['Anna'],
      duration: {days: 3},
      due: '2026-12-01',
      priority: 'P1',
      waitsFor: null,
      gfm: false,
      line: 16,
      column: 10,
    },
    {number: 'S4-2', owners: ['ben', 'Carla'], duration: {days: 1}, due: null, priority: 'P2', waitsFor: 'S4-1'},
    {number: 'S4-3', owners: [], duration: {days: 1}, cell: {text: '❌ Not started', line: 18}},
  ])
  expect(plan.ledger.gfm).toEqual({tasks: 1, done: 1})
  expect(plan.ledger.counted.map(({kind}) => kind)).toEqual([undefined, 'row', 'row', 'row', 'row', 'row'])
})

test('an item can wait for the ID of a row, and numbers alone name rows of the same table', () => {
  const text = counted(
    `## 1. A\n\n### 1.1 B\n\n${SPRINT}\n\n### 1.2 C\n\n${table('| # | Task | Depends on | Status |', '| 1 | a | | Done |', '| 2 | b | 1 | Open |', '| 3 | c | #1, 2 | Open |')}\n\n**Depends on**: S4-2\n`,
  )
  expect(itemsOf(text).map(({dependsOn}) => dependsOn.map(({id}) => id))).toEqual([[], ['1.1']])
  expect(rulesOf(text).filter((one) => one.includes('depends'))).toEqual([])
})

describe('which tables', () => {
  const isCounted = (...rows: readonly string[]): boolean => tasksOf(counted(table(...rows))).length > 0
  test.each([
    ['| Task |', '| Log in |'],
    ['| Aufgabe | Stand |', '| Login | Erledigt |'],
    ['| Feature | Owner |', '| Login | Ann |'],
    ['| Phase | Task | Status |', '| Base | Login | Done |'],
    ['| 任务 | 状态 |', '| 登录 | 已完成 |'],
    ['| Description | Estimate (h) |', '| Login | 4 |'],
  ])('%s is one of tasks', (...rows) => expect(isCounted(...rows)).toBe(true))
  test.each([
    ['| Feature | Web | iOS |', '| Login | ✅ | ❌ |'],
    ['| Component | Technology |', '| Store | Postgres |'],
    ['| Risk | Impact | Status |', '| Delay | High | Open |'],
    ['| Week | Tasks | Done |', '| 1 | 12 | 3 |'],
    ['| To do | Doing | Done |', '| a | b | c |'],
  ])('%s is none', (...rows) => expect(isCounted(...rows)).toBe(false))
})

test('the column with the most usual word for a task holds the tasks', () => {
  expect(tasksOf(counted(table('| Phase | Description | Task | Status |', '| Base | Longer words | Log in | Done |')))).toEqual([
    'tasks Log in: done',
  ])
})

test('rows that sum up sections with tasks are none, nor are sums, headings of rows and rows without words', () => {
  const text = `${table('| Phase | Tasks | Status |', '| Base | all of it | In progress |', '| Core | all of it | Done |')}

## Base

- [ ] a

## Core

${table('| Task | Status |', '| **First** | |', '| Done | Done |', '| Core | Done |', '| b | Done |', '| **Total** | 2 |', '| | |', '| ------ | - |')}
`
  expect(tasksOf(counted(text))).toEqual(['base a: open', 'core Done: done', 'core Core: done', 'core b: done'])
})

test.each([
  ['en', '| Task | Status |', ['Complete', 'In Progress', 'Blocked', 'N/A', 'To do'], 'done open open dropped open'],
  ['de', '| Aufgabe | Status |', ['Fertig', 'In Arbeit', 'Verschoben', 'Entfällt', 'Offen'], 'done open open dropped open'],
  ['fr', '| Tâche | Statut |', ['Terminé', 'En cours', 'Bloqué', 'Annulé', 'À faire'], 'done open open dropped open'],
  ['ja', '| タスク | 状態 |', ['完了', '進行中', '保留', '中止', '未着手'], 'done open open dropped open'],
  ['signs', '| Task | Status |', ['✅', '🚧 soon', '❌ no', '⬜', '✅ works'], 'done open open open done'],
  ['boxes', '| Task | Done |', ['[x]', '[ ]', '☑', '☐', 'x'], 'done open done open done'],
  ['shares', '| Task | Progress |', ['100%', '0%', '99 %', '3/3', '1/3'], 'done open open done open'],
  [
    'more words',
    '| Task | Status |',
    ['Done (2026-01-03)', '**Done**', 'In progress (60 %)', '✅ Done', '`done`'],
    'done done open done done',
  ],
])('a status in %s', (_, header, cells, marks) => {
  const text = counted(table(header, ...cells.map((cell, at) => `| a${at} | ${cell} |`)))
  expect(
    itemsOf(text)
      .flatMap(({tasks}) => tasks.map(({mark}) => mark))
      .join(' '),
  ).toBe(marks)
  expect(rulesOf(text)).not.toContainEqual(expect.stringContaining('row-without-status'))
})

test('a row without a status that can be read is open, and one note for the table says so', () => {
  const notes = (text: string): readonly string[] =>
    parsePlan(counted(text)).problems.flatMap(({rule, line, reason}) => (rule === 'task/row-without-status' ? [`${line}: ${reason}`] : []))
  expect(notes(table('| Task | Status |', '| a | Done |', '| b | soonish |', '| c | |'))).toEqual([
    '9: 2 of 3 rows of this table have no status that can be read, so they count as open; this is the first',
  ])
  expect(notes(table('| Task | Owner |', '| a | Ann |', '| b | Bo |'))).toEqual([
    '8: this table has no column for a status, so its 2 rows count as open',
  ])
})

test('lengths without a unit are read where the header names one, and are story points elsewhere', () => {
  const days = (header: string): number | undefined =>
    itemsOf(counted(table(`| Task | ${header} |`, '| a | 4 |')))[0]?.tasks[0]?.duration?.days
  expect(['Days', 'Estimate (h)', 'Effort [days]', 'Aufwand (Stunden)', 'Estimate'].map(days)).toEqual([4, 0.5, 4, 0.5, undefined])
})

test('boxes in a table of tasks are its own, and those of other tables are told', () => {
  expect(rulesOf(counted(table('| Task | Done |', '| a | [x] |')))).toEqual([])
  expect(rulesOf(counted(`- [ ] b\n\n${table('| Question | Answer |', '| a | [x] |')}`))).toEqual(['10 task/outside-list'])
})

test('a table in a list and one in a quote are read, and a claim above rows is held against them', () => {
  expect(tasksOf(counted(`- text\n\n  ${table('| Task | Status |', '| a | Done |').replaceAll('\n', '\n  ')}\n`))).toEqual([
    'tasks a: done',
  ])
  expect(tasksOf(counted(`> ${table('| Task | Status |', '| a | Done |').replaceAll('\n', '\n> ')}\n`))).toEqual(['tasks a: done'])
  expect(rulesOf(counted(`## A (100% complete)\n\n${table('| Task | Status |', '| a | Open |')}`))).toEqual(['6 claim/heading'])
})

describe('ticking a row', () => {
  const ticked = (text: string, mark: 'open' | 'done', at = 0): string => {
    const {plan} = parsePlan(text)
    const task = itemsOf(text).flatMap(({tasks}) => tasks)[at]
    const edit = task === undefined ? null : rowEdit(plan, task, mark, text.split('\n'))
    return edit === null ? 'none' : (applyEdits(text, [edit]).split('\n')[(task?.line ?? 0) - 1] ?? '')
  }
  test.each([
    ['| a | Open |', '| a | Done |'],
    ['| a | open   |', '| a | done   |'],
    ['| a | offen |', '| a | erledigt |'],
    ['| a | In Arbeit   |', '| a | Erledigt    |'],
    ['| a | 🚧 In progress |', '| a | ✅ Done         |'],
    ['| a | ❌ |', '| a | ✅ |'],
    ['| a | 40 % |', '| a | 100 % |'],
    ['| a | 2/5 |', '| a | 5/5 |'],
    ['| a | [ ] |', '| a | [x] |'],
    ['| a | 进行中 |', '| a | 已完成 |'],
    ['| a | |', '| a | Done |'],
    ['| a | Later |', '| a | Done  |'],
  ])('%s becomes %s', (before, after) => {
    expect(ticked(counted(table('| Task | Status |', before)), 'done')).toBe(after)
  })
  test.each([
    ['| a | Done (2026-01-02) |', '| a | Open              |'],
    ['| a | ✅ Fertig |', '| a | ⬜ Offen  |'],
    ['| a | 100% |', '| a | 0%   |'],
    ['| a | ✅ |', '| a | ⬜ |'],
    ['| a | ✅ |\n| b | ❌ |', '| a | ❌ |'],
  ])('%s is open again as %s', (before, after) => {
    expect(ticked(counted(table('| Task | Status |', before)), 'open')).toBe(after)
  })
  test('takes the words of the nearest row that has them, and none that are about that row', () => {
    const text = counted(
      table('| Task | Status |', '| a | Shipped ✅ |', '| b | Open |', '| c | ✅ Complete |', '| d | Done on 2026-01-02 |'),
    )
    expect(ticked(text, 'done', 1)).toBe('| b | ✅ Complete |')
  })
  test('needs a column of states', () => expect(ticked(counted(table('| Task | Owner |', '| a | Ann |')), 'done')).toBe('none'))
})
