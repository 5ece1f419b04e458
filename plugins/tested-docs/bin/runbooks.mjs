#!/usr/bin/env node
// Starts the command line from its TypeScript source; there is no build step.
import {createJiti} from 'jiti'

const {main} = await createJiti(import.meta.url).import('../src/cli.ts')
process.exitCode = await main(process.argv)
