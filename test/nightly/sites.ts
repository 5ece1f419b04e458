import {spawnSync} from 'node:child_process'

/** Sites that are built from the package in rarer ways: their tests are named `*.nightly.test.ts`. */
export function nightlySites(): boolean {
  const {status} = spawnSync('node_modules/.bin/vitest', ['run', '--config', 'test/site.config.mts', '.nightly.test.ts'], {
    stdio: 'inherit',
    env: {...process.env, NIGHTLY: '1'},
  })
  return status === 0
}
