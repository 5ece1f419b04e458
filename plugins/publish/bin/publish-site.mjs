#!/usr/bin/env node
// Starts the command line from its TypeScript source; there is no build step.
import {createJiti} from 'jiti'

const {main} = await createJiti(import.meta.url, {fsCache: true}).import('../src/cli.ts')
const asked = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => asked.abort())
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  now: new Date().toISOString(),
  signal: asked.signal,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
