import {spawnSync} from 'node:child_process'

/** Tests that take turns by day (`hasTurn`), all of them; sites that are built from the package in rarer ways (`*.nightly.test.ts`). */
const SITE = ['.nightly.test.ts', 'accessibility', 'another-day', 'everywhere', 'examples', 'languages', 'search', 'weight']
const PROCESS = ['plugins/tested-docs/src/cli', 'test/contributing', 'test/faults', '.tj3.test.ts']

/** Runs them one after the other, also when one fails. */
export function nightlySites(): boolean {
  return [
    run('docusaurus', 'build') && run('vitest', 'run', '--config', 'test/site.config.mts', ...SITE),
    run('vitest', 'run', '--config', 'test/vitest.config.mts', '--project=process', ...PROCESS),
  ].every(Boolean)
}

function run(program: string, ...args: readonly string[]): boolean {
  const {status} = spawnSync(`node_modules/.bin/${program}`, args, {stdio: 'inherit', env: {...process.env, NIGHTLY: '1'}})
  return status === 0
}
