// Runs a builder and is the first of its process group. When whoever started it is gone, however it went, the whole group ends with it.
import {spawn} from 'node:child_process'

process.stdin.on('error', () => undefined)
process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'))
process.stdin.resume()

const [command, ...args] = process.argv.slice(2)
const builder = spawn(command, args, {stdio: ['ignore', 'inherit', 'inherit']})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined)
builder.on('error', (error) => {
  console.error(`${command}: cannot be started: ${error.message}`)
  process.exit(127)
})
builder.on('exit', (status) => process.exit(status ?? 1))
