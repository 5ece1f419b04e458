import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

/** Kinds of test files that are not unit tests: they try thousands of texts, start programs, or compare results with those of another program (tj3, xmllint, Mermaid). */
const OTHER = '{slow,process,oracle,tj3}'
const tests = (name: string): string[] => [`plugins/*/src/**/${name}.{ts,tsx}`, `test/**/${name}.ts`, `.github/**/${name}.ts`]
// The built site has a command of its own: it needs a build and a browser.
const ELSEWHERE = ['**/node_modules/**', 'test/site/**']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A limit for what hangs, not for what is slow: on two cores much runs beside a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: '100%',
    // `--changed` runs what imports a changed file; a changed package.json is a matter of `npm test`, which runs everything.
    forceRerunTriggers: [],
    experimental: {fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest'},
    // `npm run test:unit` leaves these to `npm test`: properties that are tried on thousands of plans, and very large plans.
    tags: [{name: 'slow', description: 'takes about a second or longer'}],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: tests('*.test'),
          exclude: [...ELSEWHERE, `**/*.${OTHER}.test.ts`],
          setupFiles: ['test/no-programs.ts'],
          // The files of one worker share the modules that they import: a unit test leaves nothing behind in them.
          // Workers are processes, because some tests measure the processor time of their own.
          pool: 'forks',
          isolate: false,
        },
      },
      // Not measured for coverage, which makes them twice as slow.
      {
        extends: true,
        test: {name: 'slow', include: tests('*.slow.test'), exclude: ELSEWHERE, setupFiles: ['test/no-programs.ts'], pool: 'forks'},
      },
      {extends: true, test: {name: 'process', include: tests('*.{process,oracle,tj3}.test'), exclude: ELSEWHERE}},
    ],
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
