import {tryClocks} from '../faults/clocks.ts'
import {record} from '../faults/figures.ts'
import {bundled} from '../faults/programs.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const RUNS = Number(process.env['FAULTS_RUNS'] ?? 500)

/** Runs tick, status and build around changes of clocks; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyClocks(): Promise<boolean> {
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  const programs = await bundled()
  const {runs, wrong} = await tryClocks(programs, RUNS, SEED)
  programs.remove()
  console.log(`${runs} moments around changes of clocks, ${wrong.length} wrong`)
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`)
  const lost = Math.min(runs, wrong.length)
  if (process.env['FAULTS_RECORD'] === '1')
    record([{of: 'tick, status, build --out', fault: 'a time zone changes its clocks', runs, survived: runs - lost, waits: 0, lost}])
  return lost === 0
}
