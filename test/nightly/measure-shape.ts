import {timesOf} from '../hostile/measure.ts'
import {SHAPES} from '../hostile/shapes.ts'

/** Measures one shape at some sizes and tells its parent. */
export function measureShape(name: string, sizes: readonly number[]): void {
  for (const size of sizes) process.send?.({...timesOf((SHAPES[name] as (size: number) => string)(size)), size})
  process.disconnect()
}
