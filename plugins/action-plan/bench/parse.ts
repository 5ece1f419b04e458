import {readFileSync} from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parsePlan, planReader} from '../src/parse/structure/plan.ts'

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

/** The sections of a plan of 100,000 tasks, and how often each is read again when one of them is ticked. */
const SECTIONS = 5000
const TICKS = 10
const AGAIN_LIMIT = 0.5

/** One changed line of a plan of 100,000 tasks against reading it as a whole: what did not change is not read again. */
export function benchChange(): void {
  const section = (at: number): string =>
    `## ${at + 1}. Section ${at}\n\n${Array.from({length: 20}, (_, task) => `- [ ] task ${task} of section ${at}, with \`code\` and a [link](#x)\n`).join('')}\n`
  const sections = Array.from({length: SECTIONS}, (_, at) => section(at))
  const read = planReader()
  const spent = (work: () => unknown): number => {
    const {user, system} = process.cpuUsage()
    work()
    const since = process.cpuUsage({user, system})
    return (since.user + since.system) / 1000
  }
  read(sections.join(''))
  const rounds = Array.from({length: TICKS}, (_, tick) => {
    const at = (tick * 997) % SECTIONS
    sections[at] = (sections[at] as string).replace('[ ]', '[x]')
    const text = sections.join('')
    return {again: spent(() => read(text)), whole: spent(() => parsePlan(text))}
  })
  const [again, whole] = (['again', 'whole'] as const).map((name) => Math.min(...rounds.map((round) => round[name]))) as [number, number]
  console.log(
    `change: one line of ${SECTIONS * 20} tasks read again in ${again.toFixed(0)} ms of processor time, the whole in ${whole.toFixed(0)} ms: ${(again / whole).toFixed(2)} times (at most ${AGAIN_LIMIT})`,
  )
  if (again / whole > AGAIN_LIMIT)
    throw new Error(
      `change: reading again takes ${(again / whole).toFixed(2)} times as long as reading the whole, expected at most ${AGAIN_LIMIT}`,
    )
}
