import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {install} from './install.ts'
import {ENVIRONMENT} from './machine.ts'

test('nothing is missing: nothing is done', async () => {
  expect(await install([])).toBe('every service that the runbooks need is installed')
})

test('what cannot be installed is told in one line, each package once', async () => {
  const path = ENVIRONMENT.PATH
  const folder = mkdtempSync(join(tmpdir(), 'empty-'))
  ENVIRONMENT.PATH = folder
  try {
    expect(await install(['redis', 'redis-tls', 'promtool', 'redis'])).toBe(
      'some runbooks cannot run here; install what they need with: sudo apt-get install -y --no-install-recommends openssl prometheus redis-server',
    )
  } finally {
    ENVIRONMENT.PATH = path
    rmSync(folder, {recursive: true})
  }
})
