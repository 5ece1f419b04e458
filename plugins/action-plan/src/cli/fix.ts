import {isUtf8} from 'node:buffer'
import {UserError} from 'build-kit/user-error'
import {parsePlan} from '../parse/structure/plan.ts'
import {withEdits} from '../rules/edit.ts'
import {editsOf} from '../rules/problem.ts'
import {editInPlace} from '../source/edit-in-place.ts'

/** An edit can bring another to light: a line that becomes a task can hold an unknown mark. */
const MOST_ROUNDS = 10

/** The text after every fix that is certainly right, and how many edits that were. */
function fixed(text: string): {readonly text: string; readonly edits: number} {
  let [now, edits] = [text, 0]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const {text: next, count} = withEdits(now, parsePlan(now).problems.flatMap(editsOf))
    if (next === now) break
    edits += count
    now = next
  }
  return {text: now, edits}
}

/** Fixes a plan in its file and gives how many edits that were; a file without any is not written. */
export async function fixFile(path: string, shown: string, say: (line: string) => void): Promise<number> {
  let count = 0
  const change = (bytes: Uint8Array): Uint8Array | null => {
    if (!isUtf8(bytes))
      throw new UserError(
        `${shown}: holds bytes that are not UTF-8, expected text; nothing was written (run check without --fix to see where they are)`,
      )
    const {text, edits} = fixed(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes))
    count = edits
    return edits === 0 ? null : Buffer.from(text)
  }
  await editInPlace(path, change, say)
  return count
}
