/** Works on all, so many at a time, in their order. */
export const sideBySide = async <T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> => {
  const queue = [...all]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({length: Math.min(lanes, all.length)}, lane))
}
