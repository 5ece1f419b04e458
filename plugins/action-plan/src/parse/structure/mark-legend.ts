import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Task} from '../../model/plan.ts'

/** A word of a mark by itself, or with its explanation behind a sign: "done", "= done", "Open: not begun yet", "in progress (somebody works on it)". */
const explains = once(
  () =>
    new RegExp(
      `^[^\\p{L}\\p{N}]*${anyOf(
        words(({states}) => Object.values(states).flat()),
        'none',
      )}(?:\\s+(?:tasks?|items?|yet))?\\s*(?:$|[^\\p{L}\\p{N}\\s]|\\s[^\\p{L}\\p{N}])`,
      'u',
    ),
)

/** Whether a text only says what the box before it means. */
export function explainsMark(text: string): boolean {
  return explains().test(lower(text))
}

/** Whether all boxes below a heading say what boxes mean. One that says anything else is work, and so are those beside it. */
export function explainsMarks(tasks: readonly Task[]): boolean {
  // A legend has each mark once: two open boxes are work.
  if (tasks.filter(({mark}) => mark === 'open').length > 1 || tasks.filter(({mark}) => mark === 'done').length > 1) return false
  return tasks.some(({text}) => explainsMark(text)) && tasks.every(({text, mark}) => mark === 'unknown' || explainsMark(text))
}
