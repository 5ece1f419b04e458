import {UserError} from 'build-kit/user-error'
import type {Item, Plan, Task} from '../model/plan.ts'
import {parsePlan} from '../parse/structure/plan.ts'
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

/** Ticks or unticks one task: changes that one character of the file, and gives a sentence about it. */
export async function tickTask(path: string, {shown, find, tick, today, say}: Ticking): Promise<string> {
  let done = ''
  const change = (bytes: Uint8Array): Uint8Array | null => {
    const text = decode(bytes)
    const {plan} = parsePlan(text)
    const {item, task, number} = find(plan)
    const place = `${shown}:${task.line}:${task.column}`
    const named = `${item.id}/${number} "${task.text}"`
    if (task.mark === 'dropped')
      throw new UserError(`${place}: ${named} is dropped, expected a task in scope (write [ ] and take tildes away to bring it back)`)
    if (!tick && task.mark === 'unknown')
      throw new UserError(`${place}: ${named} has a mark that nobody defined, expected a ticked task to untick (write [ ] in an editor)`)
    const mark = tick ? 'done' : 'open'
    if (task.mark === mark) {
      done = `${place}: ${named} is ${tick ? 'ticked' : 'open'} already`
      return null
    }
    const changed = withMark(bytes, text, task, tick ? 'x' : ' ', tick ? today(plan.settings.timeZone) : null)
    if (changed === null || !onlyChanges(plan, parsePlan(decode(changed)).plan, task, mark))
      throw new UserError(
        `${place}: the text here is not the task ${named}, or its box cannot be changed alone; nothing was written (change it in an editor)`,
      )
    done = `${place}: ${named} is ${tick ? 'ticked' : 'open again'}`
    return changed
  }
  await editInPlace(path, change, say)
  return done
}

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
      return one.line === line && one.column === column ? other.column === column && other.mark === mark : other.mark === one.mark
    })
  )
}
