import {expect, test} from 'vitest'
import {readReferences} from './reference.ts'

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
])('%s', (text, expected) => expect(readReferences(text, {line: 1, column: 1}).map(({id}) => id)).toEqual(expected))

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
