export function mayInstall(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): boolean
export function setup(options: {readonly install: boolean; readonly print: (line: string) => void}): Promise<{
  readonly tried: boolean
  readonly message: string
} | null>
