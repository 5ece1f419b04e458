import {fork} from 'node:child_process'
import type {Times} from '../hostile/measure.ts'
import {SHAPES} from '../hostile/shapes.ts'

const SIZES = [1000, 100_000, 5_000_000] as const
/** Seconds of the processor for 5 MB, and of the clock before a shape is given up. */
const MOST = 5
const PATIENCE = 900
/** Ten times the text may take twelve times as long; what took less than this is not asked. */
const GROWTH = 12
const FLOOR = 0.5

type Measured = Times & {readonly size: number}

/** Every shape at 1 KB, 100 KB and 5 MB, each in a process that can be ended. */
export async function nightlyShapes(): Promise<boolean> {
  const faults: string[] = []
  console.log(`${'seconds of status · diff'.padEnd(46)} ${SIZES.map((size) => `${size / 1000} KB`.padStart(14)).join('')}`)
  for (const name of Object.keys(SHAPES)) {
    const times = await measured(name)
    const fault = faultOf(times)
    if (fault !== null) faults.push(`${name}: ${fault}`)
    console.log(`${name.padEnd(46)} ${times.map(shown).join('')}${fault === null ? '' : `  ${fault}`}`)
  }
  console.log(`${Object.keys(SHAPES).length} shapes, ${faults.length} too slow${faults.map((fault) => `\n  ${fault}`).join('')}`)
  return faults.length === 0
}

const shown = (time: Measured): string => `${time.status.toFixed(2)} · ${time.diff.toFixed(2)}`.padStart(14)

function faultOf(times: readonly Measured[]): string | null {
  const last = times.at(-1)
  if (last === undefined || last.size !== SIZES.at(-1)) return `did not end in ${PATIENCE} s`
  if (last.status > MOST) return `status took ${last.status.toFixed(1)} s, the limit is ${MOST}`
  if (last.diff > MOST) return `diff took ${last.diff.toFixed(1)} s, the limit is ${MOST}`
  return growthFault(times.map(({status}) => status)) ?? growthFault(times.map(({diff}) => diff))
}

function growthFault(times: readonly number[]): string | null {
  for (const [index, time] of times.entries()) {
    const before = times[index - 1]
    if (before === undefined || before < FLOOR / GROWTH || time < FLOOR) continue
    const most = GROWTH ** Math.log10((SIZES[index] as number) / (SIZES[index - 1] as number))
    if (time / before > most) return `grew ${(time / before).toFixed(0)}-fold, the limit is ${most.toFixed(0)}`
  }
  return null
}

function measured(name: string): Promise<readonly Measured[]> {
  return new Promise((resolve) => {
    const times = new Map<number, Measured>()
    const child = fork(new URL('./shape-process.mjs', import.meta.url), [name, ...SIZES.map(String)], {
      execArgv: ['--max-old-space-size=6000'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE * 1000)
    child.on('message', (time: Measured) => void times.set(time.size, time))
    child.on('exit', () => {
      clearTimeout(timer)
      resolve([...times.values()])
    })
  })
}
