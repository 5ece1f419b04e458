// What a command takes from its start to its end, as a package that is installed, beside Node.js doing nothing in the same run.
import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = 'plugins/action-plan/dist/package/bin/action-plan.mjs'
const ROUNDS = 15
/** So many times what Node.js takes to start: the help reads no plan; the status reads the plan and its history. */
const LIMITS = {'--help': 4.5, status: 9}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]

function seconds(...args) {
  const start = performance.now()
  execFileSync(process.execPath, args, {cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit']})
  return (performance.now() - start) / 1000
}

/** Starts each in turn, so that all meet the same machine. */
export function benchStart() {
  execFileSync(process.execPath, ['plugins/action-plan/scripts/pack.mjs'], {cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit']})
  const commands = {node: ['-e', '0'], '--help': [BUILT, '--help'], status: [BUILT, 'status']}
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) for (const [name, args] of Object.entries(commands)) times[name].push(seconds(...args))
  const [bare, ...rest] = Object.entries(times).map(([name, all]) => ({name, time: median(all)}))
  for (const {name, time} of rest) {
    const ratio = time / bare.time
    console.log(
      `start: ${name} ${time.toFixed(2)} s, node alone ${bare.time.toFixed(2)} s: ${ratio.toFixed(1)} times (at most ${LIMITS[name]})`,
    )
    if (ratio > LIMITS[name])
      throw new Error(`start: ${name} takes ${ratio.toFixed(1)} times what node takes, expected at most ${LIMITS[name]}`)
  }
}
