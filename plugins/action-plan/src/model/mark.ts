/** What a task's box says. `dropped` is out of scope and shown; `unknown` is a mark that nobody defined and counts as not done. */
export const MARKS = ['open', 'done', 'dropped', 'unknown'] as const
export type Mark = (typeof MARKS)[number]
