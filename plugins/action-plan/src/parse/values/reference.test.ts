import {expect, test} from 'vitest'
import {parsePlan} from '../structure/plan.ts'
import {mentioned, readReferences} from './reference.ts'

test.each([
  ['1.1, 8.2', ['1.1', '8.2']],
  ['2.1-2.3', ['2.1', '2.2', '2.3']],
  ['1.1, Prepare database', ['1.1', 'prepare-database']],
  ['1.1 (the keys, all of them), 1.2', ['1.1', '1.2']],
  ['No. 1.2', ['1.2']],
  ['No one', []],
  ['none', []],
  ['None (first)', []],
  ['no dependencies', []],
  ['NA rollout', ['na-rollout']],
  ['No-code platform', ['no-code-platform']],
  ['Build, Test', ['build', 'test']],
  ['keine', []],
  ['keine Abhängigkeiten', []],
  ['ninguna (por ahora)', []],
  ['aucune', []],
  ['brak', []],
  ['нет зависимостей', []],
  ['无', []],
  ['无依赖', []],
  ['なし', []],
  ['없음', []],
  ['无障碍测试', ['无障碍测试']],
  ['Nada Surf', ['nada-surf']],
  ['1.1 bis 1.3', ['1.1', '1.2', '1.3']],
  ['1.1 до 1.2', ['1.1', '1.2']],
  ['1.1、1.2', ['1.1', '1.2']],
])('%s', (text, expected) => expect(readReferences(text, {line: 1, column: 1}).flatMap(mentioned)).toEqual(expected))

const KNOWN = new Map(['1.1', 'T-UI-1.1', 'AUTH-7', 'AUTH-8', 'T001', 'T002', 'T003', '3.11'].map((id) => [id, id] as const)).set(
  'T010',
  'section-2',
)
test.each([
  ['T-UI-1.1', ['T-UI-1.1']],
  ['AUTH-7, AUTH-8 and T-UI-1.1', ['AUTH-7', 'AUTH-8', 'T-UI-1.1']],
  ['T001-T003', ['T001', 'T002', 'T003']],
  ['T001 – T003, 1.1', ['T001', 'T002', 'T003', '1.1']],
  ['AUTH-7 (the form, T002)', ['AUTH-7', 'T002']],
  // A task stands for its item.
  ['T010', ['section-2']],
  // The letters of others of the plan: a mistake. Letters of none: something else.
  ['AUTH-9', ['AUTH-9']],
  ['JIRA-9, SHA-256', ['jira-9', 'sha-256']],
  ['Python 3.12, Node 20.1', ['python-312', 'node-201']],
  ['Task 3.12 and completion of 4.1', ['3.12', '4.1']],
  ['jwt@10.1', ['jwt101']],
])('among known numbers, %s', (text, expected) =>
  expect(readReferences(text, {line: 1, column: 1}, KNOWN).flatMap(mentioned)).toEqual(expected),
)

test('each reference has its column', () => {
  const text = '1.1, Prepare database, 2.1'
  expect(readReferences(text, {line: 7, column: 5}).map(({id, line, column}) => [id, line, text.slice(column - 5, column - 2)])).toEqual([
    ['1.1', 7, '1.1'],
    ['2.1', 7, '2.1'],
    ['prepare-database', 7, 'Pre'],
  ])
  // A value that goes on below its line.
  expect(readReferences('1.2,\n1.3, Build', {line: 6, column: 17})).toEqual([
    {id: '1.2', title: null, line: 6, column: 17},
    {id: '1.3', title: null, line: 7, column: 1},
    {id: 'build', title: 'Build', line: 7, column: 6},
  ])
})

test('an item that has a number is named by its title, too', () => {
  const {plan, problems} = parsePlan('# P\n\n## A\n\n### 1.1 Prepare\n\n- [ ] a\n\n### 1.2 Build\n\n**Depends on**: Prepare\n\n- [ ] b\n')
  expect(plan.sections[0]?.items[1]?.dependsOn).toMatchObject([{id: '1.1', title: 'Prepare'}])
  expect(problems).toEqual([])
})
