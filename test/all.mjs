// The test command: types, lint, format, unit, runbooks, build, and the built site in a real browser. Never skips; ends with "N passed, N failed".
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {runSteps} from './run-steps.mjs'
import {mayInstall, setup} from './setup.mjs'
import {steps} from './steps.mjs'

const reports = mkdtempSync(join(tmpdir(), 'action-plan-test-'))
/** What the built site shows as its own quality, at /quality. */
const shown = 'reports'

// Whoever ends this command ends its steps too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

const missing = await setup({install: mayInstall(process.argv.slice(2), process.env), print: console.log})
if (missing !== null) console.log(missing.message)
let [passed, failed] = [0, missing === null ? 0 : 1]
// What could not be installed hides no other result.
if (missing === null || missing.tried) {
  rmSync(shown, {recursive: true, force: true})
  mkdirSync(shown)
  // One step more than there are cores: the browser's and the servers' often wait.
  const counts = await runSteps(steps(reports, shown), {atOnce: availableParallelism() + 1, print: console.log})
  passed += counts.passed
  failed += counts.failed
}
rmSync(reports, {recursive: true, force: true})
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
