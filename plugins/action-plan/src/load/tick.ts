import {isUtf8} from 'node:buffer'
import {UserError} from 'build-kit/user-error'
import type {Item, Plan, Task} from '../model/plan.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {rowEdit} from '../parse/structure/row-edit.ts'
import {applyEdits} from '../rules/edit.ts'
import {withMark} from '../source/checkbox-bytes.ts'
import {editInPlace} from '../source/edit-in-place.ts'

/** One task of an item, by its number from 1. */
export interface NumberedTask {
  readonly item: Item
  readonly task: Task
  readonly number: number
}

/** Which task is ticked or unticked, and how. */
export interface Ticking {
  /** The plan's file as people are shown it. */
  readonly shown: string
  /** The task in the plan as it is on disk; throws a `UserError` when it is not there. */
  readonly find: (plan: Plan) => NumberedTask
  /** False unticks it. */
  readonly tick: boolean
  /** ISO date of today in the time zone of the plan. */
  readonly today: (timeZone: string) => string
  /** Is told what takes long. */
  readonly say?: (line: string) => void
}

/** Ticks or unticks one task: changes that one character of the file, or the status of that row, and gives a sentence about it. */
export async function tickTask(path: string, {shown, find, tick, today, say}: Ticking): Promise<string> {
  let done = ''
  const change = (bytes: Uint8Array): Uint8Array | null => {
    const text = decode(bytes)
    const {plan} = parsePlan(text)
    const {item, task, number} = find(plan)
    const place = `${shown}:${task.line}:${task.column}`
    const named = `${item.id}/${number} "${task.text}"`
    if (task.mark === 'dropped')
      throw new UserError(
        `${place}: ${named} is dropped, expected a task in scope (${task.cell === undefined ? 'write [ ]' : 'write another status'} and take tildes away to bring it back)`,
      )
    if (!tick && task.mark === 'unknown')
      throw new UserError(`${place}: ${named} has a mark that nobody defined, expected a ticked task to untick (write [ ] in an editor)`)
    const mark = tick ? 'done' : 'open'
    if (task.mark === mark) {
      done = `${place}: ${named} is ${tick ? 'ticked' : 'open'} already`
      return null
    }
    if (task.cell === null)
      throw new UserError(
        `${place}: ${named} is a row of a table without a column for a status, expected one to write to; nothing was written (add a column "Status")`,
      )
    const changed =
      task.cell === undefined
        ? withMark(bytes, text, task, tick ? 'x' : ' ', tick ? today(plan.settings.timeZone) : null)
        : withStatus(bytes, text, plan, task, mark)
    if (changed === null || !onlyChanges(plan, parsePlan(decode(changed)).plan, task, mark))
      throw new UserError(
        `${place}: the text here is not the task ${named}, or its ${task.cell === undefined ? 'box' : 'status'} cannot be changed alone; nothing was written (change it in an editor)`,
      )
    done = `${place}: ${named} is ${tick ? 'ticked' : 'open again'}`
    return changed
  }
  await editInPlace(path, change, say)
  return done
}

/** The bytes with another status in the row of a task; null where they are no UTF-8. */
function withStatus(bytes: Uint8Array, text: string, plan: Plan, task: Task, mark: 'done' | 'open'): Uint8Array | null {
  const edit = isUtf8(bytes) ? rowEdit(plan, task, mark, linesOf(text)) : null
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
