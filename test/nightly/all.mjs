// What takes too long for the test command: `npm run nightly` runs all, `npm run nightly -- counting` one. Each prints its figures.
import {createJiti} from 'jiti'

const SCRIPTS = {
  faults: ['./faults.ts', 'nightlyFaults'],
  rebuilds: ['./rebuilds.ts', 'nightlyRebuilds'],
  releases: ['./releases.ts', 'nightlyReleases'],
  foreign: ['./foreign.ts', 'nightlyForeign'],
  mutation: ['./mutation.ts', 'nightlyMutation'],
  reports: ['./reports.ts', 'nightlyReports'],
  live: ['./live.ts', 'nightlyLive'],
  clocks: ['./clocks.ts', 'nightlyClocks'],
  reproduce: ['./reproduce.ts', 'nightlyReproduce'],
  install: ['./install.ts', 'nightlyInstall'],
  counting: ['./counting.ts', 'nightlyCounting'],
  shapes: ['./shapes.ts', 'nightlyShapes'],
  sites: ['./sites.ts', 'nightlySites'],
  matrix: ['./matrix.ts', 'nightlyMatrix'],
  weight: ['./weight.ts', 'nightlyWeight'],
  runbooks: ['./runbooks.ts', 'nightlyRunbooks'],
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(SCRIPTS, name))
if (unknown.length > 0) {
  console.error(`unexpected ${unknown.join(', ')}, expected some of ${Object.keys(SCRIPTS).join(', ')}`)
  process.exit(2)
}
const jiti = createJiti(import.meta.url)
let failed = 0
for (const name of asked.length > 0 ? asked : Object.keys(SCRIPTS)) {
  const [file, run] = SCRIPTS[name]
  console.log(`\n== ${name}`)
  const started = performance.now()
  const passed = await (await jiti.import(file))[run]()
  if (!passed) failed++
  console.log(`== ${name}: ${passed ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
process.exitCode = failed === 0 ? 0 : 1
