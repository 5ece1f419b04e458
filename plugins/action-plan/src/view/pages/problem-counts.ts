interface Found {
  readonly severity: string
  readonly line: number
  readonly column: number
  readonly reason: string
  readonly fix: string
}

/** How many errors are shown where the numbers are; all stand on the page of problems. */
const SHOWN = 3

/** How many problems of each kind a plan has, and the first errors: what cannot be read makes every number doubtful. */
export function problemCounts(problems: readonly Found[]): {
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly first: readonly Omit<Found, 'severity'>[]
} {
  const count = (severity: string): number => problems.filter((one) => one.severity === severity).length
  const first = problems.filter(({severity}) => severity === 'error').slice(0, SHOWN)
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('info'),
    first: first.map(({line, column, reason, fix}) => ({line, column, reason, fix})),
  }
}
