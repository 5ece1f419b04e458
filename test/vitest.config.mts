import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['plugins/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', '.github/**/*.test.ts'],
    // The built site has a command of its own: it needs a build and a browser.
    exclude: ['**/node_modules/**', 'test/site/**'],
    testTimeout: 60_000,
    // All cores: many of these tests wait for processes of their own.
    maxWorkers: '100%',
    // `--changed` runs what imports a changed file; a changed package.json is a matter of `npm test`, which runs everything.
    forceRerunTriggers: [],
    // Asked for by the test command alone; the site shows it at /quality. A file that no test loads counts as not covered;
    // what is drawn in a browser is tested there, where nothing is measured.
    coverage: {
      provider: 'v8',
      include: ['plugins/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.d.ts', '**/fixtures/**', '**/theme/**', '**/hooks/**'],
      reporter: ['cobertura'],
      reportsDirectory: 'reports/coverage',
      reportOnFailure: true,
    },
  },
})
