import {record} from '../faults/figures.ts'
import {breakRebuilds, REBUILD_FAULTS, rebuilt} from '../faults/rebuilds.ts'
import {pack} from '../site/packed.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
/** Of each fault: every run builds a site once or twice. */
const RUNS = Number(process.env['FAULTS_RUNS'] ?? 30)

/** Builds a site over an old build: killed at random moments, and with caches that are damaged or of another state. FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyRebuilds(): Promise<boolean> {
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  const one = await rebuilt(pack())
  let lostInAll = 0
  for (const fault of REBUILD_FAULTS) {
    const {command, runs, stopped, waits, lost} = await breakRebuilds(one, fault, RUNS, SEED)
    const broken = new Set(lost.map((line) => line.slice(0, line.indexOf('}: ')))).size
    console.log(`${command}: ${fault}: ${runs} runs, ${stopped} broken, ${waits} wait for the next run, ${broken} lost`)
    for (const line of lost.slice(0, 10)) console.log(`  ${line}`)
    lostInAll += broken
    if (process.env['FAULTS_RECORD'] === '1') record([{of: command, fault, runs, survived: runs - broken, waits, lost: broken}])
  }
  one.remove()
  return lostInAll === 0
}
