import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['plugins/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', '.github/**/*.test.ts'],
    // The built site has a command of its own: it needs a build and a browser.
    exclude: ['**/node_modules/**', 'test/site/**'],
    testTimeout: 60_000,
    // `--changed` runs what imports a changed file; a changed package.json is a matter of `npm test`, which runs everything.
    forceRerunTriggers: [],
  },
})
