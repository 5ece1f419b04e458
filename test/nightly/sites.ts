import {spawnSync} from 'node:child_process'

/** Sites that are built from the package in rarer ways (`*.nightly.test.ts`), and axe on every page of this site in both widths and colour modes; and every guide for contributors. */
export function nightlySites(): boolean {
  return (
    run('docusaurus', 'build') &&
    run('vitest', 'run', '--config', 'test/site.config.mts', '.nightly.test.ts', 'accessibility', 'everywhere') &&
    run('vitest', 'run', '--config', 'test/vitest.config.mts', '--project=process', 'test/contributing')
  )
}

function run(program: string, ...args: readonly string[]): boolean {
  const {status} = spawnSync(`node_modules/.bin/${program}`, args, {stdio: 'inherit', env: {...process.env, NIGHTLY: '1'}})
  return status === 0
}
