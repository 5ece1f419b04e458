import {isUtf8} from 'node:buffer'
import {relative} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {dateIn} from '../model/date.ts'
import {didYouMean} from '../derive/nearest.ts'
import type {Item, Plan, Task} from '../model/plan.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {rowEdit} from '../parse/structure/row-edit.ts'
import {applyEdits} from '../rules/edit.ts'
import {readPlanText, requireRegularFile} from '../source/file.ts'
import {withMark} from '../source/checkbox-bytes.ts'
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
      const char = options.undo === true ? ' ' : 'x'

      // Loaded here: no other command locks or writes.
      const {editInPlace} = await import('../source/edit-in-place.ts')
      let done = ''
      const change = (bytes: Uint8Array): Uint8Array | null => {
        const text = decode(bytes)
        const {plan} = parsePlan(text)
        const {item, task, number} = find(plan, target)
        const place = `${shown}:${task.line}:${task.column}`
        const named = `${item.id}/${number} "${task.text}"`
        if (task.mark === 'dropped')
          throw new UserError(
            `${place}: ${named} is dropped, expected a task in scope (${task.cell === undefined ? 'write [ ]' : 'write another status'} and take tildes away to bring it back)`,
          )
        if (char === ' ' && task.mark === 'unknown')
          throw new UserError(
            `${place}: ${named} has a mark that nobody defined, expected a ticked task to untick (write [ ] in an editor)`,
          )
        if (task.mark === (char === 'x' ? 'done' : 'open')) {
          done = `${place}: ${named} is ${char === 'x' ? 'ticked' : 'open'} already\n`
          return null
        }
        const day = char === 'x' ? (options.today ?? dateIn(plan.settings.timeZone, terminal.now)) : null
        if (task.cell === null)
          throw new UserError(
            `${place}: ${named} is a row of a table without a column for a status, expected one to write to; nothing was written (add a column "Status")`,
          )
        const changed = task.cell === undefined ? withMark(bytes, text, task, char, day) : withStatus(bytes, text, plan, task, char)
        if (changed === null || !onlyChanges(plan, parsePlan(decode(changed)).plan, task, char === 'x' ? 'done' : 'open'))
          throw new UserError(
            `${place}: the text here is not the task ${named}, or its ${task.cell === undefined ? 'box' : 'status'} cannot be changed alone; nothing was written (change it in an editor)`,
          )
        done = `${place}: ${named} is ${char === 'x' ? 'ticked' : 'open again'}\n`
        return changed
      }
      await editInPlace(path, change, (line) => terminal.err(`${line}\n`))
      terminal.out(done)
    })

function find(plan: Plan, target: string): {readonly item: Item; readonly task: Task; readonly number: number} {
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

/** The bytes with another status in the row of a task; null where they are no UTF-8. */
function withStatus(bytes: Uint8Array, text: string, plan: Plan, task: Task, char: string): Uint8Array | null {
  const edit = isUtf8(bytes) ? rowEdit(plan, task, char === 'x' ? 'done' : 'open', linesOf(text)) : null
  return edit === null ? null : Buffer.from(applyEdits(text, [edit]))
}

const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}

/** Whether two plans count the same tasks, but for the one that changed. */
function onlyChanges(before: Plan, after: Plan, {line, column}: Task, mark: Task['mark']): boolean {
  const [old, made] = [before.ledger.counted, after.ledger.counted]
  return (
    old.length === made.length &&
    old.every((one, index) => {
      const other = made[index]
      if (other === undefined || other.line !== one.line || other.item !== one.item) return false
      // A status before the words of its row moves them.
      const isSame = one.kind === 'row' || other.column === column
      return one.line === line && one.column === column ? isSame && other.mark === mark : other.mark === one.mark
    })
  )
}
