/** Where an output leaves what was expected; `actual` is null when the output ends too early, `expected` when it goes on. */
export interface Difference {
  readonly index: number
  readonly expected: string | null
  readonly actual: string | null
}

/**
 * Compares an output with the expected lines. `…` inside a line stands for any text in that line; a line that is only `…` stands for any number of
 * lines. All else is literal. White space at the end of lines and empty lines at the end do not count.
 */
export const compare = (expected: readonly string[], output: string): Difference | null => {
  const wanted = trimmed(expected)
  const got = trimmed(output.split('\n'))
  let furthest: Difference = {index: 0, expected: null, actual: null}
  let reach = -1
  const dead = new Set<number>()
  const matches = (i: number, j: number): boolean => {
    const key = i * (got.length + 1) + j
    if (dead.has(key)) return false
    const line = wanted[i]
    if (
      line === undefined
        ? j === got.length
        : line.trim() === '…'
          ? matches(i + 1, j) || (j < got.length && matches(i, j + 1))
          : j < got.length && pattern(line).test(got[j] ?? '') && matches(i + 1, j + 1)
    )
      return true
    dead.add(key)
    if (line?.trim() !== '…' && i + j > reach) {
      reach = i + j
      furthest = {index: i, expected: line ?? null, actual: got[j] ?? null}
    }
    return false
  }
  return matches(0, 0) ? null : furthest
}

const trimmed = (lines: readonly string[]): string[] => {
  const all = lines.map((line) => line.trimEnd())
  while (all.at(-1) === '') all.pop()
  return all
}

const pattern = (line: string): RegExp =>
  new RegExp(
    `^${line
      .split('…')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
    'u',
  )
