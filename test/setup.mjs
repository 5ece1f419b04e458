// Installs the Debian packages that the tests need and this machine lacks. Says first what it will do. Run by itself: npm run setup.
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {createJiti} from 'jiti'
import {browser, find} from './tools.mjs'

const POLICY = '/usr/sbin/policy-rc.d'
const FLAG = '--no-install'
const VARIABLE = 'TEST_NO_INSTALL'

/** What the tests drive beside the services of the runbooks, which tested-docs lists. */
const PROGRAMS = [
  {package: 'chromium-headless-shell', why: 'opens the built site', present: () => browser() !== null},
  {package: 'tj3', why: 'schedules are compared with its schedules', present: () => find('tj3') !== null},
  {package: 'zsh', why: 'runbooks are pasted into it too', present: () => find('zsh') !== null},
  {package: 'libxml2-utils', why: 'xmllint checks the feed', present: () => find('xmllint') !== null},
  {
    package: 'python3-yaml',
    why: 'reads the YAML of the documentation',
    present: () => spawnSync('/usr/bin/python3', ['-c', 'import yaml']).status === 0,
  },
]

/** May packages be installed? The flag or the variable refuses it. */
export function mayInstall(args, environment) {
  return !args.includes(FLAG) && !environment[VARIABLE]
}

/** The packages that are missing, each with the reason. */
async function lacking() {
  const jiti = createJiti(import.meta.url)
  const {FIXTURES} = await jiti.import('../plugins/tested-docs/src/model/fixture.ts')
  const {forget, missing} = await jiti.import('../plugins/tested-docs/src/source/machine.ts')
  // What was installed since the last look counts.
  forget()
  const packages = new Map()
  const add = (name, why) => packages.set(name, [...(packages.get(name) ?? []), why])
  for (const {package: name, why, present} of PROGRAMS) if (!present()) add(name, why)
  for (const [name, {says, packages: needed}] of Object.entries(FIXTURES))
    if ((await missing(name)).length > 0) for (const one of needed) add(one, `runbooks use ${says}`)
  return packages
}

/** Makes sure that every program is there. Returns null, or the line that says what is missing and whether an installation was tried. */
export async function setup({install, print}) {
  const packages = await lacking()
  if (packages.size === 0) return null
  const names = [...packages.keys()].sort()
  const list = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!install)
    return {
      tried: false,
      message: `The tests need programs that are not installed, and ${FLAG} or ${VARIABLE} forbids to install them. Fix: ${list}`,
    }
  if (process.getuid?.() !== 0 || find('apt-get') === null)
    return {
      tried: false,
      message: `The tests need programs that are not installed; only root on Debian installs them here. Fix: sudo ${list}`,
    }
  print(`Installing Debian packages that the tests need (npm test -- ${FLAG}, or ${VARIABLE}=1, refuses it):`)
  for (const name of names) print(`  ${name.padEnd(20)} ${[...new Set(packages.get(name))].join('; ')}`)
  print(
    existsSync(POLICY)
      ? `The services of these packages are not started, if ${POLICY} of this machine says so.`
      : `While apt-get runs, ${POLICY} keeps Debian from starting the services of these packages. It is removed afterwards.`,
  )
  const script = `set -e
    export DEBIAN_FRONTEND=noninteractive
    [ -e ${POLICY} ] || { printf '#!/bin/sh\\nexit 101\\n' > ${POLICY}; chmod +x ${POLICY}; trap "rm -f ${POLICY}" EXIT; }
    apt-get update -qq
    ${list} -qq`
  spawnSync('sh', ['-c', script], {stdio: ['ignore', 'ignore', 'inherit']})
  const left = [...(await lacking()).keys()].sort()
  return left.length === 0
    ? null
    : {tried: true, message: `apt-get did not install everything that the tests need. Fix: apt-get install ${left.join(' ')}`}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = await setup({install: mayInstall(process.argv.slice(2), process.env), print: console.log})
  console.log(missing?.message ?? 'Every program that the tests need is installed.')
  process.exitCode = missing === null ? 0 : 1
}
