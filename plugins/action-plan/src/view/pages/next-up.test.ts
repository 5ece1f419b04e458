import {expect, test} from 'vitest'
import {comesNext} from './next-up.ts'

interface Item {
  readonly id: string
  readonly health: 'not-started' | 'done'
  readonly tasks: number
  readonly dependsOn: readonly string[]
  readonly start: string | null
  readonly finish: string | null
  readonly priority: string | null
}
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  health: 'not-started',
  tasks: 1,
  dependsOn: [],
  start: null,
  finish: null,
  priority: null,
  ...more,
})

test('what waits for an item that is not done does not come next; the rest by start, urgency and end', () => {
  const items = [
    item('later', {start: '2026-12-07'}),
    item('undated'),
    item('low', {start: '2026-11-30', priority: 'P2'}),
    item('waits', {start: '2026-11-23', dependsOn: ['low']}),
    item('free', {start: '2026-11-30', priority: 'P0', finish: '2026-12-04', dependsOn: ['over']}),
    item('soon', {start: '2026-11-30', priority: 'P0', finish: '2026-12-01'}),
    item('over', {health: 'done'}),
    item('empty', {tasks: 0}),
    item('lost', {dependsOn: ['nothing-of-that-name']}),
  ]
  expect(comesNext(items, ['P0', 'P1', 'P2', null], ({tasks, health}) => tasks > 0 && health !== 'done').map(({id}) => id)).toEqual([
    'soon',
    'free',
    'low',
    'later',
    'undated',
  ])
})
