import {plansOf} from '../foreign/plans.ts'
import {feedsByGrammar, tablesInOffice, type Named} from '../foreign/programs.ts'
import {complaintsOf, outputsOf} from '../foreign/readers.ts'
import {keep, saySeed, SEED} from './run.ts'

const PLANS = Number(process.env['FOREIGN_PLANS'] ?? 2000)
const SIZE = 5000
const FAULT = 'read by programs of others'
/** Of so many plans one is read by programs that take their time. */
const EVERY = Number(process.env['FOREIGN_EVERY'] ?? 5)

/** Reads every output of all fixtures, all hostile shapes, large plans and thousands of random ones with programs that others wrote. */
export function nightlyForeign(): boolean {
  saySeed()
  const plans = plansOf({random: PLANS, size: SIZE, every: 1, seed: SEED})
  let wrong = 0
  for (const [name, text] of plans) wrong += told(`${name}: `, complaintsOf(text))
  console.log(`${plans.size} plans, ${wrong} with an output that a reader complains of`)
  keep({of: 'every output of a plan', fault: FAULT, runs: plans.size, lost: wrong})
  const some = [...plans].filter((_, index) => index % EVERY === 0)
  const files = (path: string): readonly Named[] =>
    some.flatMap(([name, text]) => outputsOf(text).flatMap((output) => (output.path === path ? [{name, body: output.body}] : [])))
  for (const [reader, paths, read] of [
    ['xmllint', ['feed.xml'], feedsByGrammar],
    ['LibreOffice', ['plan.csv', 'jira.csv'], tablesInOffice],
  ] as const)
    for (const path of paths) {
      const found = files(path)
      const complaints = read(found)
      console.log(`${path} in ${reader}: ${found.length} files, ${complaints.length} complaints`)
      keep({of: `${path} in ${reader}`, fault: FAULT, runs: found.length, lost: Math.min(found.length, complaints.length)})
      wrong += told('', complaints, 10)
    }
  return wrong === 0
}

/** Prints the first of some complaints; 1 where there are any. */
function told(before: string, complaints: readonly string[], most = 3): number {
  for (const line of complaints.slice(0, most)) console.log(`${before}${line}`)
  return complaints.length === 0 ? 0 : 1
}
