/** How many problems of each kind a plan has. */
export function problemCounts(problems: readonly {readonly severity: string}[]): {
  readonly errors: number
  readonly warnings: number
  readonly notes: number
} {
  const count = (severity: string): number => problems.filter((one) => one.severity === severity).length
  return {errors: count('error'), warnings: count('warning'), notes: count('info')}
}
