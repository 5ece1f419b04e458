import {expect, test} from 'vitest'
import type {Change} from '../../model/changes.ts'
import {ENGLISH} from '../words/words.ts'
import {periodViews} from './changes.ts'

const side = {id: '2.1', number: '2.1', title: 'Credentials', task: 'Rotate', line: 3, column: 1}
const change = (of: Change['of'], id: string | null): Change => ({
  kind: 'ticked',
  of,
  before: {...side, id},
  after: {...side, id},
  from: null,
  to: null,
  tasks: 1,
  doubt: null,
})

test('a change is linked by the name of its item, where the plan of today has that item', () => {
  const changes = [
    change('task', '2.1'),
    change('task', 'gone'),
    change('section', '2.1'),
    {...change('task', '2.1'), kind: 'removed', after: null},
  ] as const
  const period = {id: 'week', since: {kind: 'start'}, base: null, before: null, slipped: [], note: null, changes} as const
  const [view] = periodViews(ENGLISH, {periods: [period]}, new Set(['2.1']))
  expect(view?.groups.map(({lines}) => lines)).toEqual([
    [
      {item: '2.1', name: '2.1 Credentials', rest: ': Rotate'},
      {item: null, name: '', rest: '2.1 Credentials: Rotate'},
      {item: null, name: '', rest: 'section 2.1 Credentials'},
    ],
    [{item: null, name: '', rest: '2.1 Credentials: Rotate'}],
  ])
})
