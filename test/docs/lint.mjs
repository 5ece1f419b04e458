// Prints every problem of the documentation as file:line:col and exits with 1 when there is one.
import {fileURLToPath} from 'node:url'
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const {lintDocs} = await jiti.import('./lint.ts')
const {toText} = await jiti.import('./problem.ts')

const problems = lintDocs(fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, ''))
for (const problem of problems) console.log(toText(problem))
if (problems.length > 0) {
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in docs/`)
  process.exitCode = 1
}
