/** Works on so many at a time; the results stand in the order of what they are of. */
export async function inParallel<T, R>(all: readonly T[], most: number, work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) results[at] = await work(all[at] as T)
  }
  await Promise.all(Array.from({length: Math.min(most, all.length)}, worker))
  return results
}
