#!/usr/bin/env node
// Starts the mutation tests of the runbooks from their TypeScript source; there is no build step.
import {createJiti} from 'jiti'

const {main} = await createJiti(import.meta.url).import('../src/mutate.ts')
process.exitCode = await main(process.argv)
