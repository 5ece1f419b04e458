import {fork} from 'node:child_process'
import {SHAPES} from '../hostile/shapes.ts'

const SIZES = [1000, 100_000, 5_000_000] as const
/** Seconds of the processor for 5 MB, and of the clock before a shape is given up. */
const MOST = 5
const PATIENCE = 120

/** Every shape at 1 KB, 100 KB and 5 MB, each in a process that can be ended. */
export async function nightlyShapes(): Promise<boolean> {
  let slow = 0
  console.log(`${'shape'.padEnd(46)} ${SIZES.map((size) => `${size / 1000} KB`.padStart(10)).join('')}`)
  for (const name of Object.keys(SHAPES)) {
    const times = await timesOf(name)
    const last = times.at(-1) ?? null
    const isSlow = times.length < SIZES.length || last === null || last > MOST
    if (isSlow) slow++
    console.log(
      `${name.padEnd(46)} ${times.map((time) => (time?.toFixed(2) ?? `> ${PATIENCE}`).padStart(10)).join('')}${isSlow ? '  SLOW' : ''}`,
    )
  }
  console.log(`${Object.keys(SHAPES).length} shapes, ${slow} of them over ${MOST} s of the processor for 5 MB`)
  return slow === 0
}

function timesOf(name: string): Promise<readonly (number | null)[]> {
  return new Promise((resolve) => {
    const times: (number | null)[] = []
    const child = fork(new URL('./shape-child.mjs', import.meta.url), [name, SIZES.join(',')], {execArgv: ['--max-old-space-size=4096']})
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE * 1000)
    child.on('message', (time) => void times.push(time as number))
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? times : [...times, null])
    })
  })
}
