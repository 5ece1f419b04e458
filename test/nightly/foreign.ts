import {plansOf} from '../foreign/plans.ts'
import {complaintsOf} from '../foreign/readers.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const PLANS = Number(process.env['FOREIGN_PLANS'] ?? 2000)
const SIZE = 5000

/** Reads every output of all fixtures, all hostile shapes and thousands of random plans with programs that others wrote. */
export function nightlyForeign(): boolean {
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  const plans = plansOf({random: PLANS, size: SIZE, every: 1, seed: SEED})
  let wrong = 0
  for (const [name, text] of plans) {
    const complaints = complaintsOf(text)
    if (complaints.length === 0) continue
    wrong++
    for (const line of complaints.slice(0, 3)) console.log(`${name}: ${line}`)
  }
  console.log(`${plans.size} plans, ${wrong} with an output that a reader complains of`)
  return wrong === 0
}
