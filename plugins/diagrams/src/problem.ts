/** Something a diagram's author must fix; line and column are 1-based within the fence's content. */
export type DiagramProblem = {
  readonly line: number
  readonly column: number
  readonly reason: string
  readonly fix: string
}

/** `path:line:col diagram: reason (fix)` for a problem of the fence that opens at `fence` (within a list it is indented). */
export function toMessage(path: string, fence: {readonly line: number; readonly column: number}, problem: DiagramProblem): string {
  return `${path}:${fence.line + problem.line}:${fence.column - 1 + problem.column} diagram: ${problem.reason} (${problem.fix})`
}
