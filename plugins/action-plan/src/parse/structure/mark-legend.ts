import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'

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
