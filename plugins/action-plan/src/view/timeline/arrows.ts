import {roundTo} from '../../model/number.ts'
import type {TimelineRow} from './timeline.ts'

const BEND = 6
const HALF = 14

/** The dependencies between the rows that are drawn, from the end of one bar to the start of the next, as a path with its heads. */
export function arrowPath(rows: ReadonlyMap<string, TimelineRow>, wanted: (from: string, to: string) => boolean): string {
  const paths: string[] = []
  for (const [id, to] of rows) {
    if (to.item === null || to.bar === null) continue
    for (const other of new Set(to.item.dependsOn)) {
      const from = rows.get(other)
      if (from?.item == null || from.bar === null || !wanted(other, id)) continue
      paths.push(arrow(from.bar.x + from.bar.width, from.y + HALF, to.bar.x, to.y + HALF))
    }
  }
  return paths.join('')
}

/** Right, down or up, and right again; around when the next bar starts too near. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const head = `M${n(x2 - 5)} ${n(y2 - 3)}L${n(x2)} ${n(y2)}L${n(x2 - 5)} ${n(y2 + 3)}`
  if (x2 - x1 >= 2 * BEND) return `M${n(x1)} ${n(y1)}h${BEND}V${n(y2)}H${n(x2)}${head}`
  const between = y2 > y1 ? y2 - HALF : y2 + HALF
  return `M${n(x1)} ${n(y1)}h${BEND}V${n(between)}H${n(x2 - BEND - 2)}V${n(y2)}H${n(x2)}${head}`
}

const n = (value: number): number => roundTo(value, 1)
