import {spawnSync} from 'node:child_process'

/** All tests, those that rest today in the test command and those of sites that are built in rarer ways (`*.nightly.test.ts`), too. */
export function nightlySites(): boolean {
  return [
    run('docusaurus', 'build') && run('vitest', 'run', '--config', 'test/site.config.mts'),
    run('vitest', 'run', '--config', 'test/vitest.config.mts', '--project=process', '--project=slow'),
  ].every(Boolean)
}

function run(program: string, ...args: readonly string[]): boolean {
  const {status} = spawnSync(`node_modules/.bin/${program}`, args, {stdio: 'inherit', env: {...process.env, NIGHTLY: '1'}})
  return status === 0
}
