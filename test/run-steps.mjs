// Runs steps beside each other, a few at once, and prints what each wrote as a whole.
import {spawn} from 'node:child_process'

/** Runs all steps and counts. A step without counts of its own is one test; one that crashes or cannot run is a failure. */
export async function runSteps(steps, {atOnce, print}) {
  let [passed, failed] = [0, 0]
  const waiting = [...steps]
  const running = new Map()
  /** The steps that have ended → whether they went well. */
  const ended = new Map()
  const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

  const startable = (step) => [...(step.after ?? []), ...(step.needs ?? [])].every((name) => ended.has(name)) && running.size < atOnce

  const run = async (step) => {
    const broken = (step.needs ?? []).filter((name) => !ended.get(name))
    if (broken.length > 0) {
      failed++
      ended.set(step.name, false)
      return print(`\n== ${step.name}: NOT RUN, because ${broken.join(' and ')} failed`)
    }
    const since = performance.now()
    print(`-- ${step.name} …`)
    const {status, output} = await outputOf(step)
    const counts = step.counts?.()
    passed += counts?.passed ?? (status === 0 && counts === undefined ? 1 : 0)
    const wrong = Math.max(counts?.failed ?? 0, status === 0 && counts !== null ? 0 : 1)
    failed += wrong
    ended.set(step.name, status === 0)
    const text = output.trim()
    print(`\n== ${step.name}: ${wrong === 0 ? 'ok' : `FAILED (${wrong})`} in ${seconds(since)}${text === '' ? '' : `\n${text}`}\n`)
    if (counts === null) print(`${step.name} wrote no report of its tests: it counts as failed.`)
  }

  while (waiting.length > 0 || running.size > 0) {
    for (const step of waiting.filter((one) => startable(one)))
      if (startable(step)) {
        waiting.splice(waiting.indexOf(step), 1)
        running.set(
          step,
          run(step).finally(() => running.delete(step)),
        )
      }
    if (running.size === 0 && waiting.length > 0)
      throw new Error(`These steps wait for steps that do not exist: ${waiting.map(({name}) => name).join(', ')}`)
    await Promise.race(running.values())
  }
  return {passed, failed}
}

/** Everything that a step writes, and its exit status; null when it was killed or could not be started. */
function outputOf({command: [program, ...args], env}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, CI: '1', FORCE_COLOR: undefined, NO_COLOR: '1', ...env},
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    const end = () => child.kill()
    process.on('exit', end)
    const finish = (status, more) => {
      process.off('exit', end)
      done({status, output: output + more})
    }
    child.on('error', (error) => finish(null, `${program} could not be started: ${error.message}`))
    child.on('close', (status, signal) => finish(status, signal === null ? '' : `ended by ${signal}`))
  })
}
