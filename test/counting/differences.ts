import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {documentOf} from './documents.ts'
import {remarkCounts} from './remark-counts.ts'

/** What is wrong with how a text is counted; null when nothing is. */
export function fault(text: string, expected = remarkCounts(text)): string | null {
  try {
    const {ledger, sections} = parsePlan(text).plan
    const {tasks, done} = ledger.gfm
    if (tasks !== expected.tasks || done !== expected.done)
      return `${done} of ${tasks} done, remark-gfm says ${expected.done} of ${expected.tasks}`
    const own = sections.flatMap(({items}) => items.flatMap((item) => item.tasks))
    const legend = ledger.ignored.filter(({reason}) => reason === 'legend')
    if (ledger.counted.length !== own.length) return `${ledger.counted.length} entries for ${own.length} tasks`
    if (own.filter(({gfm}) => gfm).length + legend.length < tasks) return 'a task that is in no item'
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
    const seen = new Set<string>()
    for (const {line, column} of [...ledger.counted, ...ledger.ignored]) {
      const place = `${line}:${column}`
      if (seen.has(place)) return `two entries at ${place}`
      seen.add(place)
    }
    for (const {line, column} of ledger.counted) if (lines[line - 1]?.[column - 1] !== '[') return `no bracket at ${line}:${column}`
    return null
  } catch (error) {
    return `crashed: ${String(error)}`
  }
}

export interface Comparison {
  /** Documents in which an assertion of remark's own fails: it has no answer. They are compared nowhere, and are few. */
  readonly refused: number
  readonly documents: number
  readonly tasks: number
  readonly faults: readonly string[]
}

function answerOf(text: string): ReturnType<typeof remarkCounts> | null {
  try {
    return remarkCounts(text)
  } catch {
    return null
  }
}

/** Compares the documents of some numbers; stops at the twentieth that differs. */
export function compare(from: number, count: number): Comparison {
  const faults: string[] = []
  let [tasks, refused] = [0, 0]
  for (let seed = from; seed < from + count && faults.length < 20; seed++) {
    const {kind, text} = documentOf(seed)
    const expected = answerOf(text)
    if (expected === null) {
      refused++
      continue
    }
    const found = fault(text, expected)
    if (found !== null) faults.push(`document ${seed} (${kind}): ${found}: ${JSON.stringify(text)}`)
    tasks += expected.tasks
  }
  return {documents: count, tasks, refused, faults}
}
