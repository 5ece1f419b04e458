import {tryClocks} from '../faults/clocks.ts'
import {bundled} from '../faults/programs.ts'
import {keep, sayFirst, saySeed, SEED} from './run.ts'

const RUNS = Number(process.env['FAULTS_RUNS'] ?? 500)

/** Runs tick, status and build around changes of clocks; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyClocks(): Promise<boolean> {
  saySeed()
  const programs = await bundled()
  const {runs, wrong} = await tryClocks(programs, RUNS, SEED)
  programs.remove()
  console.log(`${runs} moments around changes of clocks, ${wrong.length} wrong`)
  sayFirst(wrong, 20)
  const lost = Math.min(runs, wrong.length)
  keep({of: 'tick, status, build --out', fault: 'a time zone changes its clocks', runs, lost})
  return lost === 0
}
