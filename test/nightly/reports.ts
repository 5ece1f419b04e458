import {fuzz, reportsByFormat} from '../faults/reports.ts'
import {keep, sayFirst, saySeed, SEED} from './run.ts'

const INPUTS = Number(process.env['FAULTS_INPUTS'] ?? 100_000)

/** Changes reports of every format and reads them; FAULTS_RECORD=1 keeps the figures and writes the page. */
export function nightlyReports(): boolean {
  saySeed()
  let wrong = 0
  for (const [format, texts] of reportsByFormat()) {
    const {inputs, read, slowest, faults} = fuzz(format, texts, INPUTS, SEED)
    console.log(`${format}: ${inputs} inputs, ${read} read, slowest ${slowest.toFixed(2)} s, ${faults.length} wrong`)
    sayFirst(faults, 5)
    wrong += faults.length
    keep({of: `reader of ${format}`, fault: 'report changed at random', runs: inputs, lost: faults.length})
  }
  return wrong === 0
}
