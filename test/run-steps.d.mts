export interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly after?: readonly string[]
  readonly needs?: readonly string[]
  readonly counts?: () => {readonly passed: number; readonly failed: number} | null
}
export function runSteps(
  steps: readonly Step[],
  options: {readonly atOnce: number; readonly print: (line: string) => void},
): Promise<{readonly passed: number; readonly failed: number}>
