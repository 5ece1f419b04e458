import {expect, test} from 'vitest'
import type {Problem} from '../../model/problem.ts'
import {applyEdits} from '../../rules/edit.ts'
import {editsOf} from '../../rules/problem.ts'
import {parsePlan} from './plan.ts'

const told = (text: string): readonly string[] =>
  parsePlan(text)
    .problems.filter(({rule}) => rule === 'task/in-status-table' || rule === 'task/status-bullets')
    .map(({line, severity, reason}) => `${line} ${severity}: ${reason}`)
const table = (header: string, ...rows: readonly string[]): string => `${header}\n${header.replace(/[^|]+/g, '---')}\n${rows.join('\n')}\n`

test.each([
  [
    'words and signs',
    table(
      '| ID | Task | Owner | Status |',
      '| 1 | Login | Anna | ✅ Done |',
      '| 2 | Mail | Ben | 🚧 In progress |',
      '| 3 | Log | Anna | ❌ Not started |',
    ),
    3,
    1,
  ],
  ['shares', table('| Task | Progress |', '| Login | 100% |', '| Mail | 50% |'), 2, 1],
  ['German', table('| Aufgabe | Stand |', '| Login | Erledigt |', '| Mail | In Arbeit |'), 2, 1],
  ['Russian', table('| Задача | Статус |', '| Вход | Готово |', '| Почта | В работе |'), 2, 1],
  ['Chinese', table('| 任务 | 状态 |', '| 登录 | 已完成 |', '| 邮件 | 进行中 |'), 2, 1],
  ['signs below any header', table('| Feature | Web | iOS |', '| Login | ✅ | ❌ |', '| Mail | ✅ | ✅ |'), 2, 2],
])('a table of states, %s', (_, text, rows, done) => {
  expect(told(text)).toEqual([
    `3 info: ${rows} rows of this table have a status, ${done} of them done; rows are no tasks, so they are not counted`,
  ])
})

test('other tables are not told, nor rows that sum up sections with boxes', () => {
  expect(told(table('| Risk | Impact |', '| Delay | High |'))).toEqual([])
  expect(
    told(
      `${table('| Phase | Status |', '| Base | In progress |', '| Core | Not started |')}\n## Base\n- [x] a\n- [ ] b\n## Core\n- [ ] c\n`,
    ),
  ).toEqual([])
})

test('bullets with signs are told once, where they tell done from open or the plan has no tasks', () => {
  const one = [
    '1 info: 2 bullets begin with a sign or a word for a state, 1 of them for what is done, and have no boxes, so they are not counted',
  ]
  expect(told('- ✅ Log in\n- 🚧 Log out\n')).toEqual(one)
  expect(told('- ✅ Log in\n- 🚧 Log out\n- [ ] task\n')).toEqual(one)
  expect(told('- DONE Log in\n- DOING Log out\n')).toEqual(one)
  expect(told('- ✅ Fast\n- ✅ Small\n')).toHaveLength(1)
  expect(told('- ✅ Fast\n- ✅ Small\n- [ ] task\n')).toEqual([])
})

test('words of Org and Logseq become boxes', () => {
  const text = '- TODO Order seeds\n- DOING Build\n- DONE Draw\n- Todo is a word\n'
  const {problems} = parsePlan(text)
  const found = problems.find(({rule}) => rule === 'task/status-bullets')
  expect(found).toBeDefined()
  expect(applyEdits(text, editsOf(found as Problem))).toBe('- [ ] Order seeds\n- [ ] DOING Build\n- [x] Draw\n- Todo is a word\n')
})
