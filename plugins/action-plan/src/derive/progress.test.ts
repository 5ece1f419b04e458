import fc from 'fast-check'
import {expect, test} from 'vitest'
import {percentOf} from '../model/number.ts'
import {addedUp} from './progress.ts'

const part = fc
  .nat(300)
  .chain((tasks) =>
    fc.record({items: fc.nat(40), itemsDone: fc.constant(0), tasks: fc.constant(tasks), done: fc.nat(tasks), dropped: fc.nat(3)}),
  )

test('plans together: the whole is the sum of the parts, and so is what its share is of', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const sum = addedUp(parts)
      const of = (name: 'tasks' | 'done' | 'items'): number => parts.reduce((all, one) => all + one[name], 0)
      expect([sum.tasks, sum.done, sum.items]).toEqual([of('tasks'), of('done'), of('items')])
      expect(sum.percent).toBe(percentOf(of('done'), of('tasks')))
    }),
  )
})

test('a small plan that is done does not outweigh a large one that is not', () => {
  const counts = {items: 1, itemsDone: 0, dropped: 0}
  const [small, large] = [
    {...counts, tasks: 2, done: 2},
    {...counts, tasks: 198, done: 0},
  ]
  expect(addedUp([small, large]).percent).toBe(1)
  expect(addedUp([large, {...small, tasks: 1, done: 1}]).percent).toBe(0)
  expect(addedUp([]).percent).toBe(null)
})
