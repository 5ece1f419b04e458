// Finds the programs that the tests drive; installs Debian's packages where it may, else says in one line what to install.
import {spawnSync} from 'node:child_process'
import {accessSync, constants} from 'node:fs'
import {createServer} from 'node:net'
import {delimiter, join} from 'node:path'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The path of a program on PATH, or null. */
export function find(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {}
    }
  }
  return null
}

/** The browser that the site's tests drive: `CHROME_PATH`, else an installed Chrome or Chromium. */
export function browser() {
  return process.env.CHROME_PATH ?? find(...BROWSERS)
}

/** A port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address()
      server.close(() => done(port))
    })
  })
}

const NEEDED = [
  {package: 'chromium', present: () => browser() !== null},
  {package: 'tj3', present: () => find('tj3') !== null},
  {package: 'libxml2-utils', present: () => find('xmllint') !== null},
  {
    package: 'postgresql',
    present: () => find('psql') !== null && spawnSync('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/initdb']).status === 0,
  },
  {package: 'redis-server', present: () => find('redis-server') !== null},
  {package: 'nginx-light', present: () => find('nginx') !== null || spawnSync('test', ['-x', '/usr/sbin/nginx']).status === 0},
  {package: 'prometheus', present: () => find('promtool') !== null},
  {package: 'python3-yaml', present: () => spawnSync('/usr/bin/python3', ['-c', 'import yaml']).status === 0},
]

/** Makes sure that all programs are there. Returns null, or the line that says what is missing. */
export function ensureTools() {
  const missing = () => NEEDED.filter(({present}) => !present()).map((tool) => tool.package)
  let packages = missing()
  if (packages.length === 0) return null
  const mayInstall = process.getuid?.() === 0 && find('apt-get') !== null
  if (mayInstall) {
    // Services that come with packages are not started: the tests start their own.
    const script = `set -e
      export DEBIAN_FRONTEND=noninteractive
      policy=/usr/sbin/policy-rc.d
      [ -e $policy ] || { printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod +x $policy; trap "rm -f $policy" EXIT; }
      apt-get update -qq
      apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`
    spawnSync('sh', ['-c', script], {stdio: ['ignore', 'ignore', 'inherit']})
    packages = missing()
  }
  return packages.length === 0 ? null : `The tests need programs that are not here; install them: apt-get install ${packages.join(' ')}`
}
