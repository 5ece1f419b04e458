/** What a rule found at a place of a page, and how to fix it; line and column are 1-based, as editors count them. */
export type Finding = {readonly line: number; readonly column: number; readonly reason: string; readonly fix: string}

/** A finding with the page it stands in and the rule that made it. */
export type Problem = Finding & {readonly path: string; readonly rule: string}

export function toText({path, line, column, rule, reason, fix}: Problem): string {
  return `${path}:${line}:${column} ${rule}: ${reason} (${fix})`
}

/** In the order in which an editor would walk through them. */
export function byPlace(a: Problem, b: Problem): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.reason, b.reason)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
