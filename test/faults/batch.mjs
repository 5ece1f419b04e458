// Breaks several runs in one process, each in a folder of its own, tells what came of each, and is then killed: what they left is what a killed run leaves.
// node batch.mjs PROGRAM-MODULE < [{"folder": …, "args": […], "strike": {…}}]
import {readFileSync} from 'node:fs'
import {Death, runs} from './strike.mjs'

const [program] = process.argv.slice(2)
const {run} = await import(program)
let crash = null
for (const name of ['uncaughtException', 'unhandledRejection'])
  process.on(name, (error) => {
    if (!(error instanceof Death)) crash = String(error?.stack ?? error)
  })

for (const {folder, args, strike} of JSON.parse(readFileSync(0, 'utf8'))) {
  crash = null
  let err = ''
  const store = {steps: 0, ...strike}
  const died = new Promise((resolve) => (store.die = () => resolve(null)))
  const terminal = {cwd: folder, out: () => undefined, err: (text) => void (err += text)}
  const ended = runs
    .run(store, () => run(args, terminal))
    .catch((error) => {
      if (!(error instanceof Death)) crash = String(error?.stack ?? error)
      return error instanceof Death ? null : 70
    })
  const status = await Promise.race([ended, died])
  // What a run left in the queue has its turn.
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.stdout.write(`${JSON.stringify({folder, status: store.dead ? null : status, steps: store.steps, err: crash ?? err})}\n`)
}
process.kill(process.pid, 'SIGKILL')
