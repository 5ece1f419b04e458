#!/usr/bin/env node
// Runs the built files where they are (an installed package), else the TypeScript source.
import {existsSync, readFileSync} from 'node:fs'
import * as modules from 'node:module'

// Node 22 and later keep what they compiled; NODE_DISABLE_COMPILE_CACHE=1 turns it off.
modules.enableCompileCache?.()

const built = new URL('../lib/cli.js', import.meta.url)
const load = async () => {
  if (existsSync(built)) return import(built.href)
  const {createJiti} = await import('jiti')
  return createJiti(import.meta.url, {fsCache: true, tryNative: false}).import(new URL('../src/cli.ts', import.meta.url).href)
}

const {main, runTime} = await load()
const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2))
process.exitCode = await main(process.argv.slice(2), version, {
  cwd: process.cwd(),
  // Asked by the command that needs it, so that help works whatever the environment says.
  get now() {
    return runTime()
  },
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && !process.argv.includes('--no-color'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
