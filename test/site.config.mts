import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/site/**/*.test.ts'],
    // `npm run nightly` runs these.
    exclude: process.env.NIGHTLY === undefined ? ['test/site/**/*.nightly.test.ts'] : [],
    globalSetup: 'test/site/one-browser.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxConcurrency: 4,
  },
})
