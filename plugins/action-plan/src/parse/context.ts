import type {Problem} from '../model/problem.ts'

/** What the readers of values share: where problems go, and how inline Markdown becomes text. */
export interface Context {
  report(problem: Problem): void
  plain(raw: string): string
}
