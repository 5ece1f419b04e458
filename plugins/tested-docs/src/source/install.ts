import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {FIXTURES, type FixtureName} from '../model/fixture.ts'
import {forget, hasCommand, missing} from './machine.ts'
import {run} from './process.ts'

const POLICY = '/usr/sbin/policy-rc.d'

/** Installs the Debian packages that the fixtures lack, without starting their services; returns the line to print. */
export const install = async (names: readonly FixtureName[]): Promise<string> => {
  const packages = new Set<string>()
  for (const name of new Set(names)) if ((await missing(name)).length > 0) for (const one of FIXTURES[name].packages) packages.add(one)
  if (packages.size === 0) return 'every service that the runbooks need is installed'
  const command = `apt-get install -y --no-install-recommends ${[...packages].sort().join(' ')}`
  if (process.getuid?.() !== 0 || !hasCommand('apt-get'))
    return `some runbooks cannot run here; install what they need with: sudo ${command}`
  const guard = !existsSync(POLICY)
  // Debian starts what it installs, unless this file says no.
  if (guard) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', {mode: 0o755})
  try {
    const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
    const updated = await run('apt-get', ['update', '-qq'], {env, limitSeconds: 300})
    const installed = await run('sh', ['-c', command], {env, limitSeconds: 900})
    forget()
    return installed.status === 0
      ? `installed ${[...packages].sort().join(', ')}`
      : `could not install (${(updated.status === 0 ? installed : updated).output.trim().split('\n').at(-1)}); try: ${command}`
  } finally {
    if (guard) rmSync(POLICY, {force: true})
  }
}
