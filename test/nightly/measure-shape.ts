import {markdownSeconds, timesOf} from '../hostile/measure.ts'
import {SHAPES} from '../hostile/shapes.ts'

/** Measures one shape at some sizes and tells its parent; `most` is how many seconds it may take before its Markdown is measured too. */
export function measureShape(name: string, most: number, sizes: readonly number[]): void {
  for (const size of sizes) {
    const text = (SHAPES[name] as (size: number) => string)(size)
    const times = timesOf(text)
    process.send?.({...times, size})
    if (times.status > most) process.send?.({...times, size, markdown: markdownSeconds(text)})
  }
  process.disconnect()
}
