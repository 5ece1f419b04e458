import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

/** The unit tests of one room, which MUTATION_TESTS names: what changes a line of code and is found by none of them has no test beside it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [`${process.env['MUTATION_TESTS'] ?? 'plugins/*/src/**'}/*.test.{ts,tsx}`],
    exclude: ['**/node_modules/**', '**/*.{slow,process,oracle,tj3}.test.ts'],
    setupFiles: ['test/no-programs.ts'],
    testTimeout: 60_000,
  },
})
