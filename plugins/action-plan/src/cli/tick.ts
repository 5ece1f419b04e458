import {relative} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {dateIn} from '../model/date.ts'
import {didYouMean} from '../derive/nearest.ts'
import type {NumberedTask} from '../load/tick.ts'
import type {Plan} from '../model/plan.ts'
import {readPlanText, requireRegularFile} from '../source/file.ts'
import type {Common, Verb} from './session.ts'

/** `tick`: one character of one task, or the status of a row. */
export const tick: Verb = ({command, fileOf, terminal}) =>
  void command(
    'tick',
    'tick a task of an item; changes that one character of the file, or the status of that row',
    'action-plan tick 2.1/3',
  )
    .usage('[options] [FILE] ITEM/N')
    .argument('<target...>', 'the plan, then the item and the number of its task: 2.1/3')
    .option('--undo', 'untick it')
    .action(async (given: readonly string[], options: Common & {undo?: true}) => {
      if (given.length > 2) throw new UserError(`tick: unexpected "${given[2] ?? ''}", expected [FILE] ITEM/N (one task at a time)`)
      const file = given.length === 2 ? given[0] : undefined
      const target = given.at(-1) as string
      const path = fileOf(file)
      if (path === null) throw new UserError('tick: standard input cannot be changed, expected a file (name the plan)')
      const shown = file ?? relative(terminal.cwd, path)
      requireRegularFile(path, shown)
      readPlanText(path)

      // Loaded here: no other command locks or writes.
      const {tickTask} = await import('../load/tick.ts')
      const done = await tickTask(path, {
        shown,
        find: (plan) => find(plan, target),
        tick: options.undo !== true,
        today: (timeZone) => options.today ?? dateIn(timeZone, terminal.now),
        say: (line) => terminal.err(`${line}\n`),
      })
      terminal.out(`${done}\n`)
    })

function find(plan: Plan, target: string): NumberedTask {
  const [, id, digits] = /^(.+)\/(\d+)$/s.exec(target) ?? []
  if (id === undefined || digits === undefined)
    throw new UserError(`tick: unexpected "${target}", expected an item and the number of its task, such as 2.1/3`)
  const items = plan.sections.flatMap((section) => section.items)
  const item = items.find((one) => one.id === id)
  if (item === undefined) {
    const ids = items.map((one) => one.id)
    throw new UserError(
      `tick: unexpected item "${id}", expected one that the plan has${ids.length === 0 ? ': it has none' : didYouMean(id, ids)}`,
    )
  }
  const number = Number(digits)
  const task = item.tasks[number - 1]
  if (task === undefined)
    throw new UserError(
      `tick: unexpected task ${digits} of ${id}, expected ${item.tasks.length === 0 ? 'an item with tasks: it has none' : `1 to ${item.tasks.length}`}`,
    )
  return {item, task, number}
}
