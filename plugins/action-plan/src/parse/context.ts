import type {Problem} from '../model/problem.ts'

/** Gives inline Markdown as plain text. */
export type Plain = (raw: string) => string

/** What the readers of structure share: where problems go, and how inline Markdown becomes text. */
export interface Context {
  report(problem: Problem): void
  readonly plain: Plain
}

/** What a reader makes of a text: the value, and what is wrong with the text. */
export interface Read<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

export const ok = <T>(value: T): Read<T> => ({value, problems: []})
export const withProblem = <T>(value: T, ...problems: readonly Problem[]): Read<T> => ({value, problems})

/** The value of a reader; its problems are reported. */
export function collect<T>({value, problems}: Read<T>, {report}: Pick<Context, 'report'>): T {
  for (const one of problems) report(one)
  return value
}
