import {readFileSync} from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parsePlan} from '../src/parse/structure/plan.ts'

const plan = readFileSync(new URL('../../../docs/plan/action-plan.md', import.meta.url), 'utf8')
const remark = unified().use(remarkParse).use(remarkGfm)

/** The fastest of a few runs in milliseconds: what the work takes when nothing else runs. */
function fastest(runs: number, work: () => unknown): number {
  let best = Infinity
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const ms = (value: number): string => `${value.toFixed(1)} ms`.padStart(12)

/** The whole parse against remark-parse with remark-gfm, on the plan times 1, 10 and 100; growth to 500; 100,000 tasks. */
export async function benchParse(): Promise<void> {
  for (let warm = 0; warm < 30; warm++) parsePlan(plan)
  for (let warm = 0; warm < 3; warm++) remark.parse(plan)
  console.log('parse, plan times        ours       remark   remark/ours')
  for (const [times, runs, theirs] of [
    [1, 20, 5],
    [10, 10, 3],
    [100, 5, 1],
  ] as const) {
    const text = plan.repeat(times)
    const own = fastest(runs, () => parsePlan(text))
    const other = fastest(theirs, () => remark.parse(text))
    console.log(`${String(times).padStart(10)}   ${ms(own)} ${ms(other)}   ${(other / own).toFixed(1)}`)
  }
  const hundred = fastest(5, () => parsePlan(plan.repeat(100)))
  const fiveHundred = fastest(3, () => parsePlan(plan.repeat(500)))
  console.log(`times 500 ${ms(fiveHundred)}, ${(fiveHundred / hundred).toFixed(1)} times that of 100`)
  for (const count of [50_000, 100_000]) {
    const text = '- [ ] a task of usual length, with `code` and a [link](#x)\n'.repeat(count)
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const start = performance.now()
    const {plan: parsed} = parsePlan(text)
    console.log(
      `${count} tasks ${ms(performance.now() - start)}, ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB, counted ${parsed.ledger.gfm.tasks}`,
    )
  }
}
