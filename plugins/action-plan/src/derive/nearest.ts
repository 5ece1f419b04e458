/** What differs this much more than the nearest is no suggestion. */
const SPREAD = 2

/** The names that differ least from a misspelt one, nearest first; names as near as each other keep their order. */
export function nearest(wanted: string, names: readonly string[], count = 3): readonly string[] {
  const near = names
    .map((name, order) => ({name, order, apart: distance(wanted.toLowerCase(), name.toLowerCase())}))
    .sort((a, b) => a.apart - b.apart || a.order - b.order)
  return near
    .slice(0, count)
    .filter(({apart}) => apart <= (near[0]?.apart ?? 0) + SPREAD)
    .map(({name}) => name)
}

/** How many characters must be written, deleted or replaced to turn one text into the other. */
function distance(from: string, to: string): number {
  let above = Array.from({length: to.length + 1}, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] as number) + (from[row - 1] === to[column - 1] ? 0 : 1)
      line.push(Math.min(replaced, (above[column] as number) + 1, (line[column - 1] as number) + 1))
    }
    above = line
  }
  return above[to.length] as number
}
