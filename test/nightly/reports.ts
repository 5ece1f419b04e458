import {record} from '../faults/figures.ts'
import {fuzz, reportsByFormat} from '../faults/reports.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const INPUTS = Number(process.env['FAULTS_INPUTS'] ?? 100_000)

/** Changes reports of every format and reads them; FAULTS_RECORD=1 keeps the figures and writes the page. */
export function nightlyReports(): boolean {
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  let wrong = 0
  for (const [format, texts] of reportsByFormat()) {
    const {inputs, read, slowest, faults} = fuzz(format, texts, INPUTS, SEED)
    console.log(`${format}: ${inputs} inputs, ${read} read, slowest ${slowest.toFixed(2)} s, ${faults.length} wrong`)
    for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`)
    wrong += faults.length
    if (process.env['FAULTS_RECORD'] === '1')
      record([
        {
          of: `reader of ${format}`,
          fault: 'report changed at random',
          runs: inputs,
          survived: inputs - faults.length,
          waits: 0,
          lost: faults.length,
        },
      ])
  }
  return wrong === 0
}
